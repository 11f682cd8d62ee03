import Documents

extension WalkedJourney {
    /// What to improve: leads found by the gas attributed to the avoidable part, then the rest in the rules' order.
    func leads(_ rules: LeadRules) -> [Lead] {
        let leads = rules.rules.map { rule in
            switch rule.id {
            case "weight": weightLead(rule)
            case "domains": domainsLead(rule)
            case "third-party": thirdPartyLead(rule)
            default: rule.notObservable(.encrypted)
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

extension LeadRules.Rule {
    /// The higher threshold that a figure passes; `nil` if it passes none.
    func threshold(passedBy value: Double) -> Double? {
        [stronglyAbove, above].compactMap { $0 }.first { value > $0 }
    }

    /// A lead that the evidence shows; not found where there is none.
    func lead(_ evidence: [Lead.Evidence], gain: Estimate? = nil) -> Lead {
        Lead(
            id: id, status: evidence.isEmpty ? .notFound : .found, criteria: citations, evidence: evidence, gain: gain)
    }

    /// A lead that can't be judged.
    func notObservable(_ obstacle: Lead.Obstacle) -> Lead {
        Lead(id: id, status: .notObservable, obstacle: obstacle, criteria: citations)
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
