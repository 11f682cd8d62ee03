import Documents

extension WalkedJourney {
    /// Screens that exchange more than a sober page does; rests have no screen to load and are left out.
    func weightLead(_ rule: LeadRules.Rule) -> Lead {
        var evidence: [Lead.Evidence] = []
        var avoidable = 0.0
        for step in steps where step.walks.contains(where: { !$0.step.isRest }) {
            let bytes = step.meanBytes
            guard let threshold = rule.threshold(passedBy: bytes) else { continue }
            avoidable += bytes - rule.above
            evidence.append(Lead.Evidence(step: step.id, value: bytes, unit: .bytes, above: threshold))
        }
        return rule.lead(
            evidence, gain: evidence.isEmpty ? nil : model.greenhouseGas(attributedTo: avoidable))
    }
}
