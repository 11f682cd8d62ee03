import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct PowermetricsSamplesTests {
    private static let start = EnergySamples.start

    @Test("the ends are found again from their seconds and lengths", arguments: 0..<10)
    func ends(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let begin = Self.start + .random(in: 0..<1_000_000_000, using: &dice)
        var end = begin
        var samples = PowermetricsSamples(EnergyOptions())
        for _ in 0..<60 {
            let elapsed = Int64.random(in: 900_000_000...1_100_000_000, using: &dice)
            end += elapsed
            let second = end / 1_000_000_000 * 1_000_000_000
            try samples.add(second: Timestamp(nanoseconds: second), elapsed: elapsed, watts: 3)
        }
        let series = try samples.series(file: "p")
        // The first end lies within a second that is told, and is taken in the middle of what is left of it.
        #expect(abs(series.start.nanoseconds - begin) <= 500_000_000)
        #expect(series.end.nanoseconds - series.start.nanoseconds == end - begin)
        let joules = try #require(series.joules(in: series.start..<series.end))
        #expect(abs(joules - 3 * Double(end - begin) / 1e9) < 1e-6)
    }

    @Test("the last moments that can be told are refused, as what ends after them can't be told")
    func lastMoments() {
        var samples = PowermetricsSamples(EnergyOptions())
        #expect(throws: EnergyFileError.Problem.timeOutOfRange) {
            try samples.add(second: Timestamp(nanoseconds: .max - 10), elapsed: 1_000_000_000, watts: 1)
        }
    }

    @Test("a machine that slept leaves a gap")
    func gap() throws {
        var samples = PowermetricsSamples(EnergyOptions())
        for second in [1, 2, 3, 60, 61, 62] as [Int64] {
            try samples.add(
                second: Timestamp(nanoseconds: Self.start + second * 1_000_000_000), elapsed: 1_000_000_000, watts: 1)
        }
        let series = try samples.series(file: "p")
        #expect(EnergySamples.joules(series, 1, 3) == 2)
        #expect(EnergySamples.joules(series, 2, 61) == nil)
        #expect(EnergySamples.joules(series, 60, 62) == 2)
    }

    @Test("a length that can't be, power below zero and time backwards are errors")
    func errors() throws {
        var samples = PowermetricsSamples(EnergyOptions())
        let time = Timestamp(nanoseconds: Self.start)
        #expect(throws: EnergyFileError.Problem.badNumber("0 ns elapsed")) {
            try samples.add(second: time, elapsed: 0, watts: 1)
        }
        #expect(throws: EnergyFileError.Problem.badNumber("\(Int64.max) ns elapsed")) {
            try samples.add(second: time, elapsed: .max, watts: 1)
        }
        #expect(throws: EnergyFileError.Problem.negativePower) {
            try samples.add(second: time, elapsed: 1, watts: -1)
        }
        try samples.add(second: time, elapsed: 1, watts: 1)
        #expect(throws: EnergyFileError.Problem.timeNotAfter(time)) {
            try samples.add(second: Timestamp(nanoseconds: Self.start - 1), elapsed: 1, watts: 1)
        }
        #expect(throws: EnergyFileError(.tooFewReadings(found: 0), file: "p")) {
            try PowermetricsSamples(EnergyOptions()).series(file: "p")
        }
    }
}
