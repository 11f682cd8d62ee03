import Documents
import Testing

@testable import JourneyRecorder

@Suite struct StepEnergyTests {
    /// 2 W from 0 s to 100 s, told every second.
    private static func series() throws -> EnergySeries {
        try #require(
            EnergySeries(
                intervals: (0..<100).map {
                    EnergySeries.Interval(start: $0 * 1_000_000_000, end: ($0 + 1) * 1_000_000_000, joules: 2)
                }, scope: .device))
    }

    private static func steps(_ markers: [(Int64, Marker.Kind, String?)]) throws -> [WalkedStep] {
        try Timeline(try TimelineTests.log(markers), journey: nil).steps
    }

    @Test("pauses are left out")
    func pauses() throws {
        let steps = try Self.steps([(10, .step, "a"), (20, .pause, nil), (25, .resume, nil), (30, .end, nil)])
        #expect(try Self.series().energy(of: steps[0]) == .measured(joules: 30))
        #expect(try Self.series().energy(of: steps[0]).energy(of: .device) == Step.Energy(joules: 30, basis: .measured))
    }

    @Test("a pause beyond the series doesn't matter, a part beyond it does")
    func coverage() throws {
        let before = try Self.steps([(90, .step, "a"), (95, .pause, nil), (120, .end, nil)])
        #expect(try Self.series().energy(of: before[0]) == .measured(joules: 10))
        let beyond = try Self.steps([(90, .step, "a"), (101, .end, nil)])
        #expect(try Self.series().energy(of: beyond[0]) == .notCovered)
        #expect(StepEnergy.notCovered.energy(of: .device) == Step.Energy())
        #expect(
            StepEnergy.measured(joules: 3).energy(of: .processor)
                == Step.Energy(joules: 3, basis: .measured, part: .processor))
    }

    @Test("a step shorter than two readings has none")
    func tooShort() throws {
        let short = try Self.steps([(10, .step, "a"), (11, .end, nil)])
        #expect(try Self.series().energy(of: short[0]) == .tooShort(seconds: 1, periodSeconds: 1))
        let enough = try Self.steps([(10, .step, "a"), (12, .end, nil)])
        #expect(try Self.series().energy(of: enough[0]) == .measured(joules: 4))
    }

    @Test("a long reading that a border cuts tells nothing of a short step")
    func longPiece() throws {
        let second: Int64 = 1_000_000_000
        let intervals = [(0, 1), (1, 2), (2, 30), (30, 31), (31, 32)].map {
            EnergySeries.Interval(start: $0.0 * second, end: $0.1 * second, joules: 1)
        }
        let series = try #require(EnergySeries(intervals: intervals, scope: .device))
        let step = try Self.steps([(10, .step, "a"), (31, .end, nil)])
        #expect(series.energy(of: step[0]) == .tooShort(seconds: 21, periodSeconds: 28))
    }

    @Test("a step without end, or of no time, isn't measured")
    func notWalked() throws {
        let steps = try Self.steps([(10, .step, "a"), (10, .step, "b")])
        #expect(try steps.map { try Self.series().energy(of: $0) } == [.notWalked, .notWalked])
    }
}
