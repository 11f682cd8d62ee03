import Documents

extension Composer {
    /// How many of the heaviest steps are named.
    private static let namedSteps = 3

    /// What weighs most, and what to do first.
    var priorities: [Fact] {
        var facts: [Fact] = []
        let heaviest = stepWeights.sorted { $0.bytes > $1.bytes }.prefix(Self.namedSteps).filter { $0.bytes > 0 }
        if !heaviest.isEmpty {
            facts.append(Fact(words.heaviestSteps, values: heaviest.map { .text(phrase(of: $0)) }))
        }
        if let lead = firstLead { facts.append(Fact(words.toDoFirst, values: lead.map { .text($0) })) }
        return facts
    }

    /// What a step weighs, over its walks.
    struct StepWeight {
        let title: String
        /// The median over its walks, without background hosts.
        let bytes: Double
        /// Of the journey, 0 to 1.
        let share: Double?
        let ghg: Estimate?
        let result: EcoscoreResult?
    }

    /// Each step once, in the order walked.
    var stepWeights: [StepWeight] {
        let walks = stepWalks
        let total = walks.reduce(0) { $0 + $1.medianBytes }
        return walks.map { walk in
            let scores = (score?.steps ?? []).filter { $0.id == walk.id }
            return StepWeight(
                title: walk.title, bytes: walk.medianBytes, share: total > 0 ? walk.medianBytes / total : nil,
                ghg: scores.isEmpty ? nil : Estimate.mean(scores.map(\.indicators.ghg.estimate)),
                result: scores.count == 1 ? scores[0].ecoscore : nil)
        }
    }

    private func phrase(of step: StepWeight) -> String {
        let share = step.share.map { words.ofTheData(figures.percent($0)) }
        return words.labelled(
            step.title, [figures.bytes(Int(nearest: step.bytes)), share].compactMap { $0 }.joined(separator: ", "))
    }

    /// The heaviest steps as a table, for where there is no room for all.
    var heaviestSteps: [Block] {
        let steps = stepWeights.sorted { $0.bytes > $1.bytes }.prefix(5)
        guard !steps.isEmpty else { return [] }
        let unit = score.map { namedIndicators(of: $0.indicators)[0].unit }
        let rows = steps.map { step in
            [Table.Cell(step.title), Table.Cell(figures.bytes(Int(nearest: step.bytes))), shareCell(step.share)]
                + (unit.map { unit in [step.ghg.map { cell($0, in: unit) } ?? .nothing] } ?? [])
        }
        return [
            .table(
                Table(
                    caption: words.heaviestSteps,
                    columns: [
                        .text(words.step), .figure(words.dataExchanged),
                        .share(words.shareOfData, short: words.shareOfDataShort),
                    ]
                        + (unit.map { [.figure("\(words.greenhouseGas) (\($0.symbol))")] } ?? []), rows: rows))
        ]
    }

    /// The verdict, the indicators and what to do first, for a merge request.
    var digestSummary: [Block] {
        guard let score else { return isScoreAlone ? [] : summary }
        let named = namedIndicators(of: score.indicators)
        let figures = named.map { Fact($0.name, .text(range($0, of: score.indicators).phrase)) }
        return opening + [.facts(figures + measuredInShort)]
    }
}

extension Estimate {
    /// End by end; nothing for none.
    static func mean(_ estimates: [Estimate]) -> Estimate {
        let count = Double(max(1, estimates.count))
        let sum = estimates.reduce(Estimate.zero, +)
        return Estimate(low: sum.low / count, central: sum.central / count, high: sum.high / count) ?? .zero
    }
}
