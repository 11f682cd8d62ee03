import Testing

@testable import JourneyRecorder

@Suite struct WalkPlanTests {
    @Test(
        "a step is meant by identifier, title in any language, or number",
        arguments: [("b", "b"), ("chercher", "b"), ("open", "a"), ("Ouvrir", "a"), ("3", "c"), ("4", nil), ("x", nil)])
    func names(_ name: String, _ id: String?) throws {
        #expect(try Walking().desk.plan.step(named: name) == id)
        #expect(try Walking(hasJourney: false).desk.plan.step(named: name) == nil)
    }
}
