import Documents

extension WalkedJourney {
    /// What to improve: leads found by the gas attributed to the avoidable part, then the rest in the rules' order.
    func leads(_ rules: LeadRules) -> [Lead] {
        let leads = rules.rules.map { rule in
            switch rule.id {
            case "weight": weightLead(rule)
            case "domains": domainsLead(rule)
            case "third-party": thirdPartyLead(rule)
            default:
                Lead(
                    id: rule.id, status: .notObservable,
                    evidence: ["not to be seen in encrypted traffic: \(rule.fact) (\(rule.citation))"])
            }
        }
        return leads.enumerated()
            .sorted { one, other in
                let (first, second) = (one.element.rank, other.element.rank)
                return first == second ? one.offset < other.offset : first < second
            }
            .map(\.element)
    }
}

extension Lead {
    /// Sorts leads: by status, then by the greatest gain.
    fileprivate var rank: (status: Int, gain: Double) {
        let status =
            switch self.status {
            case .found: 0
            case .notFound: 1
            case .notObservable: 2
            }
        return (status, -(gain?.central ?? 0))
    }
}
