import Documents

extension Composer {
    /// What was counted and how, what wasn't, what speaks against it, and the factors with their sources.
    var method: [Block] {
        var blocks: [Block] = [.paragraph(words.method)]
        if score != nil { blocks += [.paragraph(words.formulas), .paragraph(words.methodOfScore)] }
        blocks += [.heading(words.heading(of: .warnings))] + warnings
        blocks += [
            .heading(words.notMeasuredHeading), .items(notMeasured.map { Item(tone: .normal, subject: nil, text: $0) }),
        ]
        return blocks + [.heading(words.factors)] + factorTable
    }

    /// What this report can't say, whatever its figures.
    private var notMeasured: [String] {
        var sentences = [words.requestsUnseen, words.serversUnseen]
        if !isScoreAlone {
            if !measurement.steps.contains(where: { $0.energy.basis == .measured }) {
                sentences.append(words.energyUnseen)
            }
            if !measurement.steps.contains(where: { $0.displayTime.basis == .measured }) {
                sentences.append(words.displayUnseen)
            }
        }
        return sentences
    }

    /// The factors behind the indicators, each with its range and where it comes from.
    private var factorTable: [Block] {
        guard let score else { return [.paragraph(words.noScore)] }
        guard let factors = score.factors, !factors.isEmpty else { return [.paragraph(words.factorsAbsent)] }
        let rows = factors.map { factor in
            let value = Estimate(low: factor.low, central: factor.central, high: factor.high) ?? .zero
            return [
                Table.Cell(factor.id),
                Table.Cell(
                    figures.measured(figures.significant(value.central, in: .count), factor.unit),
                    detail: figures.bounds(value, in: .count)),
                Table.Cell(factor.sources.joined(separator: " · ")),
            ]
        }
        let set = "\(score.factorSet.id) \(score.factorSet.version)"
        return [
            .table(
                Table(
                    caption: words.factorsCaption(set),
                    columns: [.text(words.factor), .text(words.value), .text(words.sources)],
                    rows: rows))
        ]
    }
}
