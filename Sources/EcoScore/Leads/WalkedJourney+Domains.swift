import Documents

extension WalkedJourney {
    /// Steps that talk to many servers: each name costs a resolution and a connection.
    ///
    /// Hosts without a name have one that isn't seen: where these could make too many, that there are few isn't said.
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
        let isHidden = walked.contains { walk in
            let nameless = walk.step.namelessServers
            return nameless > 0 && rule.threshold(passedBy: Double(walk.step.serverNames.count + nameless)) != nil
        }
        return evidence.isEmpty && isHidden ? rule.notObservable(.namesAbsent) : rule.lead(evidence)
    }
}

extension Step {
    /// Distinct names of the app's servers.
    fileprivate var serverNames: Set<String> {
        Set(hosts.filter { $0.party != .background && $0.nameSource != .none }.map(\.name))
    }

    /// The app's servers that no name was seen of, resolvers apart.
    fileprivate var namelessServers: Int {
        hosts.count { $0.party != .background && $0.nameSource == .none && $0.purpose != Transport.dns.rawValue }
    }
}
