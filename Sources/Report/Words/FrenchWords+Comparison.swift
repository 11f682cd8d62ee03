import Documents

/// Words for what changed between two sides of runs.
extension FrenchWords {
    var comparison: String { "Comparaison" }
    var base: String { "Référence" }
    var new: String { "Nouveau" }
    func runCount(_ count: Int) -> String { count < 2 ? "\(count) passage" : "\(count) passages" }

    func incompleteRuns(_ count: Int) -> String {
        "\(runCount(count)) sans toutes les étapes\u{A0}: hors des chiffres du parcours entier"
    }

    var howJudged: String { "Comment c’est jugé" }

    func judged(_ tests: Set<SignificanceTest.Name>, isUntested: Bool, significance: String) -> String {
        var sentences: [String] = []
        if tests.contains(.welch) {
            sentences.append("Test t de Welch, bilatéral, sur les moyennes\u{202F}; ± est l’écart-type des passages.")
        }
        if tests.contains(.singleRun) {
            sentences.append(
                "Un seul passage d’un côté\u{A0}: test t de Student, bilatéral, contre les passages de l’autre.")
        }
        if !tests.isEmpty {
            sentences.append(
                "Les valeurs p sont ajustées au nombre de grandeurs d’un tableau (Holm)\u{202F}; sous \(significance), un "
                    + "changement dépasse le bruit.")
        }
        if isUntested {
            sentences.append(
                "Un passage de chaque côté\u{A0}: le bruit est inconnu, aucun écart ne peut être appelé changement.")
        }
        if sentences.isEmpty { sentences.append("Il n’y a aucun écart à tester.") }
        return sentences.joined(separator: " ")
    }

    var conditionsDiffer: String { "Ce qui diffère hors de l’application" }

    func name(of condition: ConditionDifference.Condition) -> String {
        switch condition {
        case .application: "application"
        case .journey: "parcours"
        case .journeyFile: "fichier du parcours"
        case .device: "type d’appareil"
        case .network: "réseau"
        case .cache: "caches"
        case .trust: "point de capture"
        case .selection: "trafic retenu"
        case .tool: "version d’ecoproxy"
        case .energyPart: "énergie de"
        case .factorSet: "jeu de facteurs"
        case .profile: "profil de notation"
        case .rescored: "score enregistré"
        case .measurementMissing: "un score seul"
        case .scoreMissing: "pas de score"
        case .untrusted: "qualité"
        case .sameRun: "la même mesure des deux côtés"
        }
    }

    func consequence(of condition: ConditionDifference.Condition) -> String? {
        switch condition {
        case .application, .journey: "ce sont des choses différentes\u{202F}; un écart ne dit rien d’une version"
        case .journeyFile: "les étapes ou les règles d’hôtes ont pu changer"
        case .device, .network: "énergie, impacts et score en dépendent"
        case .cache: "à chaud, moins de données circulent qu’à froid"
        case .trust, .selection: "le même trafic peut être compté autrement"
        case .tool: nil
        case .energyPart: "l’énergie n’est pas comparée"
        case .factorSet:
            "score et indicateurs ne sont pas comparés\u{A0}: notez les deux à partir de leurs mesures avec le même jeu"
        case .profile: "le score n’est pas comparé\u{A0}: notez les deux à partir de leurs mesures avec le même profil"
        case .rescored: "score et indicateurs ont été recalculés à partir de la mesure"
        case .measurementMissing:
            "octets, hôtes, connexions et temps ne sont que dans les mesures, et ne sont pas comparés"
        case .scoreMissing: "il n’y a pas d’étape à noter"
        case .untrusted: "une mesure qui n’est pas digne de confiance ne prouve aucun changement"
        case .sameRun: nil
        }
    }

    var beyondNoise: String { "Changements au-delà du bruit" }
    var nothingBeyondNoise: String { "Aucun changement au-delà du bruit." }
    var inAll: String { "Ensemble" }
    var verdict: String { "Changement" }

    func name(of verdict: FigureChange.Verdict) -> String {
        switch verdict {
        case .same: "aucun"
        case .noise: "dans le bruit"
        case .worse: "moins bon"
        case .better: "meilleur"
        case .untested: "bruit inconnu"
        case .onlyBase: "référence seulement"
        case .onlyNew: "nouveau seulement"
        }
    }

    func name(of presence: HostChange.Presence) -> String {
        switch presence {
        case .both: "des deux côtés"
        case .new: "nouveau"
        case .vanished: "disparu"
        }
    }

    func chance(_ p: String) -> String { "p\u{A0}\(p)" }
    func figuresCaption(of part: String) -> String { "\(part)\u{A0}: grandeurs des deux côtés" }
    func hostsCaption(of part: String) -> String { "\(part)\u{A0}: hôtes, du plus changé au moins changé" }
    var newHosts: String { "Nouveaux hôtes" }
    var vanishedHosts: String { "Hôtes disparus" }
    func unchanged(_ figures: String) -> String { "Inchangé\u{A0}: \(figures)." }
    var allUnchanged: String { "Rien ne diffère." }
    func otherHostChanges(_ count: Int) -> String {
        "\(count) autres hôtes ont moins changé\u{202F}; --json les donne tous."
    }
    var requests: String { "Requêtes" }
    var gradeLetter: String { "Classe" }
    var hostCount: String { "Hôtes" }
    var allTraffic: String { "tout le trafic" }

    func hosts(of party: Party) -> String {
        switch party {
        case .first: "éditeur"
        case .third: "tiers"
        case .background: "fond"
        case .unknown: "partie inconnue"
        }
    }

    var sentOnly: String { "envoyés" }
    var receivedOnly: String { "reçus" }

    func name(of value: Metric.Case) -> String {
        switch value {
        case .low: "bas"
        case .central: "central"
        case .high: "haut"
        }
    }
}
