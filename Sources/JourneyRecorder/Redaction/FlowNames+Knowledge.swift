import Documents
import TrafficMeter

extension Attribution {
    /// What a replay knows of hosts: the journey's rules, what comes with the program, and what was told of names replaced since.
    init(_ conditions: Replay.Conditions) throws(HostTableError) {
        var told: [String: HostAttribution] = [:]
        for host in conditions.names?.hosts ?? [] { told[host.name] = HostAttribution(host) }
        self.init(conditions.journey?.value.hosts ?? HostRules(), knowledge: try .bundled(), told: told)
    }
}

extension KnownResolvers {
    /// The resolvers that come with the program, and those whose names are replaced.
    init(_ names: FlowNames?) throws {
        self = try .bundled()
        for host in names?.hosts ?? [] where host.resolver == true {
            add(host.name, operator: host.operator ?? host.name)
        }
    }
}

extension HostAttribution {
    fileprivate init(_ host: FlowNames.Host) {
        self.init(
            party: host.party, domain: host.domain,
            service: host.purpose.map { Operator(name: host.operator ?? host.name, purpose: $0) },
            background: host.background)
    }
}

extension FlowNames.Host {
    /// What is told of a host by its own name, under its pseudonym.
    init(_ pseudonym: String, _ told: HostAttribution, isResolver: Bool, _ pseudonyms: NamePseudonyms) {
        self.init(
            name: pseudonym, party: told.party, domain: told.domain.map(pseudonyms.known),
            operator: told.service.map { pseudonyms.known($0.name) }, purpose: told.service?.purpose,
            background: told.background, resolver: isResolver ? true : nil)
    }
}
