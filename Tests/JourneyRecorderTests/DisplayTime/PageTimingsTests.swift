import Documents
import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct PageTimingsTests {
    private static func intervals(_ pages: String) throws(DisplayFileError) -> [DisplayInterval] {
        try PageTimings.intervals(Data("{\"log\":{\"version\":\"1.2\",\"pages\":[\(pages)]}}".utf8), file: "h")
    }

    @Test("a page runs from its start to its load event; without one it tells nothing")
    func pages() throws {
        let intervals = try Self.intervals(
            """
            {"startedDateTime":"2026-03-02T10:00:00.5+01:00","id":"1","title":"t","pageTimings":{"onLoad":910.25}},
            {"startedDateTime":"2026-03-02T09:00:05Z","id":"2","title":"t","pageTimings":{"onLoad":-1}},
            {"startedDateTime":"2026-03-02T09:00:06Z","id":"3","title":"t","pageTimings":{}}
            """)
        #expect(intervals.map(\.start.nanoseconds) == [1_772_442_000_500_000_000])
        #expect(intervals.map(\.displayed.nanoseconds) == [1_772_442_001_410_250_000])
    }

    @Test("pages that can't be meant are named with their place")
    func errors() {
        #expect(throws: DisplayFileError(.badTime("now"), file: "h", place: "log.pages[0]")) {
            try Self.intervals("{\"startedDateTime\":\"now\",\"pageTimings\":{}}")
        }
        #expect(throws: DisplayFileError(.badTime("1e+300"), file: "h", place: "log.pages[0]")) {
            try Self.intervals("{\"startedDateTime\":\"2026-03-02T09:00:06Z\",\"pageTimings\":{\"onLoad\":1e300}}")
        }
        #expect(throws: DisplayFileError(.missingKey("pageTimings"), file: "h", place: "log.pages[0]")) {
            try Self.intervals("{\"startedDateTime\":\"2026-03-02T09:00:06Z\"}")
        }
        #expect(throws: DisplayFileError(.missingKey("onLoad"), file: "h", place: "log.pages[0].pageTimings.onLoad")) {
            try Self.intervals("{\"startedDateTime\":\"2026-03-02T09:00:06Z\",\"pageTimings\":{\"onLoad\":\"1\"}}")
        }
        #expect(throws: DisplayFileError(.notJSON, file: "h")) {
            try PageTimings.intervals(Data("{\"log\":".utf8), file: "h")
        }
    }
}
