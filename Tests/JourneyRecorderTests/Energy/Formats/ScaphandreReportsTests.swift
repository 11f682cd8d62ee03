import Documents
import Testing

@testable import JourneyRecorder

@Suite struct ScaphandreReportsTests {
    private static func report(_ time: Double, _ microwatts: Double) -> String {
        "{\"host\":{\"consumption\":\(microwatts),\"timestamp\":\(time)},\"consumers\":[],\"sockets\":[]}"
    }

    @Test("a report speaks of the time since the one before")
    func backwards() throws {
        let text = Self.report(1_772_442_000, 9e6) + Self.report(1_772_442_002, 2e6) + Self.report(1_772_442_004, 1e6)
        let series = try EnergySamples.series(text)
        #expect(EnergySamples.joules(series, 0, 2) == 4)
        #expect(EnergySamples.joules(series, 2, 4) == 2)
        #expect(EnergySamples.joules(series, -1, 2) == nil)
        #expect(EnergySamples.joules(series, 2, 4.1) == nil)
    }

    @Test("in an array as well")
    func array() throws {
        let text = "[\(Self.report(1_772_442_000, 1)),\n\(Self.report(1_772_442_002, 2e6))]\n"
        #expect(EnergySamples.joules(try EnergySamples.series(text), 0, 2) == 4)
    }

    @Test("reports that can't be meant are named with their line")
    func errors() {
        let first = Self.report(1_772_442_000, 1) + "\n"
        #expect(throws: EnergyFileError(.timeNotAfter(Timestamp(nanoseconds: EnergySamples.start)), file: "e", line: 2))
        {
            try EnergySamples.series(first + first)
        }
        #expect(throws: EnergyFileError(.missingKey("host"), file: "e", line: 2)) {
            try EnergySamples.series(first + "{}")
        }
        #expect(throws: EnergyFileError(.missingKey("consumption"), file: "e", line: 2)) {
            try EnergySamples.series(first + "{\"host\":{\"consumption\":\"1\",\"timestamp\":1}}")
        }
        #expect(throws: EnergyFileError(.notOfFormat(.scaphandre), file: "e", line: 2)) {
            try EnergySamples.series(first + "{\"host\":")
        }
        #expect(throws: EnergyFileError(.negativePower, file: "e", line: 1)) {
            try EnergySamples.series(Self.report(1_772_442_000, -1))
        }
        #expect(throws: EnergyFileError(.tooFewReadings(found: 1), file: "e")) { try EnergySamples.series(first) }
    }
}
