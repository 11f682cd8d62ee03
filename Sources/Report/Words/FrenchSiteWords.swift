import Documents

/// The pages of a catalogue in French.
struct FrenchSiteWords: SiteWords {
    let catalogue = "Catalogue des applications"
    func applications(_ count: Int, of all: Int, _ figures: Figures) -> String {
        let applications = "\(figures.exact(count)) application\(count < 2 ? "" : "s")"
        return count == all ? applications : "\(applications) sur \(figures.exact(all))"
    }
    let byName = "par nom"
    let byScore = "par score"
    let byScoreExplained = """
        Le meilleur score en premier. Un score partiel est classé par le moins qu’il pourrait valoir, puisque des axes lui \
        manquent.
        """
    let order = "Ordre"
    let category = "Catégorie"
    let platform = "Plateforme"
    let publisher = "Éditeur"
    let gradeLabel = "Note"
    let allApplications = "Toutes"
    let withoutCategory = "Sans catégorie"
    let withoutPlatform = "Sans plateforme"
    let withoutGrade = "Sans note"
    let narrow = "Filtrer"
    func choices(_ count: Int, _ figures: Figures) -> String { "\(figures.exact(count)) au choix" }
    let listCaption = "Les applications et le score de leur dernière mesure"
    let lastVersion = "Version mesurée"
    let measuredDate = "Mesurée le"
    let lastScore = "Dernier score"
    let bestScore = "Meilleur score"
    let noRun = "Aucune mesure n’est rattachée à cette application."
    func page(_ number: Int, of count: Int) -> String { "Page \(number) sur \(count)" }
    let pages = "Pages"
    let previousPage = "Page précédente"
    let nextPage = "Page suivante"
    let search = "Chercher dans cette page"
    let rowsLeft = "Applications affichées\u{A0}: #"
    let languages = "Langues"
    let skip = "Aller au contenu"
    let inOtherLanguage = "In English"

    let website = "Site"
    let identifier = "Identifiant"
    let identifiers = "Autres identifiants"
    let version = "Version"
    let noJourney = "sans parcours"
    let run = "Mesure"
    let runsCaption = "Toutes les mesures, la plus récente en premier"
    let evolution = "Évolution du score"
    func evolutionLabel(
        journey: String, count: Int, from: String, to: String, first: String, last: String
    ) -> String {
        count == 1
            ? "Parcours \(journey)\u{A0}: un score, \(last), le \(to)."
            : "Parcours \(journey)\u{A0}: \(count) scores du \(from) au \(to), de \(first) au premier à \(last) au dernier."
    }
    let evolutionExplained = """
        De 0 à 100, plus c’est haut, mieux c’est. Cercle plein\u{A0}: score complet\u{202F}; cercle vide\u{A0}: score partiel, le \
        trait montrant où il pourrait se situer. Le tableau des mesures dit les mêmes chiffres.
        """
    let measurements = "Mesures"
    let fullReport = "Rapport complet de la dernière mesure"
    func quality(_ grade: Quality.Grade) -> String {
        switch grade {
        case .good: "bonne"
        case .fair: "correcte"
        case .untrusted: "non fiable"
        }
    }
    let partial = "partiel"
    func score(_ value: String, version: String, date: String) -> String { "\(value), version \(version), \(date)" }
    let factorSetShort = "Facteurs"
    let comparability = """
        Deux scores ne se comparent que pour le même parcours, avec les mêmes facteurs. Une mesure non fiable ne compte pas \
        parmi les meilleurs scores.
        """

    func date(year: String, month: Int, day: Int) -> String {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        return "\(day == 1 ? "1er" : "\(day)")\u{A0}\(months[month - 1])\u{A0}\(year)"
    }
    func madeWith(_ tool: String, on date: String?) -> String {
        "Page écrite par \(tool)" + (date.map { " le \($0)" } ?? "") + "."
    }
    let statement =
        "Cet écoscore est celui d’ecoproxy\u{202F}; il n’est pas celui de l’Agence du Numérique en Santé."
}
