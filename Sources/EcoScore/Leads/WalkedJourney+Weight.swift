import Documents

extension WalkedJourney {
    /// Screens that exchange more than a sober page does; rests have no screen to load and are left out.
    func weightLead(_ rule: LeadRules.Rule) -> Lead {
        var evidence: [String] = []
        var avoidable = 0.0
        for step in steps where step.walks.contains(where: { !$0.step.isRest }) {
            let bytes = step.meanBytes
            guard bytes > rule.above else { continue }
            avoidable += bytes - rule.above
            let passed = if let strongly = rule.stronglyAbove, bytes > strongly { strongly } else { rule.above }
            evidence.append(
                "step \"\(step.id)\": \(megabytes(bytes)) exchanged\(step.mean), "
                    + "above \(megabytes(passed)) (\(rule.citation))")
        }
        guard !evidence.isEmpty else { return Lead(id: rule.id, status: .notFound, evidence: []) }
        return Lead(
            id: rule.id, status: .found, evidence: evidence, gain: model.greenhouseGas(attributedTo: avoidable))
    }
}

extension StepWalks {
    /// Says that a figure is a mean, where it is.
    var mean: String { walks.count > 1 ? " (mean of \(walks.count) walks)" : "" }
}

/// Bytes for a person, in MB of 10^6 bytes with two decimals.
func megabytes(_ bytes: Double) -> String {
    let hundredths = Int((bytes / 10_000).rounded())
    let decimals = String(hundredths % 100)
    return "\(hundredths / 100).\(decimals.count < 2 ? "0" : "")\(decimals) MB"
}
