import Documents
import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct MarkerLogTests {
    static let first = #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"a","source":"key"}"#
    static let second = #"{"time":"2026-03-02T10:00:01+01:00","kind":"end","source":"key"}"#

    static func parse(_ text: String) throws(MarkerError) -> MarkerLog {
        try MarkerLog.parse(Data(text.utf8), name: "m.jsonl")
    }

    @Test(
        "blank lines, CRLF, a byte order mark and a missing last line feed change nothing",
        arguments: [
            ("\(first)\n\(second)\n", [1, 2]), ("\(first)\n\(second)", [1, 2]),
            ("\n\(first)\n \t\n\n\(second)\n\n", [2, 5]),
            ("\u{FEFF}\(first)\r\n\(second)\r\n", [1, 2]), (" \(first) \n\(second)\n", [1, 2]),
        ])
    func lines(_ text: String, _ lines: [Int]) throws {
        let log = try Self.parse(text)
        #expect(log.entries.map(\.line) == lines)
        #expect(log.entries.map(\.marker.kind) == [.step, .end])
        let start = try #require(log.entries.first).marker.time
        #expect(try #require(log.entries.last).marker.time.seconds(since: start) == 1)
    }

    @Test("a file without markers has none", arguments: ["", "\n", "  \r\n\n", "\u{FEFF}"])
    func empty(_ text: String) throws {
        #expect(try Self.parse(text).entries.isEmpty)
    }

    static let badLines: [(String, MarkerError.Problem)] = [
        ("nonsense", .notJSON), ("{", .notJSON), ("[]", .notJSON), ("12", .notJSON), ("null", .notJSON),
        (first + second, .notJSON), ("\(first),", .notJSON),
        (#"{"time":"2026-03-02T09:00:00Z","kind":"end","source":"key","stp":"a"}"#, .unknownKey("stp")),
        (#"{"kind":"end","source":"key"}"#, .missingKey("time")),
        (#"{"time":"2026-03-02T09:00:00Z","source":"key"}"#, .missingKey("kind")),
        (#"{"time":"2026-03-02T09:00:00Z","kind":"end"}"#, .missingKey("source")),
        (#"{"time":1772442000,"kind":"end","source":"key"}"#, .wrongType(key: "time", expected: "a text")),
        (#"{"time":"2026-03-02T09:00:00Z","kind":null,"source":"key"}"#, .wrongType(key: "kind", expected: "a text")),
        (#"{"time":"09:00:00","kind":"end","source":"key"}"#, .badTime("09:00:00")),
        (#"{"time":"2026-03-02T09:00:00Z","kind":"stop","source":"key"}"#, .unknownKind("stop")),
        (#"{"time":"2026-03-02T09:00:00Z","kind":"step","source":"key"}"#, .stepWithoutName),
        (
            #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"","source":"key"}"#,
            .wrongType(key: "step", expected: "a text on one line, and not empty")
        ),
        (
            #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"a\u001b[2J","source":"key"}"#,
            .wrongType(key: "step", expected: "a text on one line, and not empty")
        ),
        (
            #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":["a"],"source":"key"}"#,
            .wrongType(key: "step", expected: "a text")
        ),
        (
            #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"a","iteration":0,"source":"key"}"#,
            .wrongType(key: "iteration", expected: "a whole number from 1 to 1000000")
        ),
        (
            #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"a","iteration":1.5,"source":"key"}"#,
            .wrongType(key: "iteration", expected: "a whole number from 1 to 1000000")
        ),
        (
            #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"a","iteration":9223372036854775807,"source":"key"}"#,
            .wrongType(key: "iteration", expected: "a whole number from 1 to 1000000")
        ),
    ]

    @Test("a line that breaks a rule is named with its number", arguments: badLines)
    func badLine(_ line: String, _ problem: MarkerError.Problem) {
        #expect(throws: MarkerError(problem, file: "m.jsonl", line: 3)) {
            try Self.parse("\(Self.first)\n\n\(line)\n\(Self.second)\n")
        }
        #expect("\(MarkerError(problem, file: "m.jsonl", line: 3))".hasPrefix("m.jsonl:3: "))
    }

    @Test("an unknown kind or key comes with what it was meant to be")
    func suggestions() {
        #expect("\(MarkerError.Problem.unknownKind("pauze"))".contains("did you mean 'pause'?"))
        #expect("\(MarkerError.Problem.unknownKey("itération"))".contains("did you mean 'iteration'?"))
        #expect("\(MarkerError.Problem.unknownStep("ouvrire", journey: ["ouvrir"]))".contains("did you mean 'ouvrir'?"))
    }

    @Test("a last line that its writer didn't finish says so, wherever it was cut")
    func cut() throws {
        let whole = Self.first + "\n" + Self.second
        for count in (Self.first.utf8.count + 2)..<whole.utf8.count {
            #expect(throws: MarkerError(.cut, file: "m.jsonl", line: 2)) {
                try MarkerLog.parse(Data(whole.utf8.prefix(count)), name: "m.jsonl")
            }
        }
    }

    @Test("time that goes backwards is named with both times, and both lines")
    func backwards() throws {
        let earlier = Timestamp(nanoseconds: 1_772_441_999_999_999_999)
        let start = Timestamp(nanoseconds: 1_772_442_000_000_000_000)
        let line = Marker(time: earlier, kind: .note, source: "key").line
        let error = #expect(throws: MarkerError.self) { try Self.parse("\n\(Self.first)\n\(line)") }
        #expect(error == MarkerError(.timeBackwards(earlier, after: start, onLine: 2), file: "m.jsonl", line: 3))
        #expect(
            error?.description
                == "m.jsonl:3: 2026-03-02T08:59:59.999999999Z is before 2026-03-02T09:00:00.000000000Z of line 2; "
                + "markers stand in the order of their times")
        #expect(try Self.parse("\(Self.first)\n\(Self.first)\n").entries.count == 2)
    }

    @Test("bytes that are no UTF-8, and too many of them, are refused")
    func bytes() {
        let invalid = Data(Self.first.utf8) + [0x0A, 0x22, 0xFF, 0x22, 0x0A]
        #expect(throws: MarkerError(.notUTF8, file: "m", line: 2)) { try MarkerLog.parse(invalid, name: "m") }
        let size = MarkerLog.maximumBytes + 1
        #expect(throws: MarkerError(.tooLarge(bytes: size, limit: size - 1), file: "m")) {
            try MarkerLog.parse(Data(repeating: 0x0A, count: size), name: "m")
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: MarkerError(.notJSON, file: "m.jsonl", line: 1)) { try Self.parse(deep + "\n") }
    }

    @Test("markers added one by one keep the same rules, on the lines that follow")
    func append() throws {
        var log = MarkerLog(name: "live")
        try log.append(Marker(time: Timestamp(nanoseconds: 5), kind: .step, step: "a", source: "key"))
        try log.append(Marker(time: Timestamp(nanoseconds: 5), kind: .note, source: "key"))
        #expect(log.entries.map(\.line) == [1, 2])
        #expect(throws: MarkerError(.stepWithoutName, file: "live", line: 3)) {
            try log.append(Marker(time: Timestamp(nanoseconds: 6), kind: .step, source: "key"))
        }
        let early = Marker(time: Timestamp(nanoseconds: 4), kind: .end, source: "key")
        #expect(throws: MarkerError.self) { try log.append(early) }
        #expect(log.entries.count == 2)
    }
}
