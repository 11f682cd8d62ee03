import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct DisplayFileTests {
    private static func problem(_ text: String) -> DisplayFileError.Problem? {
        do {
            _ = try DisplayFile.intervals(Data(text.utf8), name: "d")
            return nil
        } catch {
            return error.problem
        }
    }

    @Test("what it can't be is refused, with what to give instead")
    func refused() {
        #expect(Self.problem("") == .unknownFormat)
        #expect(Self.problem("{}") == .unknownFormat)
        #expect(Self.problem("{\"config\":{},\"suites\":[]}") == .reportWithoutStarts)
        #expect(Self.problem("PK\u{3}\u{4}") == .archive)
        #expect(Self.problem("{\"log\":{\"pages\":[]}}") == .nothingDisplayed)
        #expect(Self.problem("{\"log\":{}}") == .nothingDisplayed)
        #expect(DisplayFileError(.archive, file: "t.zip").description.hasPrefix("t.zip: this is an archive"))
        #expect(DisplayFileError(.notJSON, file: "t", place: "line 2").description.hasPrefix("t: line 2: "))
    }

    @Test("more pages than are kept are refused")
    func tooMany() {
        let page = "{\"startedDateTime\":\"2026-03-02T09:00:00Z\",\"pageTimings\":{\"onLoad\":1}}"
        let limit = DisplayFile.maximumIntervals
        let pages = [String](repeating: page, count: limit + 1).joined(separator: ",")
        #expect(Self.problem("{\"log\":{\"pages\":[\(pages)]}}") == .tooMany(limit: limit))
    }

    @Test("damage never ends the program", arguments: 0..<20)
    func hostile(_ seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        let har =
            "{\"log\":{\"pages\":[{\"startedDateTime\":\"2026-03-02T09:00:00Z\",\"pageTimings\":{\"onLoad\":1e3}}]}}"
        let trace = """
            {"version":9,"type":"context-options","wallTime":1772442000000,"monotonicTime":5000.5}
            {"type":"before","callId":"a","startTime":6000,"class":"Test","method":"test.step"}
            {"type":"after","callId":"a","endTime":7000}
            """
        for text in [har, trace] {
            for _ in 0..<100 {
                var bytes = Data(text.utf8)
                for _ in 0..<Int.random(in: 1...3, using: &dice) {
                    bytes[.random(in: 0..<bytes.count, using: &dice)] = .random(in: 0...255, using: &dice)
                }
                guard let intervals = try? DisplayFile.intervals(bytes, name: "d") else { continue }
                #expect(intervals.allSatisfy { $0.start <= $0.displayed })
            }
        }
    }

    @Test("the reference samples, with the times in expected.json", .reference)
    func reference() throws {
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        func intervals(_ name: String) throws -> [DisplayInterval] {
            try DisplayFile.intervals(try Data(contentsOf: folder.appending(path: name)), name: name)
        }
        let pages = try intervals("journey.har")
        #expect(pages.map(\.start.description) == ["2026-03-02T09:00:00.000000000Z"])
        #expect(pages.map { $0.displayed.seconds(since: $0.start) } == [0.91])
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        let steps = try intervals("playwright-trace.ndjson")
        let start = TimelineTests.time(1_772_442_000)
        #expect(steps.count == expected.trace.steps.count)
        for (step, expected) in zip(steps, expected.trace.steps) {
            #expect(abs(step.start.seconds(since: start) * 1000 - expected.start_ms) < 0.001)
            #expect(abs(step.displayed.seconds(since: start) * 1000 - expected.end_ms) < 0.001)
        }
        #expect(throws: DisplayFileError(.reportWithoutStarts, file: "playwright-report.json")) {
            try intervals("playwright-report.json")
        }
    }

    private struct Expected: Decodable {
        struct Trace: Decodable {
            let steps: [Step]
        }

        struct Step: Decodable {
            let start_ms: Double
            let end_ms: Double
        }

        let trace: Trace

        enum CodingKeys: String, CodingKey { case trace = "playwright-trace.ndjson" }
    }
}
