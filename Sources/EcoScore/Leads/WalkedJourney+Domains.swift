import Documents

extension WalkedJourney {
    /// Steps that talk to many servers: each name costs a resolution and a connection.
    func domainsLead(_ rule: LeadRules.Rule) -> Lead {
        let hosts = walked.flatMap(\.step.hosts).filter { $0.party != .background }
        guard hosts.isEmpty || hosts.contains(where: { $0.nameSource != .none }) else {
            return rule.notObservable(.namesAbsent)
        }
        let evidence = steps.compactMap { step -> Lead.Evidence? in
            let names = Double(step.walks.map { $0.step.serverNames.count }.max() ?? 0)
            return rule.threshold(passedBy: names).map {
                Lead.Evidence(step: step.id, value: names, unit: .names, above: $0)
            }
        }
        return rule.lead(evidence)
    }
}

extension Step {
    /// Distinct names of the app's servers.
    fileprivate var serverNames: Set<String> {
        Set(hosts.filter { $0.party != .background && $0.nameSource != .none }.map(\.name))
    }
}
