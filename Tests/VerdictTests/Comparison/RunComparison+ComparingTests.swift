import Documents
import TestSupport
import Testing

@testable import Verdict

@Suite struct RunComparisonComparingTests {
    private func compare(_ base: RunGroup, _ new: RunGroup) -> RunComparison {
        RunComparison(base: base, new: new, tool: .ecoproxy)
    }

    private func bytes(_ comparison: RunComparison) throws -> FigureChange {
        try #require(comparison.journey.first { $0.metric == Metric(.bytes) })
    }

    @Test(
        "a side compared with itself has no change",
        arguments: [Walked.runs(1000), Walked.runs(1000, 1000), Walked.runs(1000, 1100, 1200)])
    func itself(_ group: RunGroup) {
        let comparison = compare(group, group)
        for change in comparison.journey + comparison.steps.flatMap(\.figures) + comparison.hosts.map(\.bytes) {
            #expect(change.difference == 0)
            #expect(change.verdict == .same || change.verdict == .noise)
        }
        #expect(comparison.regressions.isEmpty)
        #expect(comparison.differences.map(\.condition) == [.scoreMissing])
    }

    @Test("swapping the sides negates each difference, and turns worse into better")
    func swapped() {
        let (base, new) = (Walked.runs(1000, 1010, 990), Walked.runs(2000, 2020, 1985))
        let (there, back) = (compare(base, new), compare(new, base))
        #expect(there.journey.count == back.journey.count)
        let opposite: [FigureChange.Verdict: FigureChange.Verdict] = [.worse: .better, .better: .worse]
        for (one, other) in zip(there.journey, back.journey) {
            #expect(one.difference == other.difference.map { -$0 })
            #expect(opposite[one.verdict] ?? one.verdict == other.verdict)
            #expect(one.test?.adjustedP == other.test?.adjustedP)
        }
        #expect(there.hosts.map(\.presence) == back.hosts.map(\.presence))
    }

    @Test("a change inside the noise is said to be so, one beyond it is judged by its direction")
    func noise() throws {
        #expect(try bytes(compare(Walked.runs(1000, 1200, 800), Walked.runs(1100, 1250, 900))).verdict == .noise)
        #expect(try bytes(compare(Walked.runs(1000, 1010, 990), Walked.runs(2000, 2020, 1985))).verdict == .worse)
        #expect(try bytes(compare(Walked.runs(2000, 2020, 1985), Walked.runs(1000))).verdict == .better)
    }

    @Test("with one run on each side nothing is called a change")
    func untested() throws {
        let change = try bytes(compare(Walked.runs(1000), Walked.runs(5_000_000)))
        #expect(change.verdict == .untested && change.test == nil)
        #expect(change.difference == 4_999_000)
    }

    @Test("new and vanished hosts are named, the heaviest change first")
    func hosts() throws {
        let base = Walked.group([
            Walked.measurement([
                Walked.step("open", [.init("old.example", .third, 300), .init("api.example", .first, 900)])
            ])
        ])
        let new = Walked.group([
            Walked.measurement([
                Walked.step("open", [.init("new.example", .third, 5000), .init("api.example", .first, 901)])
            ])
        ])
        let hosts = compare(base, new).hosts
        #expect(hosts.map(\.name) == ["new.example", "old.example", "api.example"])
        #expect(hosts.map(\.presence) == [.new, .vanished, .both])
        #expect(hosts.map(\.bytes.difference) == [5100, -400, 1])
    }

    @Test("where nobody said whose hosts are whose, third parties didn't come from nothing")
    func unknownParties() throws {
        func group(_ party: Party) -> RunGroup {
            Walked.group([Walked.measurement([Walked.step("open", [.init("cdn.example", party, 900)])])])
        }
        let change = compare(group(.unknown), group(.third)).journey.first { $0.metric == Metric(.bytes, side: .third) }
        #expect(change?.verdict == .onlyNew && change?.difference == nil)
        #expect(compare(group(.third), group(.third)).journey.contains { $0.metric == Metric(.bytes, side: .third) })
    }

    @Test("a step that only one side has is told as such")
    func steps() throws {
        let host = Walked.HostBytes("api.example", .first, 900)
        let base = Walked.group([Walked.measurement([Walked.step("open", [host]), Walked.step("old", [host])])])
        let new = Walked.group([Walked.measurement([Walked.step("new", [host]), Walked.step("open", [host])])])
        let comparison = compare(base, new)
        #expect(comparison.steps.map(\.id) == ["open", "old", "new"])
        #expect(comparison.steps[1].figures.allSatisfy { $0.verdict == .onlyBase })
        #expect(comparison.steps[2].figures.allSatisfy { $0.verdict == .onlyNew })
    }

    @Test("scores of other factors aren't compared, and it is said why")
    func factors() throws {
        var other = JourneyScore.of(80)
        other.factorSet.sha256 = .repeating("9")
        let comparison = compare(
            Walked.group([Walked.oneStep(1000)], score: .of(70)), Walked.group([Walked.oneStep(1000)], score: other))
        #expect(comparison.differences.contains { $0.condition == .factorSet })
        #expect(!comparison.journey.contains { $0.metric.isScored })
        #expect(comparison.factorSet == nil)
    }

    @Test("partial scores are compared where both sides measured the same axes, and not otherwise")
    func axes() throws {
        let partial = JourneyScore.of(70, between: (20, 90))
        var better = partial
        better.ecoscore.value = 75
        var whole = better
        whole.ecoscore.axes.time = .init(value: 50, coverage: 1)
        func score(_ new: JourneyScore) -> FigureChange? {
            compare(
                Walked.group([Walked.oneStep(1000)], score: partial), Walked.group([Walked.oneStep(1000)], score: new)
            ).journey.first { $0.metric == Metric(.score) }
        }
        #expect(score(better)?.difference == 5)
        #expect(score(whole) == nil)
    }

    @Test("bare Scores say that nothing measured can be compared")
    func bare() {
        let score = RunGroup(names: ["a"], walks: [Walk(JourneyScore.of(70))], measurements: [])
        let comparison = compare(score, Walked.group([Walked.oneStep(1000)], score: .of(75)))
        #expect(comparison.differences.contains { $0.condition == .measurementMissing && $0.base == "score" })
        #expect(comparison.journey.first { $0.metric == Metric(.bytes) }?.verdict == .onlyNew)
        #expect(comparison.hosts.isEmpty)
    }
}
