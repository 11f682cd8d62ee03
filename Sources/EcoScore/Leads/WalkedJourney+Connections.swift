import Documents

extension WalkedJourney {
    /// Hosts to which one step opens many connections rather than use those it has.
    ///
    /// What opening the excess took is told by the step's mean per connection of TLS and QUIC, where the measurement has it.
    func connectionsLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        if !walked.contains(where: \.step.countsConnections), walked.contains(where: { !$0.step.hosts.isEmpty }) {
            return rule.notObservable(.connectionsAbsent)
        }
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        var isKnown = false
        // Most steps have fewer connections in all, and nothing to be told apart.
        for step in steps where step.walks.contains(where: { $0.step.hostConnections > rule.above }) {
            var connections: [String: Double] = [:]
            for walk in step.walks {
                for host in walk.step.hosts where host.isServer {
                    connections[host.name, default: 0] += Double(host.connections ?? 0) / step.count
                }
            }
            let many = connections.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let walks = step.walks.compactMap { walk in
                walk.step.bytesPerOpening.map { (walk: walk, opening: $0, hosts: walk.step.hostsByName) }
            }
            for (host, count) in many {
                guard let threshold = rule.threshold(passedBy: count) else { break }
                evidence.append(
                    Lead.Evidence(step: step.id, host: host, value: count, unit: .connections, above: threshold))
                for (walk, opening, hosts) in walks {
                    isKnown = true
                    let named = hosts[host] ?? []
                    let bytes = Double(named.reduce(0) { $0 &+ $1.traffic.both.ipBytes })
                    let excess = (count - rule.above) * opening
                    if bytes > 0 { avoidable.add(walk, named, by: 1 - excess / bytes) }
                }
            }
        }
        return rule.lead(evidence, gains: isKnown ? gains(avoidable, profile) : nil)
    }

    /// Hosts whose name was read in a request of HTTP/1 in clear; which version TLS agreed on, a measurement doesn't say.
    func http1Lead(_ rule: LeadRules.Rule) -> Lead {
        var bytes: [String: Double] = [:]
        for step in steps {
            for walk in step.walks {
                for host in walk.step.hosts where host.party != .background && host.nameSource == .httpHost {
                    bytes[host.name, default: 0] += Double(host.traffic.both.ipBytes) / step.count
                }
            }
        }
        guard rule.threshold(passedBy: bytes.values.reduce(0, +)) != nil else {
            return rule.notObservable(.protocolAbsent)
        }
        return rule.lead(
            bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { Lead.Evidence(host: $0.key, value: $0.value, unit: .bytes) })
    }
}

extension HostTraffic {
    /// Whether it is one host of the app's: name resolution has a flow a question, and light hosts are listed together.
    fileprivate var isServer: Bool {
        party != .background && purpose != Transport.dns.rawValue && name != Self.otherHosts
    }
}

extension Step {
    fileprivate var countsConnections: Bool { hosts.contains { $0.connections != nil } }

    /// What `TrafficPart.host` holds, by name: looked for one by one, thousands of hosts would take seconds.
    fileprivate var hostsByName: [String: [HostTraffic]] {
        Dictionary(grouping: hosts.filter { $0.party != .background }, by: \.name)
    }

    /// Connections begun with servers, all together.
    fileprivate var hostConnections: Double {
        hosts.reduce(0) { $1.isServer ? $0 + Double($1.connections ?? 0) : $0 }
    }

    /// IP bytes that a connection of TLS or QUIC took before the client's first data, the mean of the step; `nil` where it isn't known.
    fileprivate var bytesPerOpening: Double? {
        guard let breakdown else { return nil }
        let opened = breakdown.transports.reduce(0) {
            $1.key == Transport.tls.rawValue || $1.key == Transport.quic.rawValue ? $0 &+ $1.connections : $0
        }
        return opened > 0 && breakdown.openingBytes > 0 ? Double(breakdown.openingBytes) / Double(opened) : nil
    }
}
