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
