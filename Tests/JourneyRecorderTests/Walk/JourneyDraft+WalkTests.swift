import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct JourneyDraftWalkTests {
    @Test("names of steps make a journey that reads back, whatever they are")
    func names() throws {
        let names = ["ouvrir", "Chercher un \"médecin\"", "a: b # c", "\\", "- x", "ouvrir", "", "a\nb"]
        let draft = JourneyDraft(steps: names)
        let journey = try JourneyFile.parse(draft.yaml { _ in "À compléter" }, name: "journey.yaml")
        #expect(journey.steps.map(\.id) == ["ouvrir", "Chercher un \"médecin\"", "a: b # c", "\\", "- x"])
        #expect(journey.steps.allSatisfy { $0.budget.bytes == nil })
        #expect(JourneyDraft(steps: []).isEmpty)
    }

    @Test("budgets lie a tenth above what was walked")
    func budgets() throws {
        let walk = RecordedWalk.all[0]
        let measurement = try Replay(captures: [walk.capture], conditions: walk.conditions(), tool: .ecoproxy)
            .measurement
        let journey = try JourneyFile.parse(JourneyDraft(measurement).yaml { _ in "" }, name: "journey.yaml")
        #expect(journey.steps.map(\.id) == measurement.steps.map(\.id))
        for (step, walked) in zip(journey.steps, measurement.steps) {
            let bytes = (walked.withoutBackground ?? walked.traffic).both.ipBytes
            let budget = try #require(step.budget.bytes)
            // The least whole number of bytes that isn't below 110 %.
            #expect(budget * 10 >= bytes * 11 && (budget - 1) * 10 < bytes * 11)
        }
        // What was planned and not walked stays, so that it is missed.
        let planned = JourneyDraft(measurement, planned: ["first", measurement.steps[0].id])
        let steps = try JourneyFile.parse(planned.yaml { _ in "" }, name: "journey.yaml").steps
        #expect(steps.map(\.id) == ["first"] + measurement.steps.map(\.id))
        #expect(steps[0].budget.bytes == nil)
    }
}
