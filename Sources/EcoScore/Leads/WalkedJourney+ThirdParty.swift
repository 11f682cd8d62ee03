import Documents

extension WalkedJourney {
    /// Data exchanged with hosts that the publisher doesn't declare as its own, and how many tools of audience measurement are among them.
    ///
    /// Hosts without a name may be anyone's: where there are such and no third party is seen, that there is none isn't said.
    func thirdPartyLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        let hosts = walked.flatMap(\.step.hosts)
        let parties = Set(hosts.map(\.party))
        if parties.contains(.unknown), parties.isDisjoint(with: [.first, .third]) {
            return rule.notObservable(.partiesUndeclared)
        }
        var bytes: [String: Double] = [:]
        var purposes: [String: String] = [:]
        for step in steps {
            for host in step.walks.flatMap(\.step.hosts) where host.party == .third {
                bytes[host.name, default: 0] += Double(host.traffic.both.ipBytes) / step.count
                purposes[host.name] = host.purpose
            }
        }
        guard rule.threshold(passedBy: bytes.values.reduce(0, +)) != nil else {
            let isHidden = hosts.contains { $0.party == .unknown && $0.purpose != Transport.dns.rawValue }
            return isHidden ? rule.notObservable(.namesAbsent) : rule.lead([])
        }
        var evidence = bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { Lead.Evidence(host: $0.key, purpose: purposes[$0.key], value: $0.value, unit: .bytes) }
        let tools = Set(hosts.filter(\.measuresAudience).map { $0.operator ?? $0.domain ?? $0.name }).sorted()
        if let most = rule.toolsAbove, Double(tools.count) > most {
            evidence.append(
                Lead.Evidence(
                    purpose: Purpose.audienceMeasurement.rawValue, names: tools, value: Double(tools.count),
                    unit: .tools, above: most))
        }
        var avoidable = Avoidable()
        for walk in walked { avoidable.add(walk, .party(.third)) }
        return rule.lead(evidence, gains: gains(avoidable, profile))
    }
}

extension HostTraffic {
    fileprivate var measuresAudience: Bool {
        party == .third && purpose == Purpose.audienceMeasurement.rawValue
    }
}
