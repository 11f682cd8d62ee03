import Documents
import JourneyRecorder

/// What a journey to begin with says, in the language of this run: remarks, and the steps of the example.
enum JourneyText {
    static let id = "standard-journey"
    static let title = LocalizedText(["en": "Standard journey", "fr": "Parcours standard"])

    /// The journey that DESIGN names: launch, sign in, search, book, sign out.
    static let steps = [
        JourneyDraft.Step(id: "open", title: title("Open the app", "Ouvrir l’application"), type: .loading),
        JourneyDraft.Step(id: "sign-in", title: title("Sign in", "Se connecter"), type: .action),
        JourneyDraft.Step(id: "search", title: title("Search", "Rechercher"), type: .action),
        JourneyDraft.Step(id: "book", title: title("Book", "Prendre rendez-vous"), type: .action),
        JourneyDraft.Step(id: "sign-out", title: title("Sign out", "Se déconnecter"), type: .action),
    ]

    private static func title(_ english: String, _ french: String) -> LocalizedText {
        LocalizedText(["en": english, "fr": french])
    }

    /// The sentence for a place of the file where a person has to decide.
    static func remark(_ place: JourneyDraft.Remark) -> String {
        let types = choices(of: StepType.self)
        return switch place {
        case .file:
            say(
                "A journey for ecoproxy, to be edited: what to walk through, and what it may cost.",
                "Un parcours pour ecoproxy, à modifier : ce qu’il faut parcourir, et ce que cela peut coûter.")
        case .device: choices(of: DeviceClass.self)
        case .network: choices(of: NetworkKind.self)
        case .hosts:
            say(
                "Whose hosts are whose: yours, and those of the device that no app of yours speaks to.",
                "À qui sont les hôtes : les vôtres, et ceux de l’appareil auxquels votre application ne parle pas.")
        case .types:
            say(
                "Check each type, which is a guess: \(types). critical: true marks the most important steps.",
                "Vérifiez chaque type, qui est une supposition : \(types). critical: true marque les étapes essentielles."
            )
        case .budget:
            say(
                "Limits that a check holds the app to, for the journey; for a step: budget: { bytes: 900000 }",
                "Les limites à tenir, pour le parcours ; pour une étape : budget: { bytes: 900000 }")
        }
    }

    private static func choices<Word: RawRepresentable<String> & CaseIterable>(of _: Word.Type) -> String {
        Word.allCases.map(\.rawValue).joined(separator: " | ")
    }
}
