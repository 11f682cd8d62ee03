import Documents

extension WalkedJourney {
    /// Data exchanged with hosts that the publisher doesn't declare as its own.
    func thirdPartyLead(_ rule: LeadRules.Rule) -> Lead {
        let parties = Set(walked.flatMap(\.step.hosts).map(\.party))
        if parties.contains(.unknown), parties.isDisjoint(with: [.first, .third]) {
            return Lead(
                id: rule.id, status: .notObservable,
                evidence: ["no host can be told to be the publisher's own; declare its hosts (\(rule.citation))"])
        }
        var bytes: [String: Double] = [:]
        for step in steps {
            for host in step.walks.flatMap(\.step.hosts) where host.party == .third {
                bytes[host.name, default: 0] += Double(host.traffic.both.ipBytes) / step.count
            }
        }
        let heaviest = bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let total = heaviest.reduce(0) { $0 + $1.value }
        guard total > rule.above else { return Lead(id: rule.id, status: .notFound, evidence: []) }
        let mean = walks > 1 ? " (mean of \(walks) walks)" : ""
        let evidence = heaviest.prefix(5).map { "\($0.key): \(megabytes($0.value))\(mean) (\(rule.citation))" }
        let rest = heaviest.dropFirst(5)
        return Lead(
            id: rule.id, status: .found,
            evidence: evidence
                + (rest.isEmpty
                    ? [] : ["\(rest.count) more hosts: \(megabytes(rest.reduce(0) { $0 + $1.value }))\(mean)"]),
            gain: model.greenhouseGas(attributedTo: total))
    }
}
