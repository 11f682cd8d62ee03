import Documents

extension WalkedJourney {
    /// Steps that talk to many servers: each name costs a resolution and a connection.
    func domainsLead(_ rule: LeadRules.Rule) -> Lead {
        let hosts = walked.flatMap(\.step.hosts).filter { $0.party != .background }
        guard hosts.isEmpty || hosts.contains(where: { $0.nameSource != .none }) else {
            return Lead(
                id: rule.id, status: .notObservable,
                evidence: ["the capture shows no server's name (\(rule.citation))"])
        }
        let evidence = steps.compactMap { step -> String? in
            let names = step.walks.map { $0.step.serverNames.count }.max() ?? 0
            guard Double(names) > rule.above else { return nil }
            let passed = if let strongly = rule.stronglyAbove, Double(names) > strongly { strongly } else { rule.above }
            return "step \"\(step.id)\": \(names) server names, more than \(Int(passed)) (\(rule.citation))"
        }
        return Lead(id: rule.id, status: evidence.isEmpty ? .notFound : .found, evidence: evidence)
    }
}

extension Step {
    /// Distinct names of the app's servers.
    fileprivate var serverNames: Set<String> {
        Set(hosts.filter { $0.party != .background && $0.nameSource != .none }.map(\.name))
    }
}
