import Documents

extension FrenchWords {
    /// The sentences of what concerns the walk itself and its repetitions, each with what to do; `nil` for other codes.
    func runCaveat(_ caveat: Caveat, _ figures: Figures) -> String? {
        let step = caveat.step == nil ? "Une étape" : "Cette étape"
        let ofStep = caveat.step == nil ? "d’une étape" : "de cette étape"
        let count = caveat.count
        return switch caveat.code {
        case .restTrafficHeavy:
            "Au repos, l’appareil échangerait plus de 10\u{A0}% de ce que les étapes ont échangé"
                + (count.map { " (\(figures.bytes($0)))" } ?? "")
                + "\u{A0}: fermez les autres applications, arrêtez synchronisations et mises à jour, puis recommencez."
        case .stepTooShort:
            "\(step) dure moins d’une seconde\u{A0}: l’instant du marqueur décide de son contenu. Joignez-la à sa voisine, "
                + "ou attendez que l’application se taise."
        case .markersTooClose:
            "\(step) est plus brève que ce que l’horloge de la capture distingue\u{A0}: marquez chaque étape à son début, "
                + "ou capturez avec une horloge plus fine."
        case .hostsUnexpected:
            (count.map { counted($0, "tiers inattendu", "tiers inattendus", figures) } ?? "Des tiers inattendus")
                + ", que le parcours ne déclare pas et que nul ne connaît\u{A0}: déclarez ceux qui sont à vous ou à l’appareil (hosts\u{A0}: "
                + "first_party, background), et fermez les autres applications."
        case .cacheUnstated:
            "Le parcours prévoit des passages à froid et à chaud, et rien ne dit lesquels sont ceux-ci\u{A0}: enregistrez avec "
                + "--cold ou --warm."
        case .runsTooFew:
            (count.map { counted($0, "passage manque", "passages manquent", figures) } ?? "Des passages manquent")
                + " pour ce que prévoit le parcours\u{A0}: recommencez-le, ou notez ensemble les mesures des passages."
        case .spreadTooWide:
            "Les passages \(ofStep) diffèrent de plus que ne l’admet le parcours\u{A0}: cherchez ce qui les "
                + "distingue."
        case .runOutlying:
            "\(count.map { "Le passage \(figures.exact($0))" } ?? "Un passage") \(ofStep) s’écarte beaucoup des "
                + "autres\u{A0}: cherchez pourquoi, ou refaites-le."
        case .moreRunsNeeded:
            (count.map { "Il faut \(counted($0, "passage de plus", "passages de plus", figures))" }
                ?? "Il faut plus de passages") + " \(ofStep) pour la précision choisie (--precision)."
        default: nil
        }
    }
}
