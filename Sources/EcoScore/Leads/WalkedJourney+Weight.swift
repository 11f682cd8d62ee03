import Documents

extension WalkedJourney {
    /// Screens that exchange more than a sober page does; rests have no screen to load and are left out.
    func weightLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        for step in steps where step.hasScreen {
            let bytes = step.meanBytes
            guard let threshold = rule.threshold(passedBy: bytes) else { continue }
            avoidable.add(step, .all, above: rule.above)
            evidence.append(Lead.Evidence(step: step.id, value: bytes, unit: .bytes, above: threshold))
        }
        return rule.lead(evidence, gains: gains(avoidable, profile))
    }

    /// Screens that send more than they receive: what is sent above the threshold is avoidable.
    func uploadLead(_ rule: LeadRules.Rule, _ profile: ScoreProfile) -> Lead {
        var evidence: [Lead.Evidence] = []
        var avoidable = Avoidable()
        for step in steps {
            let up = step.mean { Double($0.exchanged(\.up)) }
            let down = step.mean { Double($0.exchanged(\.down)) }
            guard up > down, let threshold = rule.threshold(passedBy: up) else { continue }
            avoidable.add(step, .all, above: step.meanBytes(of: .all) - (up - rule.above))
            evidence.append(Lead.Evidence(step: step.id, value: up, unit: .bytes, above: threshold))
        }
        return rule.lead(evidence, gains: gains(avoidable, profile))
    }
}

extension StepWalks {
    /// Whether it is more than a rest.
    var hasScreen: Bool { walks.contains { !$0.step.isRest } }

    /// The mean of a figure over the walks.
    func mean(_ figure: (Step) -> Double) -> Double { walks.reduce(0) { $0 + figure($1.step) } / count }
}

extension Step {
    /// IP bytes of one direction without those of background hosts.
    fileprivate func exchanged(_ direction: KeyPath<Traffic, TrafficCounts>) -> Int {
        // Wrapping as `exchangedBytes` does.
        traffic[keyPath: direction].ipBytes
            &- hosts.reduce(0) { $0 &+ ($1.party == .background ? $1.traffic[keyPath: direction].ipBytes : 0) }
    }
}
