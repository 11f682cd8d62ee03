import Documents

extension Composer {
    /// The heaviest steps, in the order of the score.
    var hotSpots: [Block] {
        guard let score, !score.hotSpots.isEmpty else { return [] }
        let rows = score.hotSpots.map { spot in
            let hosts = spot.hosts.map { "\($0.name) (\(figures.percent($0.share)))" }.joined(separator: ", ")
            return [
                Table.Cell(name(ofStep: spot.step, iteration: spot.iteration)),
                Table.Cell(words.name(of: spot.measure)),
                shareCell(spot.share), hosts.isEmpty ? .nothing : Table.Cell(hosts),
            ]
        }
        return [
            .table(
                Table(
                    caption: words.hotSpotsCaption,
                    columns: [
                        .text(words.step), .text(words.weighsIn), .share(words.shareOfJourney),
                        .text(words.heaviestHosts),
                    ], rows: rows))
        ]
    }

    /// What was found to improve; then what a capture like this can't show; then what was looked for in vain.
    var leads: [Block] {
        guard let score, !score.leads.isEmpty else { return [] }
        let unit = namedIndicators(of: score.indicators)[0].unit
        var items = score.leads.filter { $0.status == .found }.map { lead in
            let gain = lead.gain.map { words.attributed(figures.measured(figures.range($0, in: unit), unit.symbol)) }
            return Item(
                tone: .warning, subject: nil, text: words.lead(lead.id) ?? lead.id,
                details: lead.evidence + [gain].compactMap { $0 })
        }
        for (status, text, tone) in [
            (Lead.Status.notObservable, words.leadsNotObservable, Tone.normal),
            (.notFound, words.leadsNotFound, .good),
        ] {
            let names = score.leads.filter { $0.status == status }.map { words.lead($0.id) ?? $0.id }
            if !names.isEmpty {
                items.append(Item(tone: tone, subject: nil, text: text, details: [names.joined(separator: ", ")]))
            }
        }
        return [.items(items), .paragraph(words.gainExplained)]
    }
}
