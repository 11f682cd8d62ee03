import Documents

extension Composer {
    /// One of the three indicators, with the unit that its total is read in.
    struct NamedIndicator {
        let name: String
        let of: KeyPath<Indicators, Indicator>
        let unit: ImpactUnit
    }

    /// The three totals with their ranges, then where each arises.
    var indicators: [Block] {
        guard let score else { return [.paragraph(words.noScore)] }
        let named = namedIndicators(of: score.indicators)
        return [
            .ranges(named.map { range($0, of: score.indicators) }),
            .table(partsTable(named, of: score.indicators)),
            .paragraph(words.rangesExplained),
        ] + comparisons(score) + useLengths(score) + projection(score) + otherModels(score)
    }

    /// What the totals amount to; where each thing's impact stands is among the conditions.
    private func comparisons(_ score: JourneyScore) -> [Block] {
        let comparisons = score.comparisons ?? []
        guard !comparisons.isEmpty else { return [] }
        let things = comparisons.map { comparison in
            "\(figures.range(comparison.count, in: .count)) \(comparison.thing[language.rawValue])"
        }
        return [.paragraph(words.amountsTo(things.joined(separator: words.listSeparator)))]
    }

    /// Steps whose impacts are of the time that they are used, rather than measured.
    private func useLengths(_ score: JourneyScore) -> [Block] {
        score.steps.compactMap { step in
            step.use.map {
                .paragraph(
                    words.projectedUse(
                        name(of: step), figures.duration($0.measuredSeconds),
                        figures.duration($0.declaredSeconds)))
            }
        }
    }

    /// The totals of a year.
    private func projection(_ score: JourneyScore) -> [Block] {
        guard let projection = score.projection else { return [] }
        let named = namedIndicators(of: projection.indicators)
        let facts = named.map { indicator in
            let estimate = projection.indicators[keyPath: indicator.of].estimate
            return Fact(
                indicator.name,
                .text(figures.measured(figures.range(estimate, in: indicator.unit), indicator.unit.symbol)))
        }
        let often = projection.journeysPerYear
        let times = Int(exactly: often).map(figures.exact) ?? figures.significant(often, in: .count)
        let users = figures.exact(Int(nearest: projection.users))
        return [
            .paragraph(words.inAYear(users, times)),
            .facts(facts),
        ]
    }

    /// What other tools' models say of the same traffic.
    private func otherModels(_ score: JourneyScore) -> [Block] {
        guard let models = score.otherModels, !models.isEmpty else { return [] }
        let rows = models.map { model in
            [
                Table.Cell("\(model.name) \(model.version)"), Table.Cell(figures.significant(model.grams, in: .grams)),
                model.gramsWithGreenHosting.map { Table.Cell(figures.significant($0, in: .grams)) } ?? .nothing,
                Table.Cell(model.doesNotCount[language.rawValue]),
            ]
        }
        return [
            .table(
                Table(
                    caption: words.otherModels,
                    columns: [
                        .text(words.otherModels), .figure(ImpactUnit.grams.symbol), .figure(words.greenHosting),
                        .text(words.notCounted),
                    ], rows: rows))
        ]
    }

    /// Greenhouse gas, water and land, in the units that suit the journey's totals.
    func namedIndicators(of totals: Indicators) -> [NamedIndicator] {
        let kinds: [(String, KeyPath<Indicators, Indicator>)] = [
            (words.greenhouseGas, \.ghg), (words.water, \.water), (words.land, \.land),
        ]
        return kinds.map { name, path in
            let total = totals[keyPath: path]
            return NamedIndicator(
                name: name, of: path, unit: ImpactUnit(of: total.unit, central: total.central, words: words))
        }
    }

    func range(_ indicator: NamedIndicator, of totals: Indicators) -> RangeFigure {
        let total = totals[keyPath: indicator.of]
        func share(_ value: Double) -> Double { total.high > 0 ? min(1, max(0, value / total.high)) : 0 }
        return RangeFigure(
            name: indicator.name, low: figures.significant(total.low, in: indicator.unit),
            central: figures.significant(total.central, in: indicator.unit),
            high: figures.significant(total.high, in: indicator.unit), unit: indicator.unit.symbol,
            phrase: figures.measured(figures.range(total.estimate, in: indicator.unit), indicator.unit.symbol),
            lowShare: share(total.low), centralShare: share(total.central))
    }

    /// A modelled figure as a cell: the central value, with its range as the detail.
    func cell(_ estimate: Estimate, in unit: ImpactUnit, share: Double? = nil) -> Table.Cell {
        Table.Cell(
            figures.significant(estimate.central, in: unit),
            detail: estimate == .zero ? nil : figures.bounds(estimate, in: unit), share: share)
    }

    private func partsTable(_ indicators: [NamedIndicator], of totals: Indicators) -> Table {
        let parts: [(String, KeyPath<Indicator.Parts, Estimate>)] = [
            (words.terminalUse, \.terminalUse), (words.terminalManufacture, \.terminalManufacture),
            (words.networkPart, \.network), (words.dataCentre, \.dataCentre),
        ]
        let rows = parts.map { name, part in
            [Table.Cell(name)]
                + indicators.map { indicator in
                    let total = totals[keyPath: indicator.of]
                    let value = total.parts[keyPath: part]
                    let share = total.central > 0 ? min(1, max(0, value.central / total.central)) : nil
                    return cell(value, in: indicator.unit, share: share)
                }
        }
        let sum = indicators.map { cell(totals[keyPath: $0.of].estimate, in: $0.unit) }
        return Table(
            caption: words.partsCaption,
            columns: [.text(words.part)]
                + indicators.map { .figure("\($0.name) (\($0.unit.symbol))", short: $0.unit.symbol) },
            rows: rows, footer: [[Table.Cell(words.total)] + sum])
    }
}

extension Indicator {
    /// Its range; nothing where the document's figures are out of order.
    var estimate: Estimate { Estimate(low: low, central: central, high: high) ?? .zero }
}
