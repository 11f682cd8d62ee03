import Documents
import TestSupport
import Testing

@testable import EcoScore

struct JourneyScoreSidesTests {
    private static func measured(_ step: Step, _ energy: Double?, _ display: Double?) -> Step {
        var step = step
        if let energy { step.energy = Step.Energy(joules: energy, basis: .measured) }
        if let display { step.displayTime = Step.DisplayTime(seconds: display, basis: .measured) }
        return step
    }

    @Test("scores are averaged, footprints added, and each side is kept whole")
    func together() throws {
        let patient = try JourneyScore.of(.walk([.walked("a", bytes: 1_000_000)]))
        let professional = try JourneyScore.of(.walk([.walked("b", bytes: 4_000_000)], device: .laptop))
        let score = try JourneyScore(
            sides: [patient, professional], profile: .tested, terms: ScoringTerms(use: (10, 2)))
        let values = try [patient, professional].map { try #require($0.ecoscore.value) }
        #expect(isClose(try #require(score.ecoscore.value), (values[0] + values[1]) / 2))
        #expect(
            isClose(score.indicators.ghg.central, patient.indicators.ghg.central + professional.indicators.ghg.central))
        #expect(isClose(score.indicators.land.high, patient.indicators.land.high + professional.indicators.land.high))
        #expect(score.sides == [patient, professional])
        #expect(score.measurements.count == 2)
        #expect(isClose(try #require(score.projection).indicators.water.low, score.indicators.water.low * 20))
        // Both ends of the interval are means of the sides' ends.
        let ends = try [patient, professional].map { try #require($0.ecoscore.interval) }
        #expect(isClose(try #require(score.ecoscore.interval).low, (ends[0].low + ends[1].low) / 2))
        #expect(isClose(try #require(score.ecoscore.interval).high, (ends[0].high + ends[1].high) / 2))
    }

    @Test("two whole scores make a whole one, graded by the mean")
    func whole() throws {
        func side(_ display: Double) throws -> JourneyScore {
            try .of([
                Self.measured(.walked("a"), 30, display), Self.measured(.walked("rest", .reference), 30, nil),
            ])
        }
        let sides = [try side(1), try side(30)]
        try #require(sides.allSatisfy { !$0.ecoscore.partial })
        let score = try JourneyScore(sides: sides, profile: .tested)
        #expect(!score.ecoscore.partial && score.ecoscore.interval == nil)
        let mean = try sides.map { try #require($0.ecoscore.value) }.reduce(0, +) / 2
        #expect(score.ecoscore.grade == ScoreProfile.tested.grades.grade(mean))
    }

    @Test("sides of different applications, and one side alone, are refused")
    func refused() throws {
        let one = try JourneyScore.of([.walked("a")])
        var other = one
        other.measurements[0].application = "fr.exemple.autre"
        #expect(throws: ScoringError.mixed(.application, first: "fr.exemple.sante", other: "fr.exemple.autre")) {
            try JourneyScore(sides: [one, other], profile: .tested)
        }
        #expect(throws: ScoringError.noMeasurement) { try JourneyScore(sides: [one], profile: .tested) }
    }
}
