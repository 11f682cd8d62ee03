import Documents

extension Composer {
    /// Runs that are shown; of more, the latest.
    private static let shownRuns = 10

    /// What budgets, a baseline and earlier runs say.
    var trend: [Block] {
        [.heading(words.budget)] + budget + [.heading(words.evolution)] + evolution
    }

    private var budget: [Block] {
        guard let check = subject.check else { return [.paragraph(words.noBudget)] }
        return CheckComposer(check: check, language: language).blocks
    }

    private var evolution: [Block] {
        if isScoreAlone { return [.paragraph(words.needsMeasurement)] }
        guard subject.runs.count > 1 else { return [.paragraph(words.oneRunOnly)] }
        let ordered = subject.runs.enumerated().sorted { first, second in
            let (one, other) = (first.element.measurement.totals.first, second.element.measurement.totals.first)
            return one != other ? (one ?? .never) < (other ?? .never) : first.offset < second.offset
        }.map(\.element)
        let shown = Array(ordered.suffix(Self.shownRuns))
        let counted = Set(subject.counted.map(\.name))
        let bytes = subject.counted.map { Double($0.measurement.walkedBytes) }
        let greatest = shown.map { Double($0.measurement.walkedBytes) }.max() ?? 0
        let step = NiceScale.step(for: greatest, count: 4)
        let chart = TrendChart(
            title: words.trendTitle, description: words.trendDescription(shown.count),
            points: shown.enumerated().map {
                TrendChart.Point(
                    label: "\($0 + 1)", value: max(0, Double($1.measurement.walkedBytes)),
                    isCounted: counted.contains($1.name))
            },
            band: bytes.count > 1 ? (bytes.min() ?? 0)...(bytes.max() ?? 0) : nil,
            ticks: (0...Int(nearest: min(20, (greatest / step).rounded(.up)))).map {
                ChartTick(value: Double($0) * step, label: figures.plainBytes(Double($0) * step))
            })
        let left = ordered.count - shown.count
        return [.chart(.trend(chart)), .table(runTable(shown)), .paragraph(words.trendExplained)]
            + (left > 0 ? [.paragraph(words.earlierRuns(left, figures))] : [])
    }

    private func runTable(_ runs: [ReportedRun]) -> Table {
        let unit = score.map { namedIndicators(of: $0.indicators)[0].unit }
        let rows = runs.enumerated().map { index, run in
            let measurement = run.measurement
            return [
                Table.Cell("\(index + 1). \(run.name)"),
                measurement.totals.first.map { Table.Cell(moment($0)) } ?? .nothing,
                measurement.journey?.version.map { Table.Cell($0) } ?? .nothing,
                measurement.cache.map { Table.Cell(words.shortName(of: $0)) } ?? .nothing,
                Table.Cell(figures.bytes(measurement.walkedBytes)),
                Table.Cell(figures.duration(measurement.walkedSeconds)),
                unit.flatMap { unit in run.score.map { cell($0.indicators.ghg.estimate, in: unit) } } ?? .nothing,
                run.score.map { Table.Cell(figures.score($0.ecoscore)) } ?? .nothing,
            ]
        }
        return Table(
            caption: words.runsCaption,
            columns: [
                .text(words.run), .text(words.measuredOn), .text(words.version), .text(words.caches),
                .figure(words.dataExchanged), .figure(words.duration),
                .figure(unit.map { "\(words.greenhouseGas) (\($0.symbol))" } ?? words.greenhouseGas),
                .figure(words.score),
            ], rows: rows)
    }
}

extension Timestamp {
    /// Before any run.
    fileprivate static let never = Timestamp(nanoseconds: .min)
}
