import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct JSONObjectsTests {
    private static func objects(_ text: String) -> [(String, Int)] {
        var objects = JSONObjects(Data(text.utf8))
        var found: [(String, Int)] = []
        while let object = objects.next() { found.append((String(decoding: object.data, as: UTF8.self), object.line)) }
        return found
    }

    @Test(
        "concatenated, a line each, or in an array",
        arguments: [
            "{\"a\":{}}{\"b\":\"}\\\"{\"}", "{\"a\":{}}\n{\"b\":\"}\\\"{\"}\n", "[{\"a\":{}} ,\n{\"b\":\"}\\\"{\"}]",
        ])
    func forms(_ text: String) {
        #expect(Self.objects(text).map(\.0) == ["{\"a\":{}}", "{\"b\":\"}\\\"{\"}"])
    }

    @Test("each knows its line, and a cut one comes as it is")
    func places() {
        let objects = Self.objects("\n{\n\"a\":1}\n{\"b\"")
        #expect(objects.map(\.1) == [2, 4])
        #expect(objects.last?.0 == "{\"b\"")
        #expect(Self.objects("").isEmpty)
        // What is no object is handed on, for the decoder to refuse.
        #expect(Self.objects("x{}").map(\.0) == ["x", "{}"])
    }
}
