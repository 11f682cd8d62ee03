import Documents

extension Composer {
    /// More columns than this are finer than the lines of a drawing.
    private static let mostColumns = 320

    /// Bytes over time over the steps; of documents that don't have them, each step's mean rate.
    var timeline: [Block] {
        if isScoreAlone { return [.paragraph(words.needsMeasurement)] }
        guard measurement.totals.packets > 0 else { return [.paragraph(words.noPackets)] }
        var blocks = ofOneRun
        if let bins = TimelineBins(measurement.timeline, most: Self.mostColumns) {
            let chart = chart(
                edges: bins.edges, series: bins.series.map { ($0.party, $0.rates) }, origin: bins.start,
                description: words.timelineDescription(figures.duration(bins.seconds)))
            blocks += [.chart(.timeline(chart)), .paragraph(words.timelineExplained(figures.duration(bins.seconds)))]
        } else if let bins = TimelineBins(steps: measurement.steps) {
            let chart = chart(
                edges: bins.edges, series: bins.series.map { ($0.party, $0.rates) }, origin: bins.start,
                description: words.stepRatesDescription)
            blocks += [.notice(words.timelineAbsent, .normal), .chart(.timeline(chart))]
        } else {
            blocks.append(.paragraph(words.noSteps))
        }
        return measurement.steps.isEmpty ? blocks : blocks + [.table(rateTable)]
    }

    /// Said where only one of several runs is shown.
    var ofOneRun: [Block] {
        guard let run, subject.counted.count > 1 else { return [] }
        return [.paragraph(words.ofTypicalRun(run.name))]
    }

    private func chart(
        edges: [Double], series: [(party: Party?, rates: [Double])], origin: Timestamp, description: String
    ) -> TimelineChart {
        let order: [Party?] = [.first, .third, .background, .unknown, nil]
        let ordered = order.compactMap { party in series.first { $0.party == party } }
        let top = (0..<max(0, edges.count - 1)).map { bin in ordered.reduce(0) { $0 + $1.rates[bin] } }.max() ?? 0
        let rateStep = NiceScale.step(for: top, count: 4)
        let end = edges.last ?? 0
        let timeStep = NiceScale.seconds(for: end, count: 8)
        return TimelineChart(
            title: words.timelineTitle, description: description, edges: edges,
            series: ordered.map {
                TimelineChart.Series(name: name(of: $0.party), fill: fill(of: $0.party), rates: $0.rates)
            },
            bands: bands(from: origin, to: end),
            times: ticks(to: end, by: timeStep, label: clock),
            rates: ticks(to: (top / rateStep).rounded(.up) * rateStep, by: rateStep) {
                words.perSecond(figures.plainBytes($0))
            })
    }

    private func bands(from origin: Timestamp, to end: Double) -> [TimelineChart.Band] {
        measurement.steps.enumerated().compactMap { index, step in
            let (start, stop) = (step.start.seconds(since: origin), step.end.seconds(since: origin))
            guard stop > start, stop > 0, start < end else { return nil }
            return TimelineChart.Band(
                start: max(0, start), end: min(end, stop), number: "\(index + 1)", title: name(of: step))
        }
    }

    private func ticks(to end: Double, by step: Double, label: (Double) -> String) -> [ChartTick] {
        let count = Int(nearest: min(20, (end / step).rounded(.down)))
        return (0...max(0, count)).map { ChartTick(value: Double($0) * step, label: label(Double($0) * step)) }
    }

    /// Seconds on an axis: `20 s`, `1:30`.
    private func clock(_ seconds: Double) -> String {
        guard seconds >= 60 else { return figures.measured(figures.plain(seconds), "s") }
        let whole = Int(nearest: seconds)
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
    }

    /// Whose traffic it is; IP packets of no host for none.
    func name(of party: Party?) -> String { party.map(words.partyInFull) ?? words.otherIP }

    func fill(of party: Party?) -> ChartFill {
        switch party {
        case .first: .own
        case .third: .third
        case .background: .background
        case .unknown: .unknown
        case nil: .other
        }
    }

    /// When each step began, how fast it was, and whose bytes it moved.
    private var rateTable: Table {
        let origin = measurement.timeline?.start ?? measurement.totals.first ?? measurement.steps.map(\.start).min()
        let parties = Party.allCases.filter { party in
            measurement.steps.contains { $0.bytes(of: party) != 0 }
        }
        let rows = measurement.steps.enumerated().map { index, step in
            let bytes = step.traffic.both.ipBytes
            let rate = step.seconds > 0 ? Double(bytes) / step.seconds : nil
            return [
                Table.Cell("\(index + 1). \(name(of: step))"),
                Table.Cell(figures.duration(origin.map { step.start.seconds(since: $0) } ?? 0)),
                Table.Cell(figures.duration(step.seconds)),
                rate.map { Table.Cell(words.perSecond(figures.bytes(Int(nearest: $0)))) } ?? .nothing,
            ] + parties.map { Table.Cell(figures.bytes(step.bytes(of: $0))) }
        }
        return Table(
            caption: words.timelineCaption,
            columns: [
                .text(words.step), .figure(words.begins), .figure(words.duration), .figure(words.meanRate),
            ] + parties.map { .figure(words.partyInFull($0)) }, rows: rows)
    }
}

extension Step {
    /// IP bytes both ways with a party's hosts.
    func bytes(of party: Party) -> Int {
        hosts.reduce(0) { $0 &+ ($1.party == party ? $1.traffic.both.ipBytes : 0) }
    }
}
