import Documents

extension WalkedJourney {
    /// Data exchanged with hosts that the publisher doesn't declare as its own.
    func thirdPartyLead(_ rule: LeadRules.Rule) -> Lead {
        let parties = Set(walked.flatMap(\.step.hosts).map(\.party))
        if parties.contains(.unknown), parties.isDisjoint(with: [.first, .third]) {
            return rule.notObservable(.partiesUndeclared)
        }
        var bytes: [String: Double] = [:]
        for step in steps {
            for host in step.walks.flatMap(\.step.hosts) where host.party == .third {
                bytes[host.name, default: 0] += Double(host.traffic.both.ipBytes) / step.count
            }
        }
        let total = bytes.values.reduce(0, +)
        guard rule.threshold(passedBy: total) != nil else { return rule.lead([]) }
        let heaviest = bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return rule.lead(
            heaviest.map { Lead.Evidence(host: $0.key, value: $0.value, unit: .bytes) },
            gain: model.greenhouseGas(attributedTo: total))
    }
}
