import Documents
import TestSupport
import Testing

@testable import Verdict

@Suite struct CheckResultCheckingTests {
    private func limit(_ key: String, _ most: Double, level: LimitResult.Level = .error) throws -> Limit {
        Limit(
            .metric(try #require(Metric(rawValue: key))), .journey, .atMost(most), level: level, origin: Walked.origin)
    }

    private func outcome(
        _ runs: RunGroup, _ limits: [Limit], baseline: RunGroup? = nil
    ) -> CheckResult.Outcome {
        CheckResult(runs, limits: limits, budgets: [], baseline: baseline, tool: .ecoproxy).outcome
    }

    @Test("what can't be trusted comes before what is broken, and that before what is worse")
    func precedence() throws {
        let (base, worse) = (Walked.runs(1000, 1010, 990), Walked.runs(2000, 2020, 1985))
        #expect(outcome(worse, []) == .passed)
        #expect(outcome(worse, [], baseline: base) == .worse)
        #expect(outcome(worse, [try limit("bytes", 1)], baseline: base) == .broken)
        #expect(outcome(worse, [try limit("bytes", 1), try limit("requests", 1)], baseline: base) == .untrusted)
    }

    @Test("an untrusted measurement is no proof, on either side, and says why")
    func untrusted() throws {
        let bad = Walked.group([Walked.measurement([Walked.step("open", [])], grade: .untrusted)])
        #expect(outcome(bad, [try limit("bytes", 1e9)]) == .untrusted)
        #expect(outcome(Walked.runs(1000), [], baseline: bad) == .untrusted)
        let result = CheckResult(bad, limits: [], budgets: [], baseline: nil, tool: .ecoproxy)
        #expect(result.reasons.map(\.code) == [.packetsDropped])
    }

    @Test("a bare Score doesn't make its measurement trustworthy")
    func untrustedScore() {
        func group(_ warnings: [Caveat]) -> RunGroup {
            var score = JourneyScore.of(70)
            score.warnings = warnings
            return RunGroup(names: ["score.json"], walks: [Walk(score)], measurements: [])
        }
        #expect(outcome(group([Caveat(.packetsDropped, "12 packets were dropped", count: 12)]), []) == .untrusted)
        #expect(outcome(group([Caveat(.energyAbsent, "no energy")]), []) == .passed)
    }

    @Test("warnings never decide, broken or unchecked")
    func warnings() throws {
        let limits = [try limit("bytes", 1, level: .warn), try limit("requests", 1, level: .warn)]
        let result = CheckResult(Walked.runs(1000), limits: limits, budgets: [], baseline: nil, tool: .ecoproxy)
        #expect(result.limits.map(\.status) == [.broken, .unchecked])
        #expect(result.outcome == .passed)
    }

    @Test("neither noise nor two single runs are a regression")
    func noise() {
        #expect(outcome(Walked.runs(1000, 1200, 800), [], baseline: Walked.runs(900, 1100, 950)) == .passed)
        #expect(outcome(Walked.runs(9000), [], baseline: Walked.runs(1000)) == .passed)
    }
}
