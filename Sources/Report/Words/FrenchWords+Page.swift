import Documents

/// What a whole report says beyond its figures, in French.
extension FrenchWords {
    var needsMeasurement: String {
        "Il faut pour cela la mesure, qu’un document de score ne contient pas\u{A0}: donnez le dossier de mesure, ou measurement.json."
    }
    var noPackets: String { "La capture ne contient aucun paquet." }
    var noScore: String {
        "Aucune étape n’a été parcourue, il n’y a donc pas de score\u{A0}: marquez les étapes pendant l’enregistrement, ou rejouez la capture avec son parcours et ses repères (ecoproxy replay CAPTURE --journey journey.yaml --markers markers.jsonl)."
    }
    var noSteps: String {
        "Aucune étape\u{A0}: la capture a été mesurée en bloc. Marquez les étapes pendant l’enregistrement, ou rejouez-la avec un parcours et des repères."
    }
    var whatWasMeasured: String { "Ce qui a été mesuré" }
    var heaviestSteps: String { "Étapes les plus lourdes" }
    var toDoFirst: String { "À faire d’abord" }
    var scoreAlone: String {
        "Cette page vient d’un document de score seul\u{A0}: octets, hôtes et durées sont dans la mesure dont il est issu."
    }
    var listSeparator: String { "\u{202F}; " }
    var scoredStepsCaption: String { "Les étapes telles que notées\u{A0}: valeur centrale [basse–haute]" }
    var mediansCaption: String {
        "Chaque étape sur tous les passages\u{A0}: médianes, les données avec la plus petite et la plus grande"
    }
    var everyWalk: String { "Chaque passage" }
    var requestsUnseen: String {
        "Les requêtes ne se comptent pas dans des paquets\u{A0}: une connexion en porte beaucoup, chiffrées. Connexions et hôtes en tiennent lieu."
    }
    var walkedOnce: String {
        "Chaque étape a été parcourue une fois\u{A0}: pas de dispersion à montrer. Enregistrez avec --iterations, ou donnez plusieurs mesures\u{A0}: ecoproxy report MESURE1 MESURE2 MESURE3."
    }
    var timelineTitle: String { "Octets au fil du temps, selon à qui sont les hôtes" }
    var stepRatesDescription: String {
        "Le débit moyen de chaque étape, empilé par partie. Le tableau qui suit le dit par étape."
    }
    var timelineAbsent: String {
        "Cette mesure ne contient pas d’octets au fil du temps, comme celles de versions antérieures\u{A0}: on voit le débit moyen de chaque étape. Rejouez la capture pour en savoir plus\u{A0}: ecoproxy replay."
    }
    var timelineCaption: String {
        "Le début de chaque étape, son débit moyen, et à qui sont les hôtes de ses octets IP"
    }
    var begins: String { "Début" }
    var meanRate: String { "Débit moyen" }
    var hostMapTitle: String { "Les hôtes selon leur poids, ceux d’une partie ensemble" }
    var stepsByHostCaption: String { "Octets IP par étape et par hôte" }
    var hostsLabel: String { "Hôtes" }
    var restOfHosts: String { "Autres hôtes" }
    var firstMet: String { "Vu d’abord dans" }
    var heaviestCellsCaption: String {
        "Les couples étape et hôte les plus lourds, avec leur part des octets de toutes les étapes"
    }
    var noHotSpots: String { "Aucune étape n’a porté d’octets\u{A0}: rien ne pèse plus que le reste." }
    var noLeads: String { "Aucune n’a été trouvée." }
    var noCommonSteps: String { "Les passages à froid et à chaud n’ont aucune étape en commun." }
    var dataCold: String { "Données, à froid" }
    var dataWarm: String { "Données, à chaud" }
    var cacheSaves: String { "Les caches épargnent" }
    var savedShare: String { "Épargné" }
    var durationCold: String { "Durée, à froid" }
    var durationWarm: String { "Durée, à chaud" }
    var coldWarmExplained: String {
        "Un passage à froid commence avec des caches vides, un passage à chaud avec ce qu’un passage antérieur a laissé. On les compare ici, sans jamais en faire une moyenne commune."
    }
    var budget: String { "Budget" }
    var noBudget: String {
        "Ni limites ni référence n’ont été données. Pour y confronter cette mesure\u{A0}: ecoproxy report MESURE --budget FICHIER --baseline MESURE."
    }
    var evolution: String { "Évolution" }
    var oneRunOnly: String {
        "Une seule mesure a été donnée, il n’y a donc pas d’évolution. Donnez-en plusieurs\u{A0}: ecoproxy report MESURE1 MESURE2\u{202F}; pour comparer deux versions\u{A0}: ecoproxy compare BASE NOUVELLE."
    }
    var trendTitle: String { "Données de chaque mesure" }
    var trendExplained: String {
        "La bande va de la plus petite à la plus grande des mesures qui comptent ensemble (points pleins)\u{A0}: un écart à l’intérieur ne se distingue pas du hasard."
    }
    var runsCaption: String { "Les mesures dans l’ordre du temps" }
    var run: String { "Mesure" }
    var version: String { "Version" }
    var caches: String { "Caches" }
    var backgroundTraffic: String { "Fond de l’appareil lui-même" }
    var notKnownHere: String { "non connu" }
    var otherDevicesAndApps: String { "Autres appareils et applications" }
    var nothingSelected: String { "non séparés\u{A0}: tout ce qui a été capturé a été mesuré" }
    var sentAgain: String { "Renvoyé" }
    var countedInSteps: String { "compté dans l’étape où cela est tombé" }
    var capturedTwice: String { "Capturé deux fois" }
    var removed: String { "écarté" }
    var countedTwice: String { "compté deux fois" }
    var linkOverhead: String { "En-têtes de lien et autres couches sous IP" }
    var formulas: String {
        "Pour chaque étape\u{A0}: gaz à effet de serre = énergie de l’appareil × électricité + part de sa vie × fabrication + octets × (réseau + centre de données)\u{202F}; eau et sols de même, par l’électricité de chaque part. Un parcours est la somme de ses étapes, et sur plusieurs passages, de leur moyenne."
    }
    var notMeasuredHeading: String { "Ce qui n’est pas mesuré" }
    var serversUnseen: String {
        "Le travail des serveurs\u{A0}: une requête qui les occupe longtemps ne pèse ici que ses octets."
    }
    var energyUnseen: String {
        "L’énergie de l’appareil\u{A0}: une puissance typique × le temps en tient lieu. Mesurez-la avec --energy."
    }
    var displayUnseen: String {
        "Le temps d’affichage\u{A0}: cet axe du score reste ouvert. Mesurez-le avec --display, ou marquez «\u{A0}displayed\u{A0}»."
    }
    var factors: String { "Facteurs" }
    var factorsAbsent: String {
        "Ce score, d’une version antérieure, ne donne pas ses facteurs\u{A0}: notez de nouveau la mesure."
    }
    var factor: String { "Facteur" }
    var value: String { "Valeur" }
    var sources: String { "Sources" }
    var verifying: String { "Comment vérifier" }
    var verifyingExplained: String {
        "Un SHA-256 désigne chaque document par ses octets. Rejouer la capture redonne la même mesure, et la mesure le même score, octet pour octet."
    }
    var documentsCarried: String { "Documents que cette page contient" }
    var documentsExplained: String {
        "Ils sont dans la source de la page, chacun dans un élément script de type application/json, où <, > et & sont écrits \\u003c, \\u003e et \\u0026. Défaites ces trois écritures, et les octets ont le SHA-256 donné ici."
    }
    var hashOfFile: String { "Le condensat d’un fichier" }
    var scoreAgain: String { "Le score, de nouveau" }
    var runPlaceholder: String { "MESURE" }
    var skipToContent: String { "Aller au contenu" }
    func timelineDescription(_ bin: String) -> String {
        "Débits d’octets par colonnes de \(bin), empilés par partie sur les bandes des étapes. Le tableau qui suit les donne par étape."
    }
    func timelineExplained(_ bin: String) -> String {
        "Chaque colonne est la moyenne de \(bin), envoyé et reçu ensemble, en octets IP. Les étapes sont numérotées comme dans les tableaux."
    }
    func perSecond(_ bytes: String) -> String {
        "\(bytes)/s"
    }
    func ofTypicalRun(_ name: String) -> String {
        "De plusieurs mesures on en voit ici une, \(name)\u{A0}: ses données sont les plus proches de la médiane."
    }
    func ofTheData(_ percent: String) -> String {
        "\(percent) des données"
    }
    func oneRunInFull(_ name: String) -> String {
        "Une mesure en entier\u{A0}: \(name)"
    }
    func coldWarmCaption(_ cold: Int, _ warm: Int) -> String {
        "Médianes de chaque étape\u{A0}: passages à froid \(cold), à chaud \(warm)"
    }
    func trendDescription(_ runs: Int) -> String {
        "Les données de \(runs) mesures dans l’ordre du temps, sur la bande de celles qui comptent ensemble. Le tableau qui suit donne les chiffres."
    }
    func factorsCaption(_ set: String) -> String {
        "Les facteurs de \(set) dont ces chiffres dépendent\u{A0}: valeur centrale avec unité [basse–haute], sources"
    }
    func warningsBelow(_ count: Int, _ figures: Figures) -> String {
        "\(counted(count, "avertissement", "avertissements", figures))\u{A0}: voir Méthode et limites"
    }
    func earlierRuns(_ count: Int, _ figures: Figures) -> String {
        "\(counted(count, "mesure plus ancienne n’est pas montrée", "mesures plus anciennes ne sont pas montrées", figures))."
    }

    func runsTogether(_ count: Int, _ common: String?, typical: String, _ figures: Figures) -> String {
        let common = common.map { " (\($0))" } ?? ""
        guard count > 1 else {
            return "Des mesures données une seule compte\(common)\u{A0}: \(typical). Les autres sont dans l’évolution."
        }
        return "\(figures.exact(count)) mesures comptent ensemble\(common)\u{A0}: score, indicateurs et médianes "
            + "sont ceux de toutes. Ce qu’une seule peut montrer est de \(typical), dont les données sont les plus proches de la médiane."
    }

    func oneKindOnly(_ kind: String?) -> String {
        let known =
            kind.map { "Il n’y a ici que des \($0)" } ?? "Rien ne dit si ces passages étaient à froid ou à chaud"
        return
            "\(known)\u{A0}: enregistrez avec --cold et avec --warm, et donnez des mesures des deux sortes\u{A0}: ecoproxy report FROID CHAUD."
    }

    func partyInFull(_ party: Party) -> String {
        switch party {
        case .first: "Hôtes propres"
        case .third: "Tiers"
        case .background: "Fond"
        case .unknown: "Inconnu"
        }
    }

    func shortName(of cache: CacheState) -> String { cache == .cold ? "à froid" : "à chaud" }
}
