import Testing

@testable import JourneyRecorder

@Suite struct StepIdentifierTests {
    @Test(
        "titles become small letters, digits and single hyphens",
        arguments: [
            ("Ouvrir l'application", "ouvrir-l-application"), ("  Prendre — rendez-vous!", "prendre-rendez-vous"),
            ("Œuvre à vérifier, Noël", "oeuvre-a-verifier-noel"), ("日本", "step"), ("", "step"),
            ("2e étape", "2e-etape"),
            (String(repeating: "ab ", count: 40), String(repeating: "ab-", count: 16).dropLast().description),
        ])
    func identifiers(_ title: String, _ expected: String) {
        #expect(StepIdentifier.identifier(of: title) == expected)
    }
}
