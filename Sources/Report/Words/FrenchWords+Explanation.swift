import Documents

extension FrenchWords {
    var termIDs: [String] { ExplainedTerm.allCases.map(\.rawValue) }

    func term(_ id: String) -> TermText? {
        switch ExplainedTerm(rawValue: id) {
        case .wireBytes:
            TermText(
                wireBytes,
                "Octets de chaque paquet sur le lien, avec en-tête de lien, bourrage et remorque, quelle que soit la part enregistrée."
            )
        case .ipBytes: TermText(ipBytes, method)
        case .payloadBytes:
            TermText(
                payloadBytes,
                "Octets que TCP ou UDP transporte, sans aucun en-tête, autant de fois qu’ils ont été envoyés.")
        case .uniquePayloadBytes:
            TermText(
                "Charge utile unique",
                "Charge utile de TCP comptée une fois par numéro de séquence\u{A0}: la charge utile moins celle-ci a été renvoyée."
            )
        case .flow:
            TermText(
                "Flux",
                "Ce que deux extrémités (adresse et port) ont échangé par un protocole de transport, sur toute la capture."
            )
        case .connections: TermText(connections, "Flux dont le premier paquet tombe dans l’étape.")
        case .step:
            TermText(
                step,
                "Le temps depuis le début d’une étape jusqu’à sa fin exclue\u{202F}; un paquet appartient à l’étape où tombe son heure de capture."
            )
        case .outside:
            TermText(
                outsideSteps, "Trafic avant, entre ou après les étapes\u{A0}: montré, et dans aucun de leurs chiffres.")
        case .party:
            TermText(
                party,
                "À qui est un hôte\u{A0}: première (l’éditeur, comme le parcours le déclare), tierce (un autre), fond (l’appareil lui-même), ou inconnue."
            )
        case .hotSpot:
            TermText(
                "Point lourd",
                "Une étape qui pèse plus d’un multiple de la part moyenne en données, en énergie ou dans un indicateur."
            )
        case .grade:
            TermText(
                "Lettre", "La lettre de l’écoscore non arrondi\u{A0}: la première dont il dépasse le seuil, sinon G.")
        case .quality:
            TermText(
                quality,
                "Jusqu’où une mesure mérite confiance\u{A0}: bonne, moyenne ou non fiable, comme le disent ses avertissements."
            )
        case .opening:
            TermText(
                "Ouverture des connexions",
                "Octets IP des connexions TLS et QUIC avant les premières données du client\u{A0}: saluts et certificats."
            )
        case nil: nil
        }
    }

    func meaning(_ kind: Explanation.Kind, _ id: String) -> String? {
        switch (kind, id) {
        case (.indicator, "ghg"):
            "Gaz qui réchauffent le climat, comme la masse de CO₂ qui réchauffe autant en 100 ans, sur le cycle de vie de l’appareil, du réseau et du centre de données."
        case (.indicator, "water"):
            "Eau douce consommée\u{A0}: évaporée pour produire l’électricité, refroidir les centres de données et fabriquer l’appareil. La fabrication des réseaux et des centres de données n’est pas comptée\u{A0}: aucune source n’a été trouvée."
        case (.indicator, "land"):
            "Sols occupés, une surface fois une durée, pour produire l’électricité et fabriquer l’appareil. La fabrication des réseaux et des centres de données n’est pas comptée\u{A0}: aucune source n’a été trouvée."
        case (.score, _):
            "De 0 à 100, la moyenne des axes qui s’appliquent\u{202F}; si l’un n’est pas mesuré, il est partiel et porte un intervalle. Les étapes que le parcours dit critiques pèsent plus."
        case (.axis, "data"):
            "Octets IP de chaque étape sur une courbe\u{A0}: 90 points à p10, 50 à la médiane (log-normale). Les étapes de pause et de média se comptent par tant de secondes."
        case (.axis, "energy"):
            "Puissance moyenne de chaque étape sur celle au repos, sur une courbe\u{A0}: 90 points à p10, 50 à la médiane (log-normale). Mesurée seulement, jamais modélisée."
        case (.axis, "time"):
            "Secondes jusqu’à l’affichage de l’écran de chaque étape, sur une courbe\u{A0}: 90 points à p10, 50 à la médiane (log-normale). Mesuré seulement, sauf demande contraire."
        default: nil
        }
    }

    func otherNames(_ kind: Explanation.Kind, _ id: String) -> [String] {
        switch (kind, id) {
        case (.indicator, "ghg"): ["ges", "carbone", "co2", "gaz", "effet de serre", "émissions"]
        case (.indicator, "land"): ["sol", "terres", "occupation des sols"]
        case (.score, _): ["note"]
        case (.axis, "data"): ["données", "octets"]
        case (.axis, "energy"): ["énergie"]
        case (.axis, "time"): ["temps"]
        case (.term, "party"): ["tiers", "partie tierce"]
        case (.term, "grade"): ["classe"]
        default: []
        }
    }

    func meaning(ofSymbol symbol: String) -> String? {
        switch symbol {
        case "E": "énergie mesurée de l’appareil, en kWh"
        case "t′": "temps où elle n’a pas été mesurée, en h\u{A0}: une puissance typique la remplace"
        case "t": "temps d’usage de l’appareil, en h"
        case "B": "données échangées\u{A0}: octets IP dans les deux sens, sans le fond de l’appareil, en Go de 10⁹"
        default: nil
        }
    }

    func name(ofFigure id: String) -> String {
        switch id {
        case "above": "trouvée au-delà de"
        case "stronglyAbove": "forte au-delà de"
        case "toolsAbove": "outils de mesure d’audience au-delà de"
        case "afterSeconds": "après un repos de"
        case "criticalWeight": "poids d’une étape critique"
        case "otherWeight": "poids d’une autre étape"
        default: id.count == 1 ? "\(id) au-dessus de" : id.replacing("median", with: "médiane")
        }
    }

    func heading(of kind: Explanation.Kind) -> String {
        switch kind {
        case .indicator: "Indicateurs"
        case .score: "Score"
        case .axis: "Axes du score"
        case .factor: "Facteurs"
        case .lead: "Pistes"
        case .warning: "Avertissements"
        case .term: "Mots"
        }
    }

    var formula: String { "Formule" }
    var withItsNumbers: String { "Avec les chiffres de cette mesure (bas – central – haut)" }
    var valuesOfRun: String { "Dans ce score (bas – central – haut\u{202F}; les quantités sont dans sa mesure)" }
    var factorsInIt: String { "Facteurs employés (bas – central – haut)" }
    var whatToDo: String { "Que faire" }
    var criteriaLabel: String { "Critères" }
    var meanOfAxes: String { "la moyenne des axes qui s’appliquent" }
    var weightedMean: String { "somme de poids × points ÷ somme des poids" }
    var crosswise: String {
        "Bas, central et haut prennent chaque facteur à cette borne\u{202F}; ce qui divise, à l’autre borne."
    }
    var weight: String { "Poids" }
    var pointsLabel: String { "Points" }
    var walkNumber: String { "Passage" }
    var listingHint: String {
        "Tout sur l’un d’eux\u{A0}: ecoproxy explain NOM\u{202F}; avec les chiffres d’une mesure\u{A0}: ecoproxy explain ghg MESURE"
    }
}
