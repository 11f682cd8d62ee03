import Documents

extension WalkedJourney {
    /// What to improve: leads found by the gas attributed to the avoidable part, then by their criterion's place in the RGESN; then the
    /// rest in the rules' order.
    func leads(_ profile: ScoreProfile) -> [Lead] {
        let judged = profile.leads.rules.map { (rule: $0, lead: lead($0, profile)) }
        return judged.enumerated()
            .sorted { one, other in
                let (first, second) = (one.element.lead.rank, other.element.lead.rank)
                guard first == second else { return first < second }
                let orders = (one.element.rule.order, other.element.rule.order)
                if first.status == 0, orders.0 != orders.1 { return orders.0.lexicographicallyPrecedes(orders.1) }
                return one.offset < other.offset
            }
            .map(\.element.lead)
    }

    private func lead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        switch rule.id {
        case "weight": weightLead(rule, profile)
        case "domains": domainsLead(rule)
        case "third-party": thirdPartyLead(rule, profile)
        case "http1": http1Lead(rule)
        case "fonts": fontsLead(rule, profile)
        case "autoplay-media": mediaLead(rule, profile)
        case "uncapped-upload": uploadLead(rule, profile)
        case "idle-traffic": idleLead(rule, profile)
        case "many-connections": connectionsLead(rule, profile)
        case "slow-step": slowStepLead(rule, profile)
        default: rule.notObservable(rule.obstacle ?? .encrypted)
        }
    }
}

extension LeadRules.Rule {
    /// The higher threshold that a figure passes; `nil` if it passes none.
    func threshold(passedBy value: Double) -> Double? {
        [stronglyAbove, above].compactMap { $0 }.first { value > $0 }
    }

    /// A lead that the evidence shows; not found where there is none.
    func lead(_ evidence: [Lead.Evidence], gains: @autoclosure () -> Lead.Gains? = nil) -> Lead {
        guard !evidence.isEmpty else { return Lead(id: id, status: .notFound, criteria: citations) }
        let gains = gains()
        return Lead(
            id: id, status: .found, criteria: citations, evidence: evidence, gain: gains?.indicators.ghg, gains: gains)
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
