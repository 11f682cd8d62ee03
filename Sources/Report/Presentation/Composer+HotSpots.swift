import Documents

extension Composer {
    /// Groups shown of a hot spot's data; the score has all of them.
    private static let mostGroups = 3

    /// Where the bytes are, then what the score finds heavy.
    var hotSpots: [Block] {
        if isScoreAlone { return [.paragraph(words.needsMeasurement)] + hotSpotTable }
        let blocks = heaviestCells + hotSpotTable
        return blocks.isEmpty ? [.paragraph(words.noHotSpots)] : blocks
    }

    /// The heaviest steps, in the order of the score, each with what makes it heavy.
    var hotSpotTable: [Block] {
        guard let score, !score.hotSpots.isEmpty else { return [] }
        let rows = score.hotSpots.map { spot in
            let reasons = reasons(of: spot)
            return [
                Table.Cell(name(ofStep: spot.step)),
                Table.Cell(words.name(of: spot.measure)),
                shareCell(spot.share), reasons.isEmpty ? .nothing : Table.Cell(reasons.joined(separator: " · ")),
            ]
        }
        return [
            .table(
                Table(
                    caption: words.hotSpotsCaption,
                    columns: [
                        .text(words.step), .text(words.weighsIn), .share(words.shareOfJourney),
                        .text(words.whatMakesItSo),
                    ], rows: rows))
        ]
    }

    /// The life-cycle part and the time, then whose bytes and what for.
    private func reasons(of spot: HotSpot) -> [String] {
        var reasons: [String] = []
        if let part = spot.part { reasons.append(words.mostly(words.name(of: part.key), figures.percent(part.share))) }
        // Where bytes make it heavy, time doesn't.
        if let duration = spot.duration, spot.hosts.isEmpty {
            reasons.append(words.lasting(figures.duration(duration.seconds), figures.percent(duration.share)))
        }
        if !spot.hosts.isEmpty {
            reasons.append(spot.hosts.map { "\($0.name) (\(figures.percent($0.share)))" }.joined(separator: ", "))
        }
        let groups: [(String, [HotSpot.GroupShare]?, (String) -> String)] = [
            (words.partiesOfBytes, spot.parties, { key in Party(rawValue: key).map(words.name(of:)) ?? key }),
            // That nothing is known of what bytes serve explains nothing.
            (words.purposes, spot.purposes?.filter { $0.key != Breakdown.unknown }, words.purpose),
        ]
        for case (let label, let shares?, let name) in groups where !shares.isEmpty {
            let list = shares.prefix(Self.mostGroups).map { "\(name($0.key)) (\(figures.percent($0.share)))" }
            reasons.append(words.labelled(label, list.joined(separator: ", ")))
        }
        return reasons
    }
}
