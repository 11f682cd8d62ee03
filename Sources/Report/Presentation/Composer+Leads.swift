import Documents

extension Composer {
    /// Hosts shown for a lead; the score has all of them.
    private static let mostHosts = 5

    /// What was found to improve; then what can't be judged, by reason; then what was looked for in vain.
    var leads: [Block] {
        guard let score, !score.leads.isEmpty else { return [] }
        var items = score.leads.filter { $0.status == .found }.map { lead in
            Item(tone: .warning, subject: nil, text: title(lead), details: details(of: lead, in: score))
        }
        for obstacle in Lead.Obstacle.allCases + [nil] {
            let judged = score.leads.filter { $0.status == .notObservable && $0.obstacle == obstacle }
            append(judged, as: words.leadsNotObservable(obstacle), .normal, to: &items)
        }
        append(score.leads.filter { $0.status == .notFound }, as: words.leadsNotFound, .good, to: &items)
        return [.items(items), .paragraph(words.gainExplained)]
    }

    private func append(_ leads: [Lead], as text: String, _ tone: Tone, to items: inout [Item]) {
        guard !leads.isEmpty else { return }
        items.append(
            Item(tone: tone, subject: nil, text: text, details: [leads.map(title).joined(separator: ", ")]))
    }

    private func title(_ lead: Lead) -> String { words.lead(lead.id) ?? lead.id }

    /// The figures that speak for a lead, what is attributed to it, and who asks for it.
    private func details(of lead: Lead, in score: JourneyScore) -> [String] {
        var details = lead.evidence.prefix(Self.mostHosts).map(sentence)
        let others = lead.evidence.dropFirst(Self.mostHosts)
        if let unit = others.first?.unit {
            let sum = others.reduce(0) { $0 + $1.value }
            details.append(words.labelled(words.otherHosts(others.count, figures), figure(sum, unit)))
        }
        if let gain = lead.gain {
            let unit = namedIndicators(of: score.indicators)[0].unit
            details.append(words.attributed(figures.measured(figures.range(gain, in: unit), unit.symbol)))
        }
        if !lead.criteria.isEmpty { details.append(words.criteria(lead.criteria.joined(separator: ", "))) }
        return details
    }

    private func sentence(_ evidence: Lead.Evidence) -> String {
        let place = [evidence.step.map { name(ofStep: $0, iteration: nil) }, evidence.host].compactMap { $0 }
        let measured = figure(evidence.value, evidence.unit)
        let text = evidence.above.map { words.above(measured, figure($0, evidence.unit)) } ?? measured
        return place.isEmpty ? text : words.labelled(place.joined(separator: ", "), text)
    }

    private func figure(_ value: Double, _ unit: Lead.Evidence.Unit) -> String {
        let whole = Int(exactly: value.rounded()) ?? .max
        return switch unit {
        case .bytes: figures.bytes(whole)
        case .names: words.serverNames(figures.exact(whole))
        }
    }
}
