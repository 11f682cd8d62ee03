public import Documents

extension Presentation {
    /// What is said of a score that would be, beside the score that is.
    ///
    /// - Parameters:
    ///   - whatIf: the comparison.
    ///   - language: the language to write in.
    public init(_ whatIf: WhatIf, language: Language) {
        let composer = WhatIfComposer(whatIf: whatIf, language: language)
        self.language = language
        title = composer.title
        subtitle = nil
        sections = [
            ReportSection(
                id: .whatIf, heading: composer.words.heading(of: .whatIf),
                blocks: [
                    .notice(whatIf.statement[language.rawValue], .warning), .facts(composer.facts),
                    .table(composer.totals), .table(composer.steps),
                ])
        ]
        colophon = "\(whatIf.tool.name) \(whatIf.tool.version) · \(whatIf.schema)"
    }
}

/// Turns a comparison into tables: measured, with the scenario, difference.
private struct WhatIfComposer {
    let whatIf: WhatIf
    let language: Language
    let words: any Words
    let figures: Figures

    init(whatIf: WhatIf, language: Language) {
        (self.whatIf, self.language) = (whatIf, language)
        (words, figures) = (language.words, language.figures)
    }

    var title: String { whatIf.measurements.compactMap(\.journey).first ?? words.captureWithoutName }

    var facts: [Fact] {
        var facts = [Fact(words.scenario, .code(whatIf.scenario))]
        if let application = whatIf.measurements.compactMap(\.application).first {
            facts.append(Fact(words.application, .text(application)))
        }
        facts.append(
            Fact(words.measurementDocument, values: whatIf.measurements.map { .code($0.sha256.rawValue) }))
        return facts
    }

    var totals: Table {
        let (before, after) = (whatIf.before, whatIf.after)
        var rows = [
            row(
                words.score, figures.score(before.ecoscore), figures.score(after.ecoscore),
                difference(before.ecoscore, after.ecoscore)),
            row(
                words.dataExchanged, bytes(before.bytes), bytes(after.bytes),
                signed(after.bytes - before.bytes, bytes)),
        ]
        if before.seconds != after.seconds {
            rows.append(
                row(
                    words.duration, figures.duration(before.seconds), figures.duration(after.seconds),
                    signed(after.seconds - before.seconds, figures.duration)))
        }
        let kinds: [(String, KeyPath<Indicators, Indicator>)] = [
            (words.greenhouseGas, \.ghg), (words.water, \.water), (words.land, \.land),
        ]
        for (name, path) in kinds {
            let (old, new) = (before.indicators[keyPath: path], after.indicators[keyPath: path])
            // One unit a row, so that its figures can be compared.
            let unit = ImpactUnit(of: old.unit, central: old.central, words: words)
            rows.append(
                row(
                    "\(name) (\(unit.symbol))", figures.range(old.estimate, in: unit),
                    figures.range(new.estimate, in: unit),
                    signed(new.central - old.central) { figures.significant($0, in: unit) }))
        }
        return Table(
            caption: words.whatIfCaption,
            columns: [.text(words.figure), .figure(words.before), .figure(words.after), .figure(words.difference)],
            rows: rows)
    }

    var steps: Table {
        let after = Dictionary(whatIf.after.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = whatIf.before.steps.compactMap { step in
            after[step.id].map { other in
                [
                    Table.Cell(step.title[language.rawValue]), Table.Cell(bytes(step.bytes)),
                    Table.Cell(bytes(other.bytes)), Table.Cell(figures.score(step.ecoscore)),
                    Table.Cell(figures.score(other.ecoscore)), Table.Cell(difference(step.ecoscore, other.ecoscore)),
                ]
            }
        }
        return Table(
            caption: words.whatIfStepsCaption,
            columns: [
                .text(words.step), .figure(words.bytesBefore), .figure(words.bytesAfter), .figure(words.scoreBefore),
                .figure(words.scoreAfter), .figure(words.difference),
            ], rows: rows)
    }

    private func row(_ cells: String...) -> [Table.Cell] { cells.map { Table.Cell($0) } }

    private func bytes(_ value: Double) -> String { figures.bytes(Int(nearest: value)) }

    private func difference(_ before: EcoscoreResult, _ after: EcoscoreResult) -> String {
        guard let old = before.value, let new = after.value else { return Figures.nothing }
        return figures.points(new - old)
    }

    /// A difference with its sign, whose size is written by a function.
    private func signed(_ value: Double, _ text: (Double) -> String) -> String {
        value == 0 ? "0" : (value < 0 ? "−" : "+") + text(value.magnitude)
    }
}
