import Documents

extension Composer {
    /// The journey as it was walked: what each step moved, and what follows from it.
    var steps: [Block] {
        guard !measurement.steps.isEmpty else { return [] }
        var blocks: [Block] = [.table(stepTable)]
        // Sums of a document's figures wrap, here and below, as `Step.exchangedBytes` does.
        let background = measurement.steps.reduce(0) { $0 &+ ($1.traffic.both.ipBytes &- $1.exchangedBytes) }
        if measurement.steps.contains(where: { $0.displayTime.basis == .modelled }) {
            blocks.append(.paragraph(words.modelledTimeExplained))
        }
        if background > 0 { blocks.append(.paragraph(words.backgroundLeftOut(figures.bytes(background)))) }
        return blocks
    }

    /// A column with its cells: one a step, then the steps together, the traffic outside, everything captured.
    private struct StepColumn {
        let heading: Table.Column
        let steps: [Table.Cell]
        let together: Table.Cell
        var outside = Table.Cell.nothing
        var everything = Table.Cell.nothing
    }

    private var stepTable: Table {
        let columns = observedColumns + modelledColumns
        return Table(
            caption: words.stepsCaption, columns: columns.map(\.heading),
            rows: measurement.steps.indices.map { index in columns.map { $0.steps[index] } },
            footer: [columns.map(\.together), columns.map(\.outside), columns.map(\.everything)])
    }

    private var observedColumns: [StepColumn] {
        let steps = measurement.steps
        let seconds = steps.reduce(0) { $0 + $1.seconds }
        var columns = [
            StepColumn(
                heading: .text(words.step),
                steps: steps.enumerated().map { Table.Cell("\($0 + 1). \(name(of: $1))") },
                together: Table.Cell(words.stepsTogether), outside: Table.Cell(words.outsideSteps),
                everything: Table.Cell(everything)),
            StepColumn(
                heading: .figure(words.duration), steps: steps.map { Table.Cell(figures.duration($0.seconds)) },
                together: Table.Cell(figures.duration(seconds))),
            bytesColumn(.figure(words.up)) { figures.bytes($0.up.ipBytes) },
            bytesColumn(.figure(words.down)) { figures.bytes($0.down.ipBytes) },
            bytesColumn(.figure(words.ipBytes)) { figures.exact($0.both.ipBytes) },
            StepColumn(
                heading: .figure(words.connections, short: words.connectionsShort),
                steps: steps.map { Table.Cell(figures.exact($0.connections)) },
                together: Table.Cell(figures.exact(steps.reduce(0) { $0 &+ $1.connections }))),
            StepColumn(
                heading: .text(words.heaviestHost),
                steps: steps.map { $0.hosts.first.map { Table.Cell($0.name) } ?? .nothing }, together: .nothing,
                outside: measurement.outside.hosts.first.map { Table.Cell($0.name) } ?? .nothing),
        ]
        columns += measuredColumn(words.energy) { step in
            step.energy.basis == .measured ? step.energy.joules.map(figures.joules) : nil
        }
        columns += measuredColumn(words.displayTime) { step in
            let seconds = step.displayTime.seconds.map(figures.duration)
            return switch step.displayTime.basis {
            case .measured: seconds
            case .modelled: seconds.map { "≈\(Figures.noBreakSpace)\($0)" }
            case .absent: nil
            }
        }
        return columns + [shareColumn]
    }

    /// IP bytes, as all the figures of traffic in the table.
    private func bytesColumn(_ heading: Table.Column, _ text: (Traffic) -> String) -> StepColumn {
        var together = Traffic.zero
        for step in measurement.steps { together += step.traffic }
        var everything = together
        everything += measurement.outside.traffic
        return StepColumn(
            heading: heading, steps: measurement.steps.map { Table.Cell(text($0.traffic)) },
            together: Table.Cell(text(together)), outside: Table.Cell(text(measurement.outside.traffic)),
            everything: Table.Cell(text(everything)))
    }

    /// A column that is there only where something is known.
    private func measuredColumn(_ heading: String, _ text: (Step) -> String?) -> [StepColumn] {
        let cells = measurement.steps.map { text($0).map { Table.Cell($0) } ?? .nothing }
        guard cells.contains(where: { $0 != .nothing }) else { return [] }
        return [StepColumn(heading: .figure(heading), steps: cells, together: .nothing)]
    }

    private var shareColumn: StepColumn {
        let total = measurement.measured.both.ipBytes
        let inSteps = measurement.steps.reduce(0) { $0 &+ $1.traffic.both.ipBytes }
        return StepColumn(
            heading: .share(words.shareOfData, short: words.shareOfDataShort),
            steps: measurement.steps.map { shareCell(share($0.traffic.both.ipBytes, of: total)) },
            together: shareCell(share(inSteps, of: total)),
            outside: shareCell(share(measurement.outside.traffic.both.ipBytes, of: total)),
            everything: shareCell(share(total, of: total)))
    }

    private var modelledColumns: [StepColumn] {
        guard let score else { return [] }
        let steps = measurement.steps
        let ghg = namedIndicators(of: score.indicators)[0]
        func range(_ indicators: Indicators) -> Table.Cell {
            cell(indicators[keyPath: ghg.of].estimate, in: ghg.unit)
        }
        return [
            StepColumn(
                heading: .figure("\(words.greenhouseGas) (\(ghg.unit.symbol))", short: ghg.unit.symbol),
                steps: steps.map { self.score(of: $0).map { range($0.indicators) } ?? .nothing },
                together: range(score.indicators)),
            StepColumn(
                heading: .figure(words.score),
                steps: steps.map { self.score(of: $0).map { Table.Cell(figures.score($0.ecoscore)) } ?? .nothing },
                together: Table.Cell(figures.score(score.ecoscore))),
        ]
    }
}
