import Documents

/// Des mots pour les parts du trafic.
extension FrenchWords {
    var leftOut: String { "Laissé de côté" }
    var withoutBackground: String { "Hors bruit de fond" }
    var atRest: String { "Au repos" }
    var notKnown: String { "inconnu" }

    func atRest(perMinute: String, measured: String, inSteps: String?) -> String {
        let expected =
            inSteps.map { "\u{A0}; sur la durée des étapes, cela ferait \($0), qui ne sont pas déduits" } ?? ""
        return "\(perMinute) par minute (\(measured))\(expected)"
    }

    func others(_ count: Int, _ figures: Figures) -> String { "\(figures.exact(count)) autres" }

    func overhead(resolution: String, opening: String) -> String {
        "La résolution de noms a pris \(resolution), l’ouverture des connexions TLS et QUIC (avant les premières données du "
            + "client) \(opening)."
    }

    func namelessHellos(_ count: Int, _ figures: Figures) -> String {
        counted(count, "connexion ne nomme", "connexions ne nomment", figures)
            + " aucun serveur dans le salut (pas de SNI)."
    }

    func encryptedHellos(_ count: Int, _ figures: Figures) -> String {
        counted(count, "connexion propose", "connexions proposent", figures)
            + " Encrypted Client Hello\u{A0}: le nom affiché est le nom extérieur et peut en cacher un autre (les navigateurs "
            + "l’envoient aussi comme leurre)."
    }

    func name(of transport: Transport) -> String {
        switch transport {
        case .tcp: "TCP sans TLS visible"
        case .tls: "TLS"
        case .quic: "QUIC"
        case .udp: "autre UDP"
        case .dns: "résolution de noms"
        }
    }

    func heading(by grouping: TrafficGrouping) -> String {
        switch grouping {
        case .host: "Trafic par hôte"
        case .party: "Trafic par partie"
        case .purpose: "Trafic par finalité"
        case .transport: "Trafic par transport"
        case .ipVersion: "Trafic par version d’IP"
        case .app: "Trafic par application"
        case .flow: "Trafic par flux"
        }
    }
}
