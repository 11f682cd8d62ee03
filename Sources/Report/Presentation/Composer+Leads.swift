import Documents

extension Composer {
    /// Hosts shown for a lead; the score has all of them.
    private static let mostHosts = 5

    /// What was found to improve; then what can't be judged, by reason; then what was looked for in vain.
    var leads: [Block] {
        guard let score, !score.leads.isEmpty else { return [.paragraph(words.noScore)] }
        var items = found(in: score).map { lead in
            Item(tone: .warning, subject: nil, text: title(lead), details: details(of: lead, in: score))
        }
        for obstacle in Lead.Obstacle.allCases + [nil] {
            let judged = score.leads.filter { $0.status == .notObservable && $0.obstacle == obstacle }
            append(judged, as: words.leadsNotObservable(obstacle), .normal, to: &items)
        }
        append(score.leads.filter { $0.status == .notFound }, as: words.leadsNotFound, .good, to: &items)
        return [.items(items), .paragraph(words.gainExplained)]
    }

    /// What was found, the greatest gain first.
    private func found(in score: JourneyScore) -> [Lead] {
        // Points first, for they weigh all axes; then what is attributed to it.
        func gain(_ lead: Lead) -> (Double, Double) {
            (lead.gains?.points ?? 0, lead.gains?.indicators.ghg.central ?? lead.gain?.central ?? 0)
        }
        return score.leads.filter { $0.status == .found }.enumerated()
            .sorted {
                gain($0.element) != gain($1.element) ? gain($0.element) > gain($1.element) : $0.offset < $1.offset
            }
            .map(\.element)
    }

    /// The lead to begin with: what to do, and what is attributed to it; `nil` where none was found.
    var firstLead: [String]? {
        guard let score, let lead = found(in: score).first else { return nil }
        let action = [title(lead), words.lead(lead.id)?.advice].compactMap { $0 }
        return [action.count > 1 ? words.labelled(action[0], action[1]) : action[0]]
            + [attributed(to: lead, in: score).map(words.attributed)].compactMap { $0 }
    }

    /// What was found alone, each in a line or two.
    var leadsFound: [Block] {
        guard let score else { return [] }
        let items = found(in: score).map { lead in
            Item(
                tone: .normal, subject: title(lead), text: words.lead(lead.id)?.advice ?? "",
                details: [attributed(to: lead, in: score).map(words.attributed)].compactMap { $0 })
        }
        return [items.isEmpty ? .paragraph(words.noLeads) : .items(items)]
    }

    private func append(_ leads: [Lead], as text: String, _ tone: Tone, to items: inout [Item]) {
        guard !leads.isEmpty else { return }
        items.append(
            Item(tone: tone, subject: nil, text: text, details: [leads.map(title).joined(separator: ", ")]))
    }

    private func title(_ lead: Lead) -> String { words.lead(lead.id)?.title ?? lead.id }

    /// What it is and what to do, the figures that speak for it, what is attributed to it, and who asks for it.
    private func details(of lead: Lead, in score: JourneyScore) -> [String] {
        var details = words.lead(lead.id).map { ["\($0.meaning) \($0.advice)"] } ?? []
        // Of hosts only the heaviest are shown; what is no host is said in any case.
        let hosts = lead.evidence.filter { $0.host != nil }
        details += hosts.prefix(Self.mostHosts).map(sentence)
        let others = hosts.dropFirst(Self.mostHosts)
        if let unit = others.first?.unit {
            let sum = others.reduce(0) { $0 + $1.value }
            details.append(words.labelled(words.otherHosts(others.count, figures), figure(sum, unit)))
        }
        details += lead.evidence.filter { $0.host == nil }.map(sentence)
        if let attributed = attributed(to: lead, in: score) { details.append(words.attributed(attributed)) }
        if !lead.criteria.isEmpty { details.append(words.criteria(lead.criteria.joined(separator: ", "))) }
        return details
    }

    /// The three indicators in the units of the journey's, then bytes, time and points; greenhouse gas alone in documents of earlier versions.
    private func attributed(to lead: Lead, in score: JourneyScore) -> String? {
        let named = namedIndicators(of: score.indicators)
        guard let gains = lead.gains else {
            return lead.gain.map { figures.measured(figures.range($0, in: named[0].unit), named[0].unit.symbol) }
        }
        let impacts = [gains.indicators.ghg, gains.indicators.water, gains.indicators.land]
        var phrases = zip(named, impacts).map { figures.measured(figures.range($1, in: $0.unit), $0.unit.symbol) }
        if gains.bytes > 0 { phrases.append(figure(gains.bytes, .bytes)) }
        if let seconds = gains.seconds { phrases.append(figures.duration(seconds)) }
        if let points = gains.points { phrases.append(words.points(figures.points(points))) }
        return phrases.joined(separator: ", ")
    }

    private func sentence(_ evidence: Lead.Evidence) -> String {
        // A purpose is said of a host, or of a figure that names nothing.
        let purpose = evidence.names == nil ? evidence.purpose.map(words.purpose) : nil
        let host = evidence.host.map { host in purpose.map { "\(host) (\($0))" } ?? host } ?? purpose
        let place = [evidence.step.map { name(ofStep: $0) }, host].compactMap { $0 }
        let measured = figure(evidence.value, evidence.unit)
        let names = evidence.names.map { " (\($0.joined(separator: ", ")))" } ?? ""
        let text = (evidence.above.map { words.above(measured, threshold($0, evidence.unit)) } ?? measured) + names
        return place.isEmpty ? text : words.labelled(place.joined(separator: ", "), text)
    }

    /// What is counted has been said with the figure.
    private func threshold(_ value: Double, _ unit: Lead.Evidence.Unit) -> String {
        switch unit {
        case .bytes, .seconds: figure(value, unit)
        case .names, .connections, .tools: figures.exact(Int(nearest: value))
        }
    }

    private func figure(_ value: Double, _ unit: Lead.Evidence.Unit) -> String {
        let whole = Int(nearest: value)
        return switch unit {
        case .bytes: figures.bytes(whole)
        case .names: words.serverNames(figures.exact(whole))
        case .connections: words.connectionsBegun(figures.exact(whole))
        case .seconds: figures.duration(value)
        case .tools: words.audienceTools(figures.exact(whole))
        }
    }
}
