import Documents

/// Words for parts of the traffic.
extension EnglishWords {
    var leftOut: String { "Left out" }
    var withoutBackground: String { "Without background" }
    var atRest: String { "At rest" }
    var notKnown: String { "not known" }

    func atRest(perMinute: String, measured: String, inSteps: String?) -> String {
        let expected = inSteps.map { "; in the time of the steps that would be \($0), which is not subtracted" } ?? ""
        return "\(perMinute) a minute (\(measured))\(expected)"
    }

    func others(_ count: Int, _ figures: Figures) -> String { "\(figures.exact(count)) others" }

    func overhead(resolution: String, opening: String) -> String {
        "Name resolution took \(resolution), opening TLS and QUIC connections (before the client’s first data) \(opening)."
    }

    func namelessHellos(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) \(count == 1 ? "connection names" : "connections name") no server in the greeting (no SNI)."
    }

    func encryptedHellos(_ count: Int, _ figures: Figures) -> String {
        "\(figures.exact(count)) \(count == 1 ? "connection offers" : "connections offer") Encrypted Client Hello: the name "
            + "shown is the outer one and may stand for another (browsers also send it as camouflage)."
    }

    func name(of transport: Transport) -> String {
        switch transport {
        case .tcp: "TCP without TLS seen"
        case .tls: "TLS"
        case .quic: "QUIC"
        case .udp: "other UDP"
        case .dns: "name resolution"
        }
    }

    func heading(by grouping: TrafficGrouping) -> String {
        switch grouping {
        case .host: "Traffic by host"
        case .party: "Traffic by party"
        case .purpose: "Traffic by purpose"
        case .transport: "Traffic by transport"
        case .ipVersion: "Traffic by version of IP"
        case .app: "Traffic by app"
        case .flow: "Traffic by flow"
        }
    }
}
