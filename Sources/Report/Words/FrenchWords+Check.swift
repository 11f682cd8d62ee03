import Documents

/// Words for what checking runs came to.
extension FrenchWords {
    var check: String { "Vérification" }

    func outcome(_ outcome: CheckResult.Outcome) -> String {
        switch outcome {
        case .passed: "Réussi\u{A0}: aucune limite n’est dépassée."
        case .broken: "Échec\u{A0}: une limite est dépassée (code de sortie 1)."
        case .worse: "Moins bon que la référence, au-delà du bruit (code de sortie 2)."
        case .untrusted:
            "Pas digne de confiance\u{A0}: une mesure, ou une limite impossible à vérifier, s’y oppose (code de sortie 3)."
        }
    }

    var checkedRuns: String { "Passages" }
    var baseline: String { "Référence" }
    var budgetFiles: String { "Budgets" }
    var limitsLabel: String { "Limites" }

    func limitCounts(passed: Int, broken: Int, unchecked: Int, undecided: Int) -> String {
        func plural(_ count: Int) -> String { count < 2 ? "" : "s" }
        return "\(passed) tenue\(plural(passed)), \(broken) dépassée\(plural(broken)), "
            + "\(unchecked) non vérifiée\(plural(unchecked))"
            + (undecided > 0 ? "\u{202F}; \(undecided) indécise\(plural(undecided))" : "")
    }

    func name(of status: LimitResult.Status) -> String {
        switch status {
        case .passed: "tenue"
        case .broken: "dépassée"
        case .unchecked: "non vérifiée"
        }
    }

    func heading(of status: LimitResult.Status) -> String {
        switch status {
        case .passed: "Limites tenues"
        case .broken: "Limites dépassées"
        case .unchecked: "Limites impossibles à vérifier"
        }
    }

    var whyUntrusted: String { "Pourquoi les mesures ne sont pas dignes de confiance" }
    var againstBaseline: String { "Face à la référence" }
    var wholeJourney: String { "Parcours entier" }
    func atMost(_ limit: String) -> String { "limite \(limit)" }
    func atLeast(_ limit: String) -> String { "au moins \(limit)" }
    func relativeTo(_ baseline: String) -> String { "référence \(baseline)" }

    func name(of statistic: LimitResult.Statistic) -> String {
        switch statistic {
        case .mean: "moyenne"
        case .median: "médiane"
        case .least: "minimum"
        case .greatest: "maximum"
        }
    }

    func spread(runs: String, least: String, greatest: String, interval: String?) -> String {
        "de \(runs), \(least)–\(greatest)" + (interval.map { ", confiance à 95\u{A0}% \($0)" } ?? "")
    }

    func allEqual(_ runs: String) -> String { "identique dans \(runs)" }
    var semicolon: String { "\u{202F}; " }
    var oneRun: String { "un passage\u{A0}: dispersion inconnue" }

    func undecided(_ runs: Int?) -> String {
        guard let runs else { return "indécis\u{A0}: trop près de la limite, quel que soit le nombre de passages" }
        return "indécis\u{A0}: environ \(runs) passages trancheraient"
    }

    var inAnyCase: String { "dans tous les cas" }
    var undecidedOnBothSides: String { "indécis\u{A0}: des passages sont des deux côtés de la limite" }
    var onlyWarning: String { "simple avertissement" }
    var heaviestHosts: String { "Hôtes les plus lourds" }
    func writtenIn(_ place: String) -> String { "Écrit dans \(place)" }

    func sentence(of obstacle: Obstacle) -> String {
        switch obstacle {
        case .requests: "les requêtes ne se voient pas dans un trafic chiffré\u{202F}; limitez connexions ou hôtes"
        case .resourceType:
            "les types de contenu ne se voient pas dans un trafic chiffré\u{202F}; limitez les octets, ou par partie"
        case .browserTiming:
            "le chronométrage d’un navigateur n’est pas dans une capture\u{202F}; limitez display_time"
        case .otherScore: "le score d’un autre outil n’est pas l’écoscore\u{202F}; limitez score ou grade"
        case .otherMetric: "rien de ce qui est mesuré ici n’y correspond"
        case .page: "elle vaut pour des pages par leur adresse, et le trafic a des étapes\u{202F}; limitez une étape"
        case .elsewhere:
            "ses limites sont dans un autre fichier ou outil\u{202F}; donnez ce fichier avec --budget"
        case .otherScenario: "elle vaut pour un autre scénario que ce parcours"
        case .noLimit: "elle ne donne aucun chiffre à tenir"
        case .stepMissing: "les passages n’ont pas cette étape"
        case .noCompleteRun: "aucun passage ne suit le parcours entier"
        case .notInScore: "un score seul ne contient pas de mesures\u{202F}; donnez la mesure ou le dossier"
        case .scoreMissing: "il n’y a pas de score"
        case .scorePartial: "un axe du score n’a pas été mesuré, et pourrait le changer"
        case .energyAbsent: "l’énergie n’a pas été mesurée partout"
        case .displayTimeAbsent: "le temps d’affichage n’a pas été mesuré partout"
        case .partyUnknown:
            "des hôtes de partie inconnue pourraient le changer\u{202F}; déclarez les hôtes dans le parcours"
        case .hostsTogether: "les hôtes légers sont réunis, leur nombre n’est donc pas connu"
        case .notStated: "les documents ne le disent pas\u{202F}; mesurez à nouveau avec cette version"
        case .baselineMissing: "elle dépend d’une référence\u{202F}; donnez-la avec --baseline"
        case .baselineUnknown: "le chiffre de la référence n’est pas connu"
        }
    }

    var limit: String { "Limite" }
    var status: String { "État" }
    var decidingRuns: String { "Passages qui trancheraient" }

    var decidingRunsExplained: String {
        "Passages en tout qui montreraient de quel côté de la limite est la moyenne, avec 95\u{A0}% de confiance et 80\u{A0}% de "
            + "puissance, s’ils varient encore autant (NIST/SEMATECH e-Handbook § 7.2.2.2)."
    }

    var decidingRunsOfChanges: String {
        "Passages de chaque côté qui montreraient un changement face à la référence, s’il est aussi grand qu’il paraît (même source\u{202F}; "
            + "avant l’ajustement au nombre de grandeurs)."
    }

    var noneUndecided: String { "Aucune limite ne porte sur la moyenne de passages." }
    var manyRuns: String { "aucun nombre ne tranche" }
    var spreadUnknown: String { "à refaire\u{A0}: avec un seul passage, la dispersion est inconnue" }
}
