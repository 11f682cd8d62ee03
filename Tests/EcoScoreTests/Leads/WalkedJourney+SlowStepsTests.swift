import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct SlowStepLeadTests {
    @Test("the longest time with a good grade is the reference's", .reference)
    func limits() throws {
        struct Reference: Decodable {
            struct Axis: Decodable { let upper_bounds: [String: Double] }
            let axes: [String: Axis]
        }
        let file = try #require(Repository.shared).appending(path: "factors/thresholds.json")
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        for (name, device) in [("time_mobile", DeviceClass.smartphone), ("time_desktop", .laptop)] {
            for (best, next) in [("A", EcoscoreResult.Grade.B), ("C", .D), ("F", .G)] {
                let bound = try #require(reference.axes[name]?.upper_bounds[best])
                let limit = ScoreProfile.tested.longestDisplay(.loading, device, betterThan: next)
                // The reference gives ms, rounded to 1 in 1000 at worst.
                #expect(isClose(limit * 1000, bound, relative: 0.002), "\(name) \(best): \(limit) \(bound)")
            }
        }
    }

    @Test("a step is slow from grade D on; where no time was measured, none is called fast")
    func status() throws {
        let limit = ScoreProfile.tested.longestDisplay(.loading, .smartphone, betterThan: .D)
        #expect(try JourneyScore.of([.walked("a", displayed: limit)]).lead("slow-step").status == .notFound)
        #expect(try JourneyScore.of([.walked("a")]).lead("slow-step").obstacle == .displayTimeAbsent)
        #expect(
            try JourneyScore.of([.walked("a", displayed: 1), .walked("b")]).lead("slow-step").obstacle
                == .displayTimeAbsent)
        #expect(try JourneyScore.of([.walked("repos", .pause)]).lead("slow-step").obstacle == .stepAbsent)
        let lead = try JourneyScore.of([.walked("a", displayed: limit + 2), .walked("b")]).lead("slow-step")
        #expect(lead.evidence == [.init(step: "a", value: limit + 2, unit: .seconds, above: limit)])
        #expect(try isClose(#require(lead.gains?.seconds), 2))
        #expect(lead.gains?.bytes == 0)
        #expect(try #require(lead.gains?.points) > 0)
    }

    @Test("a time told from traffic alone makes a step slow only where it is accepted")
    func modelled() throws {
        var step = Step.walked("a")
        step.displayTime = Step.DisplayTime(seconds: 20, basis: .modelled)
        let input = ScoringInput(measurement: .walk([step]), sha256: .repeating("0"))
        for (accepts, status) in [(false, Lead.Status.notObservable), (true, .found)] {
            let terms = ScoringTerms(acceptsModelledTime: accepts)
            let score = try JourneyScore(
                of: [input], factors: .tested, profile: .tested, terms: terms, tool: .ecoproxy)
            let lead = try score.lead("slow-step")
            #expect(lead.status == status)
            let limit = lead.evidence.first?.above ?? 4
            let scenario = try Scenario("display-time=\(limit)s")
            guard accepts else {
                #expect(throws: ScenarioError(scenario.text, .nothingToScale)) {
                    try WhatIf(
                        of: [input], scenario: scenario, factors: .tested, profile: .tested, terms: terms,
                        tool: .ecoproxy)
                }
                continue
            }
            let whatIf = try WhatIf(
                of: [input], scenario: scenario, factors: .tested, profile: .tested, terms: terms, tool: .ecoproxy)
            #expect(whatIf.before.ecoscore == score.ecoscore)
            #expect(try #require(lead.gains?.points) == whatIf.points)
        }
    }
}
