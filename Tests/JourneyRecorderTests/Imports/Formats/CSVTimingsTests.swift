import Documents
import Testing

@testable import JourneyRecorder

@Suite struct CSVTimingsTests {
    @Test(
        "a time is RFC 3339, or a number in the unit of its column",
        arguments: [
            ("start", "2026-03-02T10:00:00.5+01:00"), ("start_s", "1772442000.5"), ("start_ms", "1772442000500"),
            ("start_us", "1772442000500000"), ("Start_ns", "1772442000500000000"), ("time", "2026-03-02T09:00:00.5Z"),
        ])
    func times(_ column: String, _ value: String) throws {
        let log = try ImportSamples.markers("id,label,\(column)\n7,\"a, b\",\(value)\n").log
        #expect(log.entries.map(\.marker.step) == ["a, b"])
        #expect(log.entries.map(\.marker.time.nanoseconds) == [1_772_442_000_500_000_000])
        #expect(log.entries.map(\.marker.source) == ["csv"])
    }

    @Test(
        "what can't be meant is named with its line",
        arguments: [
            ("step,start\na,yesterday", .badTime("yesterday"), "line 2"), ("step,start\na,", .badTime(""), "line 2"),
            ("step,start\n#\na,2026-03-02T09:00:00Z,1", .wrongCellCount(found: 3, expected: 2), "line 3"),
            ("step,name,start\na,b,2026-03-02T09:00:00Z", .ambiguousColumns("step", "name"), "line 1"),
            ("step,start_ms\na,-5", .badTime("-5"), "line 2"),
            ("timeStamp,elapsed,label\n5,x,a", .badTime("x"), "line 2"),
            ("step,start_s,end_s\na,5,4", .timesOutOfOrder, "line 2"),
        ] as [(String, MarkerImportError.Problem, String)])
    func errors(_ text: String, _ expected: MarkerImportError.Problem, _ place: String) throws {
        let found = try #require(ImportSamples.problem(text))
        #expect(found.problem == expected)
        #expect(found.place == place)
    }

    @Test("a table without the columns is refused, if it is said to be one")
    func columns() {
        #expect(ImportSamples.problem("step,x\n", format: .csv)?.problem == .missingColumn("start"))
        #expect(ImportSamples.problem("x\n", format: .csv)?.problem == .missingColumn("step"))
        #expect(ImportSamples.problem("step,start\n")?.problem == .noSteps(.csv))
    }
}
