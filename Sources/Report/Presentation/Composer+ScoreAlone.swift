import Documents

extension Composer {
    /// What a score knows by itself, and that the rest takes the measurement.
    var summaryOfScore: [Block] {
        guard let score else { return [.paragraph(words.noScore)] }
        var blocks = opening + [.ranges(namedIndicators(of: score.indicators).map { range($0, of: score.indicators) })]
        blocks.append(.notice(words.scoreAlone, .normal))
        var facts: [Fact] = []
        if let application = score.measurements.compactMap(\.application).first {
            facts.append(Fact(words.application, .text(application)))
        }
        let steps = Set(score.steps.map(\.id)).count
        if steps > 0 { facts.append(Fact(words.walk, .text(words.steps(steps)))) }
        if score.measurements.count > 1 {
            facts.append(Fact(words.runs, .text(figures.exact(score.measurements.count))))
        }
        if let lead = firstLead { facts.append(Fact(words.toDoFirst, values: lead.map { .text($0) })) }
        if !facts.isEmpty { blocks.append(.facts(facts)) }
        if warningCount > 0 { blocks.append(.reference(words.warningsBelow(warningCount, figures), .method)) }
        return blocks + [.notice(score.statement[language.rawValue], .normal)]
    }

    /// What a score says of the steps: indicators and points, no bytes.
    var stepsOfScore: [Block] {
        guard let score, !score.steps.isEmpty else { return [.paragraph(words.noSteps)] }
        let named = namedIndicators(of: score.indicators)
        let rows = score.steps.enumerated().map { index, step in
            [Table.Cell("\(index + 1). \(name(of: step))")]
                + named.map { cell(step.indicators[keyPath: $0.of].estimate, in: $0.unit) }
                + [Table.Cell(figures.score(step.ecoscore)), shareCell(step.share.data)]
        }
        let table = Table(
            caption: words.scoredStepsCaption,
            columns: [.text(words.step)]
                + named.map { .figure("\($0.name) (\($0.unit.symbol))", short: $0.unit.symbol) }
                + [.figure(words.score), .share(words.shareOfData, short: words.shareOfDataShort)], rows: rows)
        return [.table(table), .paragraph(words.needsMeasurement)] + spread
    }
}
