import Documents

/// Tells of hosts whose they are, who runs them and for what: the journey's declarations, and what is known of hosts anyway.
///
/// The first of these that fits decides the party:
/// 1. the journey's background patterns;
/// 2. the journey's first-party patterns, as they are written;
/// 3. the hosts that devices are known to use by themselves;
/// 4. the registrable domains of first-party patterns, save domains of operators that serve many publishers;
/// 5. third party, if the journey says who is first; else unknown.
public struct Attribution: Sendable {
    private let rules: HostRules
    private let knowledge: HostKnowledge
    /// Registrable domains of the publisher, in canonical form.
    private let domains: Set<ArraySlice<UInt8>>
    /// What was told of hosts by names that are replaced since.
    private let told: [String: HostAttribution]

    /// An attribution for a journey.
    ///
    /// - Parameters:
    ///   - rules: whose host is whose, as the journey declares it; without any, only the background is told apart.
    ///   - knowledge: what is known of hosts anyway.
    ///   - told: hosts of which a document tells all there is, before any rule.
    public init(
        _ rules: HostRules = HostRules(), knowledge: HostKnowledge, told: [String: HostAttribution] = [:]
    ) {
        self.rules = rules
        self.told = told
        self.knowledge = knowledge
        domains = Set(
            rules.first.compactMap { pattern in
                // `storage.vendor.example` doesn't make all of the vendor's hosts, and so its other customers', the publisher's.
                knowledge.suffixes.registrableDomain(of: pattern.base)
                    .flatMap { knowledge.operators.touches($0) ? nil : $0 }
            })
    }

    /// What is told of a host. A function of its name alone: call it once per host.
    ///
    /// - Parameter name: the host's name, with or without the final dot; `nil` where none was seen.
    /// - Returns: whose it is, and what else is known of it.
    public func attribution(of name: String?) -> HostAttribution {
        if let name, let told = told[name] { return told }
        guard let name = name.map({ HostPattern.canonical($0)[...] }), !name.isEmpty else { return HostAttribution() }
        let domain = knowledge.suffixes.registrableDomain(of: name)
        let background = knowledge.background.entry(of: name)?.category
        let party = party(of: name, in: domain, isBackground: background != nil)
        return HostAttribution(
            party: party, domain: domain.map { String(decoding: $0, as: UTF8.self) },
            service: knowledge.operators.entry(of: name)?.value, background: party == .background ? background : nil)
    }

    /// Whose a host is and what it serves: as `attribution(of:)` tells it, without what takes longer to tell.
    ///
    /// - Parameter name: the host's name in lower case, with or without the final dot; `nil` where none was seen.
    /// - Returns: party, and purpose where that is known.
    func brief(of name: ArraySlice<UInt8>?) -> (party: Party, purpose: Purpose?) {
        guard var name else { return (.unknown, nil) }
        if !told.isEmpty, let told = told[String(decoding: name, as: UTF8.self)] {
            return (told.party, told.service?.purpose)
        }
        if name.last == UInt8(ascii: ".") { name.removeLast() }
        guard !name.isEmpty else { return (.unknown, nil) }
        let domain = domains.isEmpty ? nil : knowledge.suffixes.registrableDomain(of: name)
        return (
            party(of: name, in: domain, isBackground: knowledge.background.entry(of: name) != nil),
            knowledge.operators.entry(of: name)?.value.purpose
        )
    }

    private func party(of name: ArraySlice<UInt8>, in domain: ArraySlice<UInt8>?, isBackground: Bool) -> Party {
        let bytes = rules == HostRules() ? [] : Array(name)
        if rules.background.contains(where: { $0.matches(bytes) }) { return .background }
        if rules.first.contains(where: { $0.matches(bytes) }) { return .first }
        if isBackground { return .background }
        if let domain, domains.contains(domain) { return .first }
        return rules.first.isEmpty ? .unknown : .third
    }
}
