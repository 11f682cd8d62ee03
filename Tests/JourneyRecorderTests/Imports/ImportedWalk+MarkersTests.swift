import Documents
import Testing

@testable import JourneyRecorder

@Suite struct ImportedWalkMarkersTests {
    private static func step(
        _ name: String, _ start: Int64, displayed: Int64? = nil, end: Int64? = nil
    ) -> ImportedStep {
        func time(_ seconds: Int64?) -> Timestamp? { seconds.map { Timestamp(nanoseconds: $0 * 1_000_000_000) } }
        return ImportedStep(
            name: StepName(text: name, place: name), start: Timestamp(nanoseconds: start * 1_000_000_000),
            displayed: time(displayed), end: time(end))
    }

    private static func lines(_ steps: [ImportedStep], end: Int64? = nil) throws -> [String] {
        let walk = ImportedWalk(steps: steps, end: end.map { Timestamp(nanoseconds: $0 * 1_000_000_000) })
        return try walk.markers(StepNaming(nil), source: "s", file: "f").entries.map { entry in
            "\(entry.marker.kind.rawValue) \(entry.marker.step ?? "-") \(entry.marker.time.nanoseconds)"
        }
    }

    @Test("steps come in the order of time, of equal starts in the file's")
    func order() throws {
        #expect(
            try Self.lines([Self.step("b", 2), Self.step("a", 1), Self.step("c", 2)])
                == ["step a 1000000000", "step b 2000000000", "step c 2000000000"])
    }

    @Test("a display or an end at a border belongs to the step before it")
    func borders() throws {
        #expect(
            try Self.lines([Self.step("a", 1, displayed: 3), Self.step("b", 3, displayed: 5)], end: 5) == [
                "step a 1000000000", "displayed a 2999999999", "step b 3000000000", "displayed b 5000000000",
                "end - 5000000001",
            ])
        #expect(
            try Self.lines([Self.step("a", 1, end: 3), Self.step("b", 3, end: 4), Self.step("c", 6, end: 7)], end: 9)
                == [
                    "step a 1000000000", "step b 3000000000", "end - 4000000000", "step c 6000000000",
                    "end - 7000000000",
                ])
        #expect(try Self.lines([Self.step("a", 3), Self.step("fin", 4)], end: 9).last == "end - 4000000000")
    }

    @Test("times that contradict each other are refused at their place")
    func refused() {
        for (steps, problem) in [
            ([Self.step("a", 3, displayed: 2)], .timesOutOfOrder), ([Self.step("a", 3, end: 2)], .timesOutOfOrder),
            ([Self.step("a", 1, displayed: 5, end: 4)], .timesOutOfOrder),
            ([Self.step("a", 1, end: 4), Self.step("b", 3)], .overlap(with: "b")),
            ([Self.step("a", 1, displayed: 4), Self.step("b", 3)], .overlap(with: "b")),
        ] as [([ImportedStep], MarkerImportError.Problem)] {
            #expect(throws: MarkerImportError(problem, file: "f", place: "a")) { try Self.lines(steps) }
        }
    }
}
