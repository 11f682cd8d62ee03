import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct ScoringTermsTests {
    private static func score(_ steps: [Step], _ terms: ScoringTerms) throws -> JourneyScore {
        try JourneyScore(
            of: [ScoringInput(measurement: .walk(steps), sha256: .repeating("1"))], factors: .tested, profile: .tested,
            terms: terms, tool: .ecoproxy)
    }

    @Test("nothing is in the score that wasn't asked for")
    func nothing() throws {
        let score = try JourneyScore.of([.walked("a")])
        #expect(score.projection == nil && score.comparisons == nil && score.otherModels == nil)
        #expect(score.modelledTime == nil && score.sides == nil)
    }

    @Test("a year is the journey times people times walks, in every part")
    func projection() throws {
        let score = try Self.score([.walked("a"), .walked("b")], ScoringTerms(use: (20_000, 1.5)))
        let year = try #require(score.projection)
        #expect(year.users == 20_000 && year.journeysPerYear == 1.5)
        for path in [\Indicators.ghg, \.water, \.land] as [KeyPath<Indicators, Indicator>] {
            let (one, all) = (score.indicators[keyPath: path], year.indicators[keyPath: path])
            #expect(isClose(all.central, one.central * 30_000))
            #expect(isClose(all.low, one.low * 30_000) && isClose(all.high, one.high * 30_000))
            #expect(isClose(all.parts.network.central, one.parts.network.central * 30_000))
            #expect(all.factors == one.factors)
        }
    }

    @Test("comparisons are the impact by the thing's own, with its source")
    func comparisons() throws {
        let score = try Self.score([.walked("a")], ScoringTerms(comparisons: .bundled()))
        let comparisons = try #require(score.comparisons)
        #expect(comparisons.contains { $0.unit == "kgCO2e" })
        for comparison in comparisons {
            let indicator = [score.indicators.ghg, score.indicators.water, score.indicators.land]
                .first { $0.unit == comparison.unit }
            #expect(isClose(comparison.count.central * comparison.amount, try #require(indicator).central))
            #expect(comparison.source.contains("https://"))
        }
    }

    @Test("other tools' figures are those of their models for the same bytes and time")
    func models() throws {
        let models = try OtherModels.bundled()
        let score = try Self.score(
            [.walked("a", bytes: 3_000_000), .walked("b", bytes: 500_000)], ScoringTerms(models: models))
        let expected = models.estimates(bytes: 3_500_000, seconds: 60)
        #expect(score.otherModels?.map(\.grams) == expected.map(\.grams))
        #expect(score.otherModels?.map(\.id) == expected.map(\.id))
    }

    @Test("display time told from traffic feeds its axis only if that is accepted, and the score says so")
    func modelledTime() throws {
        var step = Step.walked("a")
        step.displayTime = Step.DisplayTime(seconds: 2.5, basis: .modelled)
        let strict = try Self.score([step], ScoringTerms())
        #expect(strict.ecoscore.axes.time.value == nil && strict.modelledTime == nil)
        let lenient = try Self.score([step], ScoringTerms(acceptsModelledTime: true))
        // 2.5 s is the p10 of the mobile curve: 90 points, by the curve's definition.
        #expect(isClose(try #require(lenient.ecoscore.axes.time.value), 90, relative: 1e-9))
        #expect(lenient.modelledTime == true)
        #expect(lenient.indicators == strict.indicators)
    }

    @Test("a media step's impacts are in proportion to its declared use; its points and data are as measured")
    func useLength() throws {
        var video = Step.walked("video", .media, bytes: 4_000_000, seconds: 30)
        let measured = try JourneyScore.of([video, .walked("b")])
        video.useSeconds = 900
        let projected = try JourneyScore.of([video, .walked("b")])
        #expect(isClose(projected.steps[0].indicators.ghg.central, 30 * measured.steps[0].indicators.ghg.central))
        #expect(isClose(projected.steps[0].indicators.water.high, 30 * measured.steps[0].indicators.water.high))
        #expect(projected.steps[1].indicators == measured.steps[1].indicators)
        #expect(projected.ecoscore == measured.ecoscore)
        #expect(projected.steps[0].use == UseLength(measuredSeconds: 30, declaredSeconds: 900))
        #expect(projected.steps[1].use == nil)
        // A step of another type has no length of use of its own.
        var action = Step.walked("a", .action)
        action.useSeconds = 900
        #expect(try JourneyScore.of([action]).indicators == JourneyScore.of([.walked("a", .action)]).indicators)
    }

    @Test("measured energy of a media step is projected as well")
    func energyOfUse() throws {
        var video = Step.walked("video", .media, bytes: 0, seconds: 30, joules: 60)
        video.useSeconds = 60
        let use = try JourneyScore.of([video]).indicators.ghg.parts.terminalUse.central
        let electricity = try #require(FactorSet.tested.factors.first { $0.id == "elec.fr.ghg" }).value.central
        // 120 J in kWh.
        #expect(isClose(use, 120 / 3.6e6 * electricity))
    }

    @Test("energy of a part of the device feeds the axis, not the impacts")
    func energyOfPart() throws {
        var step = Step.walked("a", joules: 60)
        var rest = Step.walked("rest", .reference, joules: 30)
        (step.energy.part, rest.energy.part) = (.processor, .processor)
        let score = try JourneyScore.of([step, rest])
        let modelled = try JourneyScore.of([.walked("a")])
        #expect(score.indicators == modelled.indicators)
        // Twice the power of rest is the median of the curve: 50 points.
        #expect(isClose(try #require(score.ecoscore.axes.energy.value), 50, relative: 1e-9))
    }
}
