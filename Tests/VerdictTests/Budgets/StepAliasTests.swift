import Documents
import Testing

@testable import Verdict

@Suite struct StepAliasTests {
    private let steps = [
        (id: "connecter", title: LocalizedText(["fr": "Se connecter", "en": "Sign in"])),
        (id: "retirer", title: LocalizedText("Déconnexion à l’écran")),
    ]

    @Test(
        "a step is found by its identifier, or a title that is the same name",
        arguments: [
            ("connecter", "connecter"), ("seConnecter", "connecter"), ("sign-in", "connecter"),
            ("deconnexion_a_l_ecran", "retirer"), ("autre", nil),
        ])
    func found(_ row: (alias: String, step: String?)) {
        #expect(StepAlias.step(row.alias, in: steps) == row.step)
    }
}
