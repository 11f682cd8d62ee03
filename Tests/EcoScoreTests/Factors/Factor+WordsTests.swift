import Documents
import Testing

@testable import EcoScore

@Suite struct FactorWordsTests {
    @Test(
        "figures keep all their digits, in French with a comma",
        arguments: [(0.04418, "0.04418", "0,04418"), (2628, "2628", "2628"), (0, "0", "0"), (3.908, "3.908", "3,908")])
    func figures(_ value: Double, _ english: String, _ french: String) {
        let text = LocalizedText.factorFigure(value)
        #expect(text["en"] == english)
        #expect(text["fr"] == french)
    }

    @Test("each confidence has its word in both languages", arguments: Factor.Confidence.allCases)
    func words(_ confidence: Factor.Confidence) {
        #expect(Set(LocalizedText.confidence(confidence).texts.keys) == ["en", "fr"])
    }
}
