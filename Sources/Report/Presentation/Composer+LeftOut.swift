import Documents

extension Composer {
    /// What was captured and isn't in the steps' figures, or is in them more often than an app needs.
    var leftOut: [Block] {
        if isScoreAlone { return [.paragraph(words.needsMeasurement)] }
        return ofOneRun + [.facts(leftOutFacts)] + outside
    }

    private var leftOutFacts: [Fact] {
        let total = measurement.measured.both
        func phrase(_ bytes: Int) -> String {
            let share = share(bytes, of: total.ipBytes).map { " (\(figures.percent($0)))" } ?? ""
            return figures.bytes(bytes) + share
        }
        var facts: [Fact] = []
        let background = measurement.withoutBackground.map { total.ipBytes &- $0.both.ipBytes }
        facts.append(Fact(words.backgroundTraffic, .text(background.map(phrase) ?? words.notKnownHere)))
        if let selection = measurement.selection {
            let share = share(selection.leftOut.ipBytes, of: measurement.totals.ipBytes).map(figures.percent)
            facts.append(
                Fact(
                    words.otherDevicesAndApps,
                    .text([figures.bytes(selection.leftOut.ipBytes), share].compactMap { $0 }.joined(separator: ", "))))
        } else {
            facts.append(Fact(words.otherDevicesAndApps, .text(words.nothingSelected)))
        }
        facts.append(
            Fact(
                words.sentAgain,
                .text("\(figures.bytes(total.payloadBytes &- total.uniquePayloadBytes)), \(words.countedInSteps)")))
        if let duplicates = measurement.duplicates {
            let place = duplicates.removed ? words.removed : words.countedTwice
            facts.append(
                Fact(
                    words.capturedTwice,
                    .text(
                        "\(words.packets(duplicates.packets, figures)), \(figures.bytes(duplicates.wireBytes)), \(place)"
                    )))
        }
        facts.append(
            Fact(
                words.linkOverhead,
                .text(figures.bytes(max(0, measurement.totals.wireBytes &- measurement.totals.ipBytes)))))
        return facts
    }

    /// What fell in no step, by host.
    private var outside: [Block] {
        guard !measurement.steps.isEmpty else { return [.paragraph(words.noSteps)] }
        guard measurement.outside.traffic.both.packets > 0 else { return [.paragraph(words.nothingOutside)] }
        let bytes = measurement.outside.traffic.both.ipBytes
        var sentence = words.outsideExplained(figures.bytes(bytes))
        if let share = share(bytes, of: measurement.measured.both.ipBytes) {
            sentence += " (\(figures.percent(share)))"
        }
        return [
            .paragraph(sentence + "."), .table(hostTable(of: measurement.outside, caption: words.outsideCaption)),
        ]
    }
}
