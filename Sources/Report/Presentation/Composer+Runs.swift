import Documents

extension Composer {
    /// The walks of one step over the runs that count together.
    struct StepWalk {
        let id: String
        let title: String
        var steps: [Step]

        var medianBytes: Double { steps.map { Double($0.exchangedBytes) }.median ?? 0 }
    }

    /// Each step of the runs that count, in the order first walked; those at rest before the app are left out.
    var stepWalks: [StepWalk] { walks(in: subject.counted.map(\.measurement)) }

    func walks(in measurements: [JourneyMeasurement]) -> [StepWalk] {
        var positions: [String: Int] = [:]
        var walks: [StepWalk] = []
        for step in measurements.lazy.flatMap(\.steps) where step.isScored {
            if let position = positions[step.id] {
                walks[position].steps.append(step)
            } else {
                positions[step.id] = walks.count
                walks.append(StepWalk(id: step.id, title: step.title[language.rawValue], steps: [step]))
            }
        }
        return walks
    }

    /// The journey: over all runs where there are several, then as it was walked, then how far the runs lie apart.
    var stepsOfRuns: [Block] {
        guard !measurement.steps.isEmpty else { return [.paragraph(words.noSteps)] }
        var blocks: [Block] = []
        let walks = stepWalks
        let isRepeated = walks.contains { $0.steps.count > 1 }
        if isRepeated {
            blocks.append(.table(medianTable(walks)))
            blocks.append(.heading(subject.counted.count > 1 ? words.oneRunInFull(run?.name ?? "") : words.everyWalk))
        }
        blocks += steps + [.paragraph(words.requestsUnseen)]
        let spread = self.spread
        blocks.append(.heading(words.heading(of: .spread)))
        return blocks + (spread.isEmpty ? [.paragraph(words.walkedOnce)] : spread)
    }

    private func medianTable(_ walks: [StepWalk]) -> Table {
        let total = walks.reduce(0) { $0 + $1.medianBytes }
        let unit = score.map { namedIndicators(of: $0.indicators)[0].unit }
        let rows = walks.enumerated().map { index, walk in
            func median(_ value: (Step) -> Int) -> Int {
                Int(nearest: walk.steps.map { Double(value($0)) }.median ?? 0)
            }
            let bytes = walk.steps.map(\.exchangedBytes)
            let scores = (score?.steps ?? []).filter { $0.id == walk.id }
            return [
                Table.Cell("\(index + 1). \(walk.title)"), Table.Cell(figures.exact(walk.steps.count)),
                Table.Cell(figures.duration(walk.steps.map(\.seconds).median ?? 0)),
                Table.Cell(figures.bytes(median { $0.traffic.up.ipBytes })),
                Table.Cell(figures.bytes(median { $0.traffic.down.ipBytes })),
                Table.Cell(
                    figures.bytes(Int(nearest: walk.medianBytes)),
                    detail: "[\(figures.bytes(bytes.min() ?? 0))–\(figures.bytes(bytes.max() ?? 0))]"),
                Table.Cell(figures.exact(median(\.connections))), shareCell(total > 0 ? walk.medianBytes / total : nil),
            ]
                + (unit.map { unit in
                    [scores.isEmpty ? .nothing : cell(Estimate.mean(scores.map(\.indicators.ghg.estimate)), in: unit)]
                } ?? [])
        }
        return Table(
            caption: words.mediansCaption,
            columns: [
                .text(words.step), .figure(words.runs), .figure(words.duration), .figure(words.up), .figure(words.down),
                .figure(words.dataExchanged), .figure(words.connections, short: words.connectionsShort),
                .share(words.shareOfData, short: words.shareOfDataShort),
            ] + (unit.map { [.figure("\(words.greenhouseGas) (\($0.symbol))", short: $0.symbol)] } ?? []), rows: rows)
    }

    /// Cold and warm walks of each step side by side, and what the caches save.
    var coldWarm: [Block] {
        if isScoreAlone { return [.paragraph(words.needsMeasurement)] }
        let cold = subject.alike.map(\.measurement).filter { $0.cache == .cold }
        let warm = subject.alike.map(\.measurement).filter { $0.cache == .warm }
        guard !cold.isEmpty, !warm.isEmpty else {
            let kind = cold.isEmpty ? (warm.isEmpty ? nil : CacheState.warm) : .cold
            return [.paragraph(words.oneKindOnly(kind.map(words.name(of:))))]
        }
        let (coldWalks, warmWalks) = (walks(in: cold), walks(in: warm))
        var totals = (cold: 0.0, warm: 0.0)
        let rows = coldWalks.compactMap { walk -> [Table.Cell]? in
            guard let other = warmWalks.first(where: { $0.id == walk.id }) else { return nil }
            totals.cold += walk.medianBytes
            totals.warm += other.medianBytes
            return pair(
                walk.title, walk.medianBytes, other.medianBytes, walk.steps.map(\.seconds).median ?? 0,
                other.steps.map(\.seconds).median ?? 0)
        }
        guard !rows.isEmpty else { return [.paragraph(words.noCommonSteps)] }
        let footer = Array(pair(words.total, totals.cold, totals.warm, nil, nil))
        return [
            .table(
                Table(
                    caption: words.coldWarmCaption(cold.count, warm.count),
                    columns: [
                        .text(words.step), .figure(words.dataCold), .figure(words.dataWarm), .figure(words.cacheSaves),
                        .share(words.savedShare), .figure(words.durationCold), .figure(words.durationWarm),
                    ], rows: rows, footer: [footer])),
            .paragraph(words.coldWarmExplained),
        ]
    }

    private func pair(_ name: String, _ cold: Double, _ warm: Double, _ seconds: Double?, _ warmSeconds: Double?)
        -> [Table.Cell]
    {
        let saved = cold - warm
        let sign = saved < 0 ? "−" : ""
        let share = cold > 0 && saved >= 0 ? saved / cold : nil
        return [
            Table.Cell(name), Table.Cell(figures.bytes(Int(nearest: cold))),
            Table.Cell(figures.bytes(Int(nearest: warm))),
            Table.Cell(sign + figures.bytes(Int(nearest: saved.magnitude))), shareCell(share),
            seconds.map { Table.Cell(figures.duration($0)) } ?? .nothing,
            warmSeconds.map { Table.Cell(figures.duration($0)) } ?? .nothing,
        ]
    }
}
