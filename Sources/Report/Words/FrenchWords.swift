import Documents

/// The report in French: U+202F before « ; » and « ! », U+00A0 before « : » and inside quotation marks.
struct FrenchWords: Words {
    let report = "Rapport"
    let contents = "Sommaire"
    let captureWithoutName = "Capture sans nom"
    let ecoscore = "Écoscore"
    let noEcoscore = "Pas d’écoscore\u{A0}: aucun de ses trois axes n’a été mesuré."
    let noGrade = "pas de note"
    let axisData = "Données échangées"
    let axisEnergy = "Énergie de l’appareil"
    let axisTime = "Temps d’affichage"
    let notMeasured = "non mesuré"
    let notApplicable = "sans objet"
    let untrusted = """
        Cette mesure n’est pas fiable\u{202F}; les avertissements plus bas disent pourquoi. Refaites-la avant d’en \
        utiliser les chiffres.
        """
    let application = "Application"
    let dataExchanged = "Données échangées"
    let traffic = "Trafic"
    let walk = "Déroulement"
    let measuredOn = "Mesuré le"
    let device = "Appareil"
    let network = "Réseau"
    let quality = "Qualité"
    let captureTrust = "Point de capture"

    let greenhouseGas = "Gaz à effet de serre"
    let water = "Eau"
    let land = "Sols"
    let year = "an"
    let part = "Origine"
    let partsCaption = "Origine de chaque impact\u{A0}: valeur centrale [basse–haute]"
    let terminalUse = "Appareil, usage"
    let terminalManufacture = "Appareil, fabrication"
    let networkPart = "Réseau"
    let dataCentre = "Centre de données"
    let total = "Total"
    let rangesExplained = """
        Chaque chiffre est une valeur centrale entre une basse et une haute, où tous les facteurs prennent leur borne \
        favorable ou défavorable\u{202F}; ce n’est pas un intervalle de confiance. Deux chiffres significatifs au plus \
        sont affichés.
        """

    let step = "Étape"
    let stepsCaption = "Les étapes dans l’ordre parcouru\u{202F}; les trois dernières lignes les additionnent"
    let duration = "Durée"
    let up = "Envoyé"
    let down = "Reçu"
    let ipBytes = "Octets IP"
    let connections = "Connexions"
    let connectionsShort = "Conn."
    let heaviestHost = "Hôte principal"
    let energy = "Énergie"
    let displayTime = "Temps d’affichage"
    let shareOfData = "Part des données"
    let shareOfDataShort = "Données"
    let score = "Score"
    let stepsTogether = "Étapes réunies"
    let outsideSteps = "Hors étapes"
    let everything = "Capture totale"
    let everythingMeasured = "Tout ce qui est mesuré"
    let host = "Hôte"
    let hostsCaption = "Tous les hôtes de la capture, du plus lourd au plus léger"
    let hostsMeasuredCaption = "Tous les hôtes mesurés, du plus lourd au plus léger"
    let party = "Partie"
    let flows = "Flux"
    let otherIP = "Autre trafic IP"
    let nothingOutside = "Aucun paquet n’est tombé hors des étapes."
    let outsideCaption = "Hôtes hors des étapes, du plus lourd au plus léger"

    let hotSpotsCaption = "Étapes qui pèsent plus que leur part, de la plus lourde à la plus légère"
    let weighsIn = "Pèse en"
    let shareOfJourney = "Part du parcours"
    let whatMakesItSo = "Ce qui l’explique"
    let partiesOfBytes = "Parties"
    let purposes = "Finalités"
    let leadsNotFound = "Cherché et non trouvé"
    let gainExplained = """
        Ce qui est attribué à une partie du trafic n’est pas ce qui serait économisé sans elle. Les pistes se recouvrent\u{A0}: \
        ce qui leur est attribué ne s’additionne pas.
        """
    let noWarnings = "Aucun."

    let source = "Source"
    let interface = "Interface"
    let linkTypes = "Types de lien"
    let filter = "Filtre"
    let snapLength = "Longueur de capture"
    let captureTime = "Heures de capture"
    let journey = "Parcours"
    let deviceToldBy = "Appareil reconnu par"
    let volumes = "Volumes"
    let packetsLabel = "Paquets"
    let wireBytes = "Octets sur le lien"
    let payloadBytes = "Octets utiles"
    let capturedBytes = "Octets capturés"
    let truncatedPackets = "Paquets tronqués"
    let framesWithoutIP = "Trames hors IP"
    let drops = "Paquets perdus"
    let dropsKernel = "Par le noyau"
    let dropsInterface = "Par l’interface"
    let dropsFull = "Faute de place"
    let notStated = "non indiqué"
    let measuredWith = "Mesuré avec"
    let measurementDocument = "Mesure"
    let factorSet = "Jeu de facteurs"
    let replaced = "Facteurs remplacés"
    let factorsUsed = "Facteurs utilisés"
    let profile = "Profil de score"
    let scoredWith = "Évalué avec"
    let method = """
        Les données échangées sont comptées en octets IP (longueur totale IPv4, ou 40 + longueur de charge utile IPv6), \
        dans les deux sens, pour ne pas dépendre de l’endroit de la capture. Une étape va de son début inclus à sa fin \
        exclue\u{202F}; un paquet appartient à l’étape où tombe son heure de capture.
        """
    let methodOfScore = """
        Une capture ne voit pas le travail des serveurs\u{A0}: la part du centre de données est attribuée selon les \
        octets. Ce qui n’est pas mesuré est modélisé, et aucun axe du score n’est deviné à partir d’un autre.
        """

    func partialEcoscore(axes: Int) -> String { "Écoscore partiel (\(axes)/3 axes)" }
    func interval(_ low: String, _ high: String) -> String { "intervalle \(low)–\(high)" }
    func grade(_ letters: String) -> String { "note \(letters)" }
    func outOf100(_ score: String) -> String { "\(score) sur 100" }
    func onPartOfSteps(_ percent: String) -> String { "mesuré sur \(percent) des étapes" }
    func ipBytesExactly(_ figure: String) -> String { "\(figure) octets IP" }
    func upAndDown(_ up: String, _ down: String) -> String { "\(up) envoyés, \(down) reçus" }
    func packets(_ count: Int, _ figures: Figures) -> String { counted(count, "paquet", "paquets", figures) }
    func purposesOfBytes(_ list: String) -> String {
        "Parmi tous les octets, pour les hôtes dont la finalité est connue : \(list)."
    }

    func hosts(_ count: Int, _ figures: Figures) -> String { counted(count, "hôte", "hôtes", figures) }
    func steps(_ count: Int) -> String { "\(count) \(count < 2 ? "étape" : "étapes")" }
    func backgroundLeftOut(_ bytes: String) -> String {
        "Dont \(bytes) d’hôtes de fond de l’appareil, laissés hors du score."
    }
    func otherHosts(_ count: Int, _ figures: Figures) -> String {
        counted(count, "autre hôte", "autres hôtes", figures)
    }
    func outsideExplained(_ bytes: String) -> String {
        "\(bytes) ont été capturés avant, entre ou après les étapes et n’entrent dans aucun de leurs chiffres"
    }
    func above(_ figure: String, _ threshold: String) -> String { "\(figure), au-delà de \(threshold)" }
    func serverNames(_ count: String) -> String { "\(count) noms de serveurs" }
    func connectionsBegun(_ count: String) -> String { "\(count) connexions" }
    func audienceTools(_ count: String) -> String { "\(count) outils de mesure d’audience" }
    func points(_ figure: String) -> String { "\(figure) points de score" }
    func mostly(_ part: String, _ share: String) -> String { "\(part) \(share)" }
    func lasting(_ duration: String, _ share: String) -> String { "\(duration), \(share) du temps" }
    func criteria(_ list: String) -> String { "Critères\u{A0}: \(list)" }
    func leadsNotObservable(_ obstacle: Lead.Obstacle?) -> String {
        switch obstacle {
        case .encrypted: "Invisible dans un trafic chiffré"
        case .namesAbsent: "Ne peut être jugé\u{A0}: la capture ne montre aucun nom de serveur"
        case .partiesUndeclared:
            "Ne peut être jugé tant que le parcours ne nomme pas les hôtes de l’éditeur (hosts\u{A0}: first_party)"
        case .timingAbsent:
            "Ne peut être jugé\u{A0}: une mesure a un total par étape, pas l’instant de chaque envoi"
        case .protocolAbsent: "Ne peut être jugé\u{A0}: la mesure ne dit pas quelle version de HTTP a été convenue"
        case .displayTimeAbsent: "Ne peut être jugé\u{A0}: le temps d’affichage n’a pas été mesuré à chaque étape"
        case .connectionsAbsent:
            "Ne peut être jugé\u{A0}: cette mesure ancienne ne compte pas les connexions par hôte\u{202F}; rejouez la capture"
        case .stepAbsent: "Ne peut être jugé\u{A0}: le parcours n’a pas d’étape qui le montrerait"
        case .undeclared: "Ne se mesure pas\u{A0}: c’est à l’éditeur de le dire"
        case nil: "Invisible dans cette capture"
        }
    }
    func attributed(_ range: String) -> String { "Attribué\u{A0}: \(range)" }
    func moment(year: String, month: Int, day: Int, clock: String) -> String {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        return "\(day == 1 ? "1er" : "\(day)") \(months[month - 1]) \(year) à \(clock) UTC"
    }
    func labelled(_ label: String, _ value: String) -> String { "\(label)\u{A0}: \(value)" }

    /// French counts 0 and 1 in the singular.
    func counted(_ count: Int, _ singular: String, _ plural: String, _ figures: Figures) -> String {
        "\(figures.exact(count)) \(count < 2 ? singular : plural)"
    }
}
