import Documents

extension FrenchWords {
    /// One sentence a kind of caveat, with its count where it has one; the English message carries the rest.
    func caveat(_ caveat: Caveat, _ figures: Figures) -> String? {
        func packets(_ what: String, plural: String) -> String {
            guard let count = caveat.count else { return "Des paquets \(plural)" }
            return counted(count, "paquet \(what)", "paquets \(plural)", figures)
        }
        let step = caveat.step == nil ? "Une étape" : "Cette étape"
        return switch caveat.code {
        case .captureCut: "La capture s’arrête au milieu d’un paquet\u{A0}: ce qui précède est compté."
        case .captureDamaged: "La capture enfreint une règle de son format\u{A0}: ce qui précède est compté."
        case .captureEmpty: "La capture ne contient aucun paquet."
        case .packetsDropped:
            packets("perdu", plural: "perdus") + " pendant la capture\u{A0}: les totaux sont des minimums."
        case .dropsUnknown: "La source n’indique pas si des paquets ont été perdus."
        case .packetsTruncated:
            packets("tronqué", plural: "tronqués")
                + "\u{A0}: les longueurs sont exactes, mais des noms peuvent manquer."
        case .packetsWithoutTime: packets("sans", plural: "sans") + " heure de capture, hors de toute étape."
        case .timeBackwards:
            packets("daté", plural: "datés") + " plus tôt que le paquet précédent\u{A0}: l’horloge a reculé."
        case .packetsDisordered:
            packets("rangé", plural: "rangés")
                + " un instant après un paquet plus tardif\u{A0}: chacun compte à son heure."
        case .lossUnseen:
            "Les paquets sont arrivés en datagrammes\u{A0}: des pertes sont possibles sans que rien ne le dise."
        case .datagramsIgnored:
            (caveat.count.map { counted($0, "datagramme ignoré", "datagrammes ignorés", figures) }
                ?? "Des datagrammes ignorés") + "\u{A0}: d’un autre émetteur, ou sans paquet."
        case .machineSlept: "L’ordinateur s’est mis en veille pendant l’enregistrement\u{A0}: le trafic d’alors manque."
        case .clockStepped:
            "L’horloge a été réglée pendant l’enregistrement\u{A0}: les heures d’avant et d’après ne concordent pas."
        case .recordingResumed: "L’enregistrement a été interrompu puis repris\u{A0}: le trafic entre les deux manque."
        case .linkTypeUnknown:
            packets("d’un", plural: "d’un") + " type de lien non analysé\u{A0}: comptés hors IP."
        case .superPackets:
            packets("plus long", plural: "plus longs")
                + " que ce que le réseau transporte\u{A0}: un seul en-tête y est compté pour plusieurs paquets."
        case .flowLimit:
            "Trop de flux\u{A0}: " + packets("compté", plural: "comptés").lowercasedFirst + " en autre trafic IP."
        case .bytesMissing:
            (caveat.count.map { counted($0, "octet acquitté", "octets acquittés", figures) } ?? "Des octets acquittés")
                + " par leur destinataire manquent dans la capture\u{A0}: les totaux sont des minimums."
        case .nestedTooDeep: packets("à", plural: "à") + " trop d’en-têtes imbriqués, suivis en partie."
        case .packetsDuplicated: packets("vu", plural: "vus") + " sur deux interfaces ou dans deux sens."
        case .nameLimit: "Trop de noms d’hôtes\u{A0}: les suivants sont listés par adresse."
        case .greetingLimit:
            (caveat.count.map {
                counted($0, "salut ou réponse DNS abandonné", "saluts ou réponses DNS abandonnés", figures)
            } ?? "Des saluts ou réponses DNS abandonnés")
                + " en cours de lecture, car trop l’étaient à la fois\u{A0}: leurs flux peuvent être sans nom."
        case .hostsTogether:
            (caveat.count.map { counted($0, "hôte léger", "hôtes légers", figures) } ?? "Des hôtes légers")
                + " sont listés ensemble."
        case .reorderLimit: reorderLimit(caveat.count, figures)
        case .deviceGuessed: "L’appareil a été reconnu par une règle empirique, non par une preuve."
        case .stepMissing: "\(step) du parcours n’a pas été marquée."
        case .stepWithoutTraffic: "\(step) n’a vu aucun trafic."
        case .stepOutsideCapture: "\(step) dépasse, en tout ou partie, la durée de la capture."
        case .noSteps: "Sans parcours ni marqueurs, il n’y a pas d’étapes."
        case .conditionsAssumed:
            "Sans parcours, rien ne dit quels terminal et réseau ont servi\u{A0}: smartphone et Wi-Fi sont supposés."
        case .markersMoved:
            "Les marqueurs, datés par une autre horloge que la capture, ont été décalés sur celle-ci."
        case .syncAmbiguous:
            "Les marqueurs ont été décalés sur le premier de plusieurs paquets possibles (--clock-offset)."
        case .syncNotFound:
            "Rien dans la capture ne répond aux marqueurs sync\u{A0}: les horloges sont supposées d’accord (--clock-offset)."
        case .stepsApproximate:
            "Le début des étapes est approximatif\u{A0}: il est déduit de durées, rien ne l’a daté."
        case .energyAbsent: "L’énergie de l’appareil n’a pas été mesurée."
        case .energyOfPart: "L’énergie mesurée n’est que celle d’une partie de l’appareil."
        case .energyNotCovered:
            "\(step) n’a pas d’énergie\u{A0}: les relevés ne la couvrent pas, ou sont trop espacés pour elle."
        case .energyOfAnotherTime:
            "Aucune étape n’a d’énergie\u{A0}: les relevés sont d’une autre heure que le parcours (--energy-offset)."
        case .displayTimeAbsent: "Le temps d’affichage n’a pas été mesuré."
        default: runCaveat(caveat, figures)
        }
    }

    private func reorderLimit(_ count: Int?, _ figures: Figures) -> String {
        let flows = count.map { counted($0, "flux TCP trop désordonné", "flux TCP trop désordonnés", figures) }
        return (flows ?? "Des flux TCP trop désordonnés")
            + "\u{A0}: les octets utiles uniques n’y sont pas exacts."
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
