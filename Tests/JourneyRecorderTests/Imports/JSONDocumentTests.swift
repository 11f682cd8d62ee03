import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct JSONDocumentTests {
    private struct Outer: Decodable {
        let list: [Inner]
    }

    private struct Inner: Decodable {
        let number: Double
    }

    @Test(
        "a fault names key and place",
        arguments: [
            (#"{}"#, "list", nil), (#"{"list":[{"number":1},{}]}"#, "number", "list[1]"),
            (#"{"list":[{"number":"1"}]}"#, "number", "list[0].number"), (#"{"list":[null]}"#, "list", "list[0]"),
            (#"{"list":"#, nil, nil), ("[]", "{…}", nil), ("", nil, nil),
        ] as [(String, String?, String?)])
    func faults(_ text: String, _ key: String?, _ place: String?) {
        #expect(throws: JSONDocument.Fault(key: key, place: place)) {
            try JSONDocument.decode(Outer.self, from: Data(text.utf8))
        }
    }

    @Test("nesting without end is refused")
    func depth() {
        #expect(throws: JSONDocument.Fault.self) {
            try JSONDocument.decode(Outer.self, from: Data(String(repeating: "[", count: 1 << 20).utf8))
        }
    }
}
