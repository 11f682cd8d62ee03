import Documents
import Testing

@testable import Verdict

@Suite struct MeanIntervalTests {
    private func mean(_ values: [Double]) throws -> MeanInterval {
        let sample = try #require(Sample(values))
        return try #require(MeanInterval(sample))
    }

    @Test("the interval is NIST's: mean ± t · s / √n")
    func interval() throws {
        // Of 1, 2, 3: mean 2, s 1, t(2) = 4.303 (NIST/SEMATECH § 1.3.6.7.2), so ± 4.303 / √3 = ± 2.484.
        let interval = try mean([1, 2, 3]).interval
        #expect(abs(interval.low - (2 - 2.4843)) < 1e-3 && abs(interval.high - (2 + 2.4843)) < 1e-3)
        #expect(Sample([1]).flatMap(MeanInterval.init) == nil)
    }

    /// Distance in standard deviations, and the runs that ceil(statsmodels TTestPower().solve_power(d, alpha=0.05,
    /// power=0.8)) gives; it uses the noncentral t distribution, another way than ours.
    static let statsmodels: [(distance: Double, runs: Int)] = [(1, 10), (0.5, 34), (3, 4), (0.1, 787)]

    @Test("the runs that a decision takes are those of statsmodels", arguments: statsmodels)
    func runs(_ row: (distance: Double, runs: Int)) throws {
        // 1, 2, 3 have a standard deviation of 1 and a mean of 2.
        let mean = try mean([1, 2, 3])
        #expect(mean.runsNeeded(for: 2 + row.distance) == row.runs)
        #expect(mean.runsNeeded(for: 2 - row.distance) == row.runs)
    }

    /// Distance in standard deviations of a side, and ceil(statsmodels TTestIndPower().solve_power(d, alpha=0.05, power=0.8)).
    @Test("the runs a side that show a difference are those of statsmodels", arguments: [(1.0, 17), (0.5, 64), (2, 6)])
    func pairs(_ row: (distance: Double, runs: Int)) throws {
        let base = try #require(Sample([1, 2, 3]))
        let new = try #require(Sample([1, 2, 3].map { $0 + row.distance }))
        #expect(MeanInterval.runsNeeded(between: base, new) == row.runs)
        #expect(MeanInterval.runsNeeded(between: base, base) == nil)
    }

    @Test("a limit at the mean itself is decided by no number of runs")
    func never() throws {
        let mean = try mean([1, 2, 3])
        #expect(mean.runsNeeded(for: 2) == nil)
        #expect(mean.runsNeeded(for: 2.000_001) == nil)
        // Runs that don't differ at all have decided already.
        #expect(try self.mean([2, 2]).runsNeeded(for: 2) == 2)
    }
}
