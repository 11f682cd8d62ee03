import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct MarkerTests {
    static let time = Timestamp(nanoseconds: 1_772_442_000_000_000_000)  // date -u -d @1772442000: 2026-03-02 09:00:00

    @Test("a line has its keys in order, and only those that say something")
    func line() {
        let full = Marker(time: Self.time, kind: .step, step: "ouvrir", text: "à froid", iteration: 2, source: "key")
        #expect(
            full.line
                == #"{"time":"2026-03-02T09:00:00.000000000Z","kind":"step","step":"ouvrir","text":"à froid","#
                + #""iteration":2,"source":"key"}"# + "\n")
        let bare = Marker(time: Self.time, kind: .end, source: "key")
        #expect(bare.line == #"{"time":"2026-03-02T09:00:00.000000000Z","kind":"end","source":"key"}"# + "\n")
    }

    @Test(
        "a text of any characters stays on one line and reads back",
        arguments: [
            #"a "quote" and a \ backslash"#, "line\nfeed\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}", "é\u{301}👩🏽‍⚕️\u{2028}", "",
        ])
    func texts(_ text: String) throws {
        let marker = Marker(time: Self.time, kind: .note, text: text, source: text)
        #expect(marker.line.utf8.filter { $0 == 0x0A || $0 == 0x0D }.count == 1)
        let log = try MarkerLog.parse(Data(marker.line.utf8), name: "m")
        #expect(log.entries == [MarkerLog.Entry(marker: marker, line: 1)])
    }

    @Test("every kind reads back", arguments: Marker.Kind.allCases)
    func kinds(_ kind: Marker.Kind) throws {
        let marker = Marker(time: Self.time, kind: kind, step: "a", source: "test")
        #expect(try MarkerLog.parse(Data(marker.line.utf8), name: "m").entries.map(\.marker) == [marker])
    }

    @Test("the lines of the sample are canonical", .reference)
    func sample() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/markers.jsonl")
        let data = try Data(contentsOf: file)
        let log = try MarkerLog.parse(data, name: "markers.jsonl")
        #expect(log.entries.map(\.marker.kind) == [.step, .step, .note, .step, .end])
        #expect(Data(log.entries.map(\.marker.line).joined().utf8) == data)
    }
}
