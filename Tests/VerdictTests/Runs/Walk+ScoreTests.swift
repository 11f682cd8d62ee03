import Documents
import Testing

@testable import Verdict

@Suite struct WalkScoreTests {
    private func reading(_ score: JourneyScore?, _ metric: Metric) -> Reading {
        Walk(Walked.oneStep(1000), score: score).reading(metric, step: nil)
    }

    @Test("a whole score is its value, a partial one between what the missing axes allow")
    func score() {
        #expect(reading(.of(70), Metric(.score)) == .exactly(70))
        #expect(reading(.of(70, between: (20, 90)), Metric(.score)) == .between(low: 20, high: 90, .scorePartial))
        #expect(reading(nil, Metric(.score)) == .missing(.scoreMissing))
    }

    @Test("a letter is its rank, a range of letters from the worst to the best")
    func grade() {
        #expect(reading(.of(70, grade: .B), Metric(.grade)) == .exactly(6))
        #expect(reading(.of(70, grade: nil), Metric(.grade)) == .between(low: 4, high: 7, .scorePartial))
    }

    @Test("the value of the range that is asked for is the one that is read")
    func range() throws {
        let indicator = JourneyScore.of(70).indicators.ghg
        for (value, expected) in [
            (Metric.Case.low, indicator.low), (.central, indicator.central), (.high, indicator.high),
        ] {
            #expect(reading(.of(70), Metric(.ghg, value: value)) == .exactly(expected * 1000))
        }
    }
}
