import Documents
import TestSupport
import Testing

@testable import Verdict

@Suite struct LimitCheckTests {
    private func check(
        _ key: String, _ bound: Limit.Bound, _ runs: RunGroup, baseline: RunGroup? = nil,
        scope: Limit.Scope = .journey, statistic: LimitResult.Statistic = .mean
    ) throws -> LimitResult {
        let limit = Limit(
            .metric(try #require(Metric(rawValue: key))), scope, bound, statistic: statistic, origin: Walked.origin)
        return try #require(LimitCheck(runs: runs, baseline: baseline).results(of: limit).first)
    }

    @Test(
        "a limit at the value itself is kept, one unit below it is broken",
        arguments: [Walked.runs(1000), Walked.runs(990, 1010)])
    func edge(_ runs: RunGroup) throws {
        #expect(try check("bytes", .atMost(1000), runs).status == .passed)
        #expect(try check("bytes", .atMost(999), runs).status == .broken)
    }

    @Test("of the score less is worse, at the limit it is kept")
    func score() throws {
        let runs = Walked.group([Walked.oneStep(1000)], score: .of(70, grade: .B))
        #expect(try check("score", .atLeast(70), runs).status == .passed)
        #expect(try check("score", .atLeast(71), runs).status == .broken)
        #expect(try check("grade", .atLeast(EcoscoreResult.Grade.B.rank), runs).status == .passed)
        #expect(try check("grade", .atLeast(EcoscoreResult.Grade.A.rank), runs).status == .broken)
    }

    @Test("a partial score decides only where the missing axes couldn't change it")
    func partial() throws {
        let runs = Walked.group([Walked.oneStep(1000)], score: .of(70, between: (20, 90), grade: nil))
        let between = try check("score", .atLeast(60), runs)
        #expect(between.status == .unchecked && between.obstacle == .scorePartial)
        #expect(try check("score", .atLeast(20), runs).status == .passed)
        #expect(try check("score", .atLeast(91), runs).status == .broken)
        // Letters from D (rank 4) to A.
        #expect(try check("grade", .atLeast(EcoscoreResult.Grade.D.rank), runs).status == .passed)
        #expect(try check("grade", .atLeast(EcoscoreResult.Grade.C.rank), runs).status == .unchecked)
    }

    @Test("third parties that may be more than are known pass only where that couldn't matter")
    func parties() throws {
        let runs = Walked.group([
            Walked.measurement([Walked.step("open", [.init("ads", .third, 500), .init("192.0.2.9", .unknown, 50)])])
        ])
        #expect(try check("bytes.third.down", .atMost(550), runs).status == .passed)
        #expect(try check("bytes.third.down", .atMost(549), runs).obstacle == .partyUnknown)
        #expect(try check("bytes.third.down", .atMost(549), runs).status == .unchecked)
        #expect(try check("bytes.third.down", .atMost(499), runs).status == .broken)
        #expect(try check("bytes.first", .atMost(0), runs).status == .unchecked)
    }

    @Test("no figure, no pass", arguments: ["requests", "energy", "display_time", "score", "grade", "ghg"])
    func missing(_ key: String) throws {
        let metric = try #require(Metric(rawValue: key))
        let result = try check(key, metric.isBetterHigher ? .atLeast(0) : .atMost(1e9), Walked.runs(1000))
        #expect(result.status == .unchecked && result.obstacle != nil)
    }

    @Test("a step that isn't there, a journey that nobody walked and a limit without a figure are unchecked")
    func absent() throws {
        #expect(try check("bytes", .atMost(1e9), Walked.runs(1000), scope: .step("other")).obstacle == .stepMissing)
        #expect(try check("bytes", .atMost(1e9), Walked.runs(1000), scope: .alias("other")).obstacle == .stepMissing)
        #expect(try check("bytes", .atMost(1e9), Walked.group([Walked.measurement([])])).obstacle == .noCompleteRun)
        #expect(
            try check("bytes", .atMost(1e9), Walked.group([Walked.measurement([])]), scope: .eachStep(except: []))
                .obstacle
                == .noCompleteRun)
        #expect(try check("bytes", .unstated, Walked.runs(1000)).obstacle == .noLimit)
    }

    @Test("relative limits take the baseline's mean, in the direction in which the figure is worse")
    func relative() throws {
        let base = Walked.runs(900, 1100)
        #expect(try check("bytes", .worseByPart(0.1), Walked.runs(1100), baseline: base).status == .passed)
        #expect(try check("bytes", .worseByPart(0.1), Walked.runs(1101), baseline: base).status == .broken)
        #expect(try check("bytes", .worseBy(50), Walked.runs(1051), baseline: base).limit == 1050)
        #expect(try check("bytes", .worseByPart(0.1), Walked.runs(1)).obstacle == .baselineMissing)
        let scored = Walked.group([Walked.oneStep(1000)], score: .of(80))
        #expect(
            try check(
                "score", .worseByPart(0.1), Walked.group([Walked.oneStep(1000)], score: .of(72)), baseline: scored
            )
            .status == .passed)
        #expect(
            try check(
                "score", .worseByPart(0.1), Walked.group([Walked.oneStep(1000)], score: .of(71)), baseline: scored
            )
            .status == .broken)
        #expect(try check("score", .worseBy(1), scored, baseline: Walked.runs(1)).obstacle == .baselineUnknown)
    }

    @Test("runs whose mean could be on either side are undecided, and say how many would decide")
    func undecided() throws {
        let near = try check("bytes", .atMost(1001), Walked.runs(900, 1000, 1100))
        #expect(near.status == .passed && near.undecided)
        // s = 100 and a distance of 1: 100 standard deviations fewer than the mean's; statsmodels says 78,490.
        #expect(abs(try #require(near.runsNeeded) - 78_490) < 500)
        let far = try check("bytes", .atMost(5000), Walked.runs(900, 1000, 1100))
        #expect(far.status == .passed && !far.undecided)
        #expect(try check("bytes", .atMost(1001), Walked.runs(1000)).undecided == false)
    }

    @Test(
        "what of the runs is compared is what the limit asks for",
        arguments: [
            (LimitResult.Statistic.least, 900.0), (.median, 950), (.mean, 1000), (.greatest, 1150),
        ])
    func statistic(_ row: (statistic: LimitResult.Statistic, value: Double)) throws {
        let runs = Walked.runs(900, 1150, 950)
        #expect(try check("bytes", .atMost(row.value), runs, statistic: row.statistic).status == .passed)
        #expect(try check("bytes", .atMost(row.value - 1), runs, statistic: row.statistic).status == .broken)
        #expect(try check("bytes", .atMost(1), runs, statistic: row.statistic).value == row.value)
    }

    @Test("a broken limit names the three heaviest hosts of those it counts")
    func hosts() throws {
        let hosts = [("a", 10), ("b", 40), ("c", 30), ("d", 20)].map { Walked.HostBytes($0.0, .third, $0.1) }
        let runs = Walked.group([
            Walked.measurement([Walked.step("open", hosts + [.init("own", .first, 9000)])])
        ])
        let third = try check("bytes.third.down", .atMost(1), runs)
        #expect(third.hosts?.map(\.name) == ["b", "c", "d"])
        #expect(third.hosts?.map(\.bytes) == [40, 30, 20])
        #expect(try check("bytes", .atMost(1), runs).hosts?.first?.name == "own")
        #expect(try check("bytes", .atMost(1e9), runs).hosts == nil)
    }

    @Test("a limit for each step leaves out those that have one of their own")
    func each() throws {
        let host = Walked.HostBytes("api", .first, 900)
        let runs = Walked.group([
            Walked.measurement([Walked.step("open", [host]), Walked.step("sign-in", [host])])
        ])
        let limit = Limit(.metric(Metric(.bytes)), .eachStep(except: ["signIn"]), .atMost(1), origin: Walked.origin)
        #expect(LimitCheck(runs: runs, baseline: nil).results(of: limit).map(\.step) == ["open"])
    }
}
