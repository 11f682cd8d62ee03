public import Documents

/// Which names of hosts stay in what is shared.
public enum KeptHosts: String, Sendable, CaseIterable {
    /// All of them.
    case keep
    /// Those of third parties and of the device's background; the publisher's, and those nobody knows, become pseudonyms.
    case third
    /// None.
    case none

    /// Whether the name of a host of a party stays.
    func keeps(_ party: Party) -> Bool {
        switch self {
        case .keep: true
        case .third: party == .third || party == .background
        case .none: false
        }
    }
}

/// Names that stand for others in what is shared: of hosts, domains, operators and apps, each drawn at random.
public struct NamePseudonyms: Sendable {
    /// Which stay.
    public let kept: KeptHosts
    private var names: [String: String] = [:]
    private var drawn: Set<String> = []

    /// Pseudonyms for all names that don't stay; none drawn yet.
    public init(keeping kept: KeptHosts) {
        self.kept = kept
    }

    /// Learns a host: whether its name and what is told of it stay.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - party: whose it is.
    ///   - domain: its registrable domain.
    ///   - service: who runs it.
    public mutating func learn(host name: String, _ party: Party, domain: String?, operator service: String?) {
        if kept.keeps(party), name.contains("."), !Self.isOfOwnNetwork(name) {
            for text in [name, domain, service].compactMap(\.self) { names[text] = text }
            return
        }
        if let service { _ = pseudonym(of: service, "operator") }
        let zone = domain.map { $0 == name ? nil : pseudonym(ofDomain: $0) } ?? nil
        if name == domain { _ = pseudonym(ofDomain: name) } else { _ = pseudonym(of: name, "host", under: zone) }
    }

    /// What stands for the name of a host, or of whatever else is named.
    public mutating func name(_ name: String) -> String {
        names[name] ?? (kept == .keep && !Self.isOfOwnNetwork(name) ? name : pseudonym(of: name, "name"))
    }

    /// Ends of names that a network gives its own machines, which people name after themselves: RFC 6762 § 3 and appendix G, RFC 8375,
    /// RFC 3172; and names without any.
    private static let ownEnds: Set<Substring> = [
        "local", "arpa", "localdomain", "intranet", "internal", "private", "corp", "home", "lan",
    ]

    private static func isOfOwnNetwork(_ name: String) -> Bool {
        let labels = name.lowercased().split(separator: ".")
        return labels.count > 1 && labels.last.map(ownEnds.contains) ?? false
    }

    /// What stands for a host's name that was learnt; itself where none was.
    public func known(_ name: String) -> String { names[name] ?? name }

    /// What stands for the name of an app: it stays with all names alone, as it tells what else is on a device.
    public mutating func app(_ name: String) -> String {
        kept == .keep ? name : pseudonym(of: name, "app")
    }

    private mutating func pseudonym(ofDomain domain: String) -> String {
        pseudonym(of: domain, "domain", under: "invalid")
    }

    /// Below `.invalid`, which no host is (RFC 2606 § 2).
    private mutating func pseudonym(of name: String, _ kind: String, under zone: String? = nil) -> String {
        if let known = names[name] { return known }
        while true {
            let digits = String(UInt64.random(in: 0...(.max)) >> 24, radix: 16)
            let zone = zone ?? (kind == "host" ? "invalid" : nil)
            let pseudonym =
                "\(kind)-" + String(repeating: "0", count: 10 - digits.count) + digits + (zone.map { "." + $0 } ?? "")
            guard drawn.insert(pseudonym).inserted else { continue }
            names[name] = pseudonym
            return pseudonym
        }
    }
}
