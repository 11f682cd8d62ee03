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
}
