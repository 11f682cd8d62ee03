import Documents
import Testing

@testable import Verdict

@Suite struct GreenFrameThresholdsTests {
    private let one = #"{"scenarios": [{"path": "a.js", "name": "Parcours standard", "threshold": 0.1}]}"#
    private let two =
        #"{"scenarios": [{"path": "a.js", "name": "Parcours Standard", "threshold": 0.1}, {"path": "b.js", "name": "Autre", "threshold": 0.2}]}"#

    @Test("a threshold is of the scenario that bears the journey's name, or the only one")
    func named() throws {
        #expect(try BudgetText.phrases(one, journey: ["parcours-standard"]) == ["ghg.central <= 0.1"])
        #expect(try BudgetText.phrases(one, journey: ["demo"]) == ["ghg.central <= 0.1"])
        #expect(
            try BudgetText.phrases(two, journey: ["parcours-standard"])
                == ["!otherScenario <= 0.2 (warn)", "ghg.central <= 0.1"])
    }

    @Test("where no scenario is the journey's, none is checked")
    func other() throws {
        #expect(
            try BudgetText.phrases(two, journey: ["demo"]) == ["!otherScenario <= 0.1", "!otherScenario <= 0.2"])
    }

    @Test("scenarios without a threshold are no budget")
    func none() {
        #expect(BudgetText.problem(#"{"scenarios": [{"path": "a.js"}]}"#)?.problem == .noLimits)
    }
}
