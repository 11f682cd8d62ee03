import Documents

extension Composer {
    /// How far apart the runs of each step lie: a table for each figure that was measured more than once.
    ///
    /// Where several measurements were scored together, the score's summary speaks for all of them.
    var spread: [Block] {
        guard let summary = score?.summary ?? measurement.summary, summary.isRepeated else { return [] }
        let tables = [
            spreadTable(summary, words.dataExchanged, \.bytes) { figures.bytes(Int(nearest: $0)) },
            spreadTable(summary, words.duration, \.seconds) { figures.preciseSeconds($0) },
            spreadTable(summary, words.energy, \.joules) { figures.joules($0) },
            spreadTable(summary, words.displayTime, \.displaySeconds) { figures.preciseSeconds($0) },
        ]
        return tables.compactMap { $0.map(Block.table) }
            + [
                .paragraph(
                    words.spreadExplained(figures.percent(summary.precision), figures.percent(summary.confidence)))
            ]
    }

    private func spreadTable(
        _ summary: Summary, _ figure: String, _ spread: (StepSummary) -> Spread?, _ text: (Double) -> String
    ) -> Table? {
        let repeated = summary.steps.compactMap { step in spread(step).map { (step, $0) } }.filter { $0.1.runs > 1 }
        guard !repeated.isEmpty else { return nil }
        let caption = [figure, summary.cache.map(words.name(of:))].compactMap { $0 }.joined(separator: ", ")
        // Outliers are rare, and their column would fold the table on most terminals.
        let hasOutliers = repeated.contains { !($0.1.outliers ?? []).isEmpty }
        return Table(
            caption: caption,
            columns: [
                .text(figure), .figure(words.runs), .figure(words.median),
                .figure(words.deviation, short: words.deviationShort),
                .figure(words.variation, short: words.variationShort), .figure(words.leastToGreatest),
                .figure(words.precision), .figure(words.runsNeeded, short: words.runsNeededShort),
            ] + (hasOutliers ? [.text(words.outliers)] : []),
            rows: repeated.map { step, spread in
                let cells = [
                    Table.Cell(step.title[language.rawValue]), Table.Cell(figures.exact(spread.runs)),
                    Table.Cell(text(spread.median)), Table.Cell(text(spread.medianAbsoluteDeviation)),
                    cell(spread.coefficientOfVariation.map(figures.percent)),
                    Table.Cell("\(text(spread.minimum))–\(text(spread.maximum))"),
                    cell(spread.relativeHalfWidth.map { "±" + figures.percent($0) }),
                    cell(spread.runsNeeded.map(figures.exact)),
                ]
                return cells + (hasOutliers ? [cell(names(ofRuns: spread.outliers ?? []))] : [])
            })
    }

    private func cell(_ text: String?) -> Table.Cell { text.map { Table.Cell($0) } ?? .nothing }

    private func names(ofRuns runs: [Int]) -> String? {
        runs.isEmpty ? nil : runs.map { "#\($0)" }.joined(separator: Figures.noBreakSpace)
    }
}
