public import Documents
public import TrafficMeter

/// Takes out of documents what tells of people and machines, by what each key means.
public struct Redaction: Sendable {
    /// What stands for addresses.
    public var addresses: Pseudonyms
    /// What stands for names.
    public var names: NamePseudonyms
    /// What a warning says in place of its own sentence, which may name anything.
    private let sentence: @Sendable (Caveat) -> String

    /// A redaction that knows nothing yet.
    ///
    /// - Parameters:
    ///   - addresses: what stands for addresses.
    ///   - kept: which names of hosts stay.
    ///   - sentence: what a warning says in place of its own sentence.
    public init(
        addresses: Pseudonyms = Pseudonyms(of: []), keeping kept: KeptHosts,
        sentence: @escaping @Sendable (Caveat) -> String
    ) {
        self.addresses = addresses
        names = NamePseudonyms(keeping: kept)
        self.sentence = sentence
    }

    /// A Measurement without what tells of people and machines.
    ///
    /// - Parameter measurement: the document.
    /// - Returns: the same figures, with other addresses, names and hashes.
    public mutating func measurement(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        learn(measurement)
        var changed = measurement
        changed.sources = measurement.sources.enumerated().map { source($1, $0) }
        changed.device.label = nil
        changed.device.os = nil
        changed.device.addresses = measurement.device.addresses.map { text($0) }.sorted()
        changed.journey?.sha256 = Self.unknownHash
        changed.selection?.only = measurement.selection?.only?.map { selection($0) }
        changed.selection?.app = measurement.selection?.app.map { names.app($0) }
        changed.quality.warnings = measurement.quality.warnings.map { caveat($0) }
        changed.hosts = hosts(measurement.hosts)
        changed.breakdown = breakdown(measurement.breakdown)
        changed.outside.hosts = hosts(measurement.outside.hosts)
        changed.outside.breakdown = breakdown(measurement.outside.breakdown)
        for index in changed.steps.indices {
            changed.steps[index].hosts = hosts(changed.steps[index].hosts)
            changed.steps[index].breakdown = breakdown(changed.steps[index].breakdown)
        }
        if let baseline = measurement.baseline {
            changed.baseline?.hosts = hosts(baseline.hosts)
            changed.baseline?.sources = baseline.sources.map { $0.enumerated().map { source($1, $0) } }
        }
        changed.apps = measurement.apps?.map { app in
            var changed = app
            changed.name = app.name.map { names.app($0) }
            changed.package = app.package.map { names.app($0) }
            return changed
        }
        return changed
    }

    /// A Score without what tells of people and machines.
    ///
    /// - Parameters:
    ///   - score: the document.
    ///   - hashes: the hash of each measurement that was redacted with it; others become unknown, since from a hash of what is known but
    ///     for an address, the address can be found.
    /// - Returns: the same figures, with other names and hashes.
    public mutating func score(_ score: JourneyScore, hashes: [ContentHash: ContentHash] = [:]) -> JourneyScore {
        var changed = score
        for index in changed.measurements.indices {
            changed.measurements[index].sha256 = hashes[score.measurements[index].sha256] ?? Self.unknownHash
        }
        changed.warnings = score.warnings.map { caveat($0) }
        for index in changed.hotSpots.indices {
            for host in changed.hotSpots[index].hosts.indices {
                changed.hotSpots[index].hosts[host].name = text(changed.hotSpots[index].hosts[host].name)
            }
        }
        for index in changed.leads.indices {
            for place in changed.leads[index].evidence.indices {
                let evidence = score.leads[index].evidence[place]
                changed.leads[index].evidence[place].host = evidence.host.map { text($0) }
                changed.leads[index].evidence[place].names = evidence.names?.map { text($0) }
            }
        }
        changed.sides = score.sides?.map { self.score($0, hashes: hashes) }
        return changed
    }

    /// A list of flows without what tells of people and machines.
    public mutating func flows(_ list: FlowList) -> FlowList {
        var changed = list
        changed.sources = list.sources.enumerated().map { source($1, $0) }
        for (index, flow) in list.flows.enumerated() {
            changed.flows[index].device.address = text(flow.device.address)
            changed.flows[index].server.address = text(flow.server.address)
            changed.flows[index].names.name = flow.names.name.map { text($0) }
            changed.flows[index].names.candidates = flow.names.candidates.map { text($0) }
            changed.flows[index].names.chain = flow.names.chain.map { text($0) }
            changed.flows[index].app = flow.app.map { names.app($0) }
        }
        return changed
    }

    /// A hash of what isn't shared would be a way to find out what it was of.
    static let unknownHash = ContentHash(rawValue: String(repeating: "0", count: 64))

    /// Learns which hosts are whose.
    public mutating func learn(_ measurement: JourneyMeasurement) {
        let sections = measurement.steps.map(\.hosts) + [measurement.outside.hosts, measurement.baseline?.hosts ?? []]
        for host in measurement.hosts + sections.flatMap(\.self)
        where host.nameSource != .none && host.name != HostTraffic.otherHosts && IPAddress(host.name) == nil {
            names.learn(host: host.name, host.party, domain: host.domain, operator: host.operator)
        }
    }

    /// An address, or a name, as it is shared.
    mutating func text(_ text: String) -> String {
        if text == HostTraffic.otherHosts { return text }
        if let address = IPAddress(text) { return addresses.pseudonym(of: address).description }
        return names.name(text)
    }

    /// What was measured alone: an address, or something that isn't said any more.
    private mutating func selection(_ text: String) -> String {
        IPAddress(text).map { addresses.pseudonym(of: $0).description } ?? "redacted"
    }

    func caveat(_ caveat: Caveat) -> Caveat {
        var changed = caveat
        changed.message = sentence(caveat)
        return changed
    }

    private mutating func hosts(_ hosts: [HostTraffic]) -> [HostTraffic] {
        hosts.map { host in
            var changed = host
            changed.name = text(host.name)
            guard host.nameSource != .none else { return changed }
            changed.domain = host.domain.map { names.name($0) }
            changed.operator = host.operator.map { names.name($0) }
            return changed
        }
    }

    private mutating func breakdown(_ breakdown: Breakdown?) -> Breakdown? {
        var changed = breakdown
        changed?.apps = breakdown?.apps?.map { group in
            var changed = group
            // What has no name is called by its number.
            if group.key != Breakdown.unknown, !group.key.hasPrefix("uid ") { changed.key = names.app(group.key) }
            return changed
        }
        return changed
    }

    /// A file's name and the filter may name anyone; the hash is that of what isn't shared.
    private func source(_ source: Source, _ index: Int) -> Source {
        Source(
            kind: source.kind, trust: source.trust, file: source.file.map { _ in "capture-\(index + 1)" },
            interface: source.interface.map { _ in "interface" }, linkTypes: source.linkTypes,
            snapLength: source.snapLength)
    }
}
