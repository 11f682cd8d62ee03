public import Documents

extension Presentation {
    /// What is said of a check: the outcome, then the limits that are broken, those that can't be checked and those
    /// that are kept, then the baseline.
    ///
    /// - Parameters:
    ///   - check: the result.
    ///   - tellsRunsNeeded: whether it is said of each limit how many runs would decide it.
    ///   - language: the language to write in.
    public init(_ check: CheckResult, tellsRunsNeeded: Bool = false, language: Language) {
        let composer = CheckComposer(check: check, language: language)
        self.language = language
        title = composer.title
        subtitle = nil
        sections = composer.sections(tellsRunsNeeded: tellsRunsNeeded)
        colophon = "\(check.tool.name) \(check.tool.version) · \(check.schema)"
        documents = []
    }
}

/// Turns the result of a check into sections.
struct CheckComposer {
    let check: CheckResult
    let language: Language
    let words: any Words
    let text: LimitText

    init(check: CheckResult, language: Language) {
        (self.check, self.language) = (check, language)
        words = language.words
        text = LimitText(language: language)
    }

    var title: String {
        [words.check, check.runs.title?[language.rawValue] ?? check.journey].compactMap { $0 }.joined(separator: " · ")
    }

    // The sections bear the identifiers that every dress shows; what they hold is in their headings.
    func sections(tellsRunsNeeded: Bool) -> [ReportSection] {
        var sections = [
            ReportSection(
                id: .summary, heading: words.check,
                blocks: [.notice(words.outcome(check.outcome), tone(of: check.outcome)), .facts(facts)])
        ]
        if !check.reasons.isEmpty {
            let items = check.reasons.map { Item(tone: .warning, subject: $0.step, text: caveat($0)) }
            sections.append(ReportSection(id: .warnings, heading: words.whyUntrusted, blocks: [.items(items)]))
        }
        for status in [LimitResult.Status.broken, .unchecked] {
            let items = check.limits.filter { $0.status == status }.map(item)
            if items.isEmpty { continue }
            sections.append(ReportSection(id: .warnings, heading: words.heading(of: status), blocks: [.items(items)]))
        }
        let kept = check.limits.filter { $0.status == .passed }
        if !kept.isEmpty {
            sections.append(
                ReportSection(id: .steps, heading: words.heading(of: .passed), blocks: [.table(table(kept))]))
        }
        if tellsRunsNeeded {
            sections.append(ReportSection(id: .spread, heading: words.decidingRuns, blocks: decidingRuns))
        }
        if let comparison = check.comparison { sections.append(against(comparison)) }
        return sections
    }

    /// All of it in one section of a report, which itself says why a measurement can't be trusted.
    var blocks: [Block] {
        sections(tellsRunsNeeded: false).enumerated().flatMap { index, section -> [Block] in
            if index == 0 { return section.blocks }
            guard section.heading != words.whyUntrusted else { return [] }
            // A table's caption says the same.
            if case .table? = section.blocks.first { return section.blocks }
            return [.heading(section.heading)] + section.blocks
        }
    }

    private var facts: [Fact] {
        let limits = check.limits
        func count(_ status: LimitResult.Status) -> Int { limits.count { $0.status == status } }
        var facts = [Fact(words.checkedRuns, .text(side(check.runs)))]
        if let comparison = check.comparison { facts.append(Fact(words.baseline, .text(side(comparison.base)))) }
        if !check.budgets.isEmpty {
            facts.append(Fact(words.budgetFiles, values: check.budgets.map { .text("\($0.file) (\($0.format))") }))
        }
        if !limits.isEmpty {
            facts.append(
                Fact(
                    words.limitsLabel,
                    .text(
                        words.limitCounts(
                            passed: count(.passed), broken: count(.broken), unchecked: count(.unchecked),
                            undecided: limits.count { $0.undecided }))))
        }
        return facts
    }

    private func side(_ side: RunSide) -> String {
        let details = [side.version, words.runCount(side.runs), side.incompleteRuns.map(words.incompleteRuns)]
        return "\(side.names.joined(separator: ", ")) (\(details.compactMap { $0 }.joined(separator: ", ")))"
    }

    private func caveat(_ caveat: Caveat) -> String {
        words.caveat(caveat, language.figures) ?? caveat.message
    }

    private func tone(of outcome: CheckResult.Outcome) -> Tone {
        switch outcome {
        case .passed: .good
        case .broken, .worse, .untrusted: .alarm
        }
    }

    /// What falls within the noise has no colour, on whichever side of the limit it is.
    private func item(_ result: LimitResult) -> Item {
        let tone: Tone =
            result.undecided ? .normal : result.level == .warn || result.status == .unchecked ? .warning : .alarm
        return Item(
            tone: tone, subject: text.scope(result), text: text.sentence(result),
            details: [text.hosts(result), words.writtenIn(text.place(result))].compactMap { $0 })
    }

    private func table(_ kept: [LimitResult]) -> Table {
        Table(
            caption: words.heading(of: .passed),
            columns: [
                .text(words.step), .text(words.figure), .figure(words.value), .figure(words.limit), .text(words.status),
            ],
            rows: kept.map { result in
                let figures = text.figures(result)
                let status = [
                    words.name(of: result.status), result.obstacle == nil ? nil : words.inAnyCase,
                    text.undecided(result),
                ]
                return [
                    Table.Cell(text.scope(result)), Table.Cell(text.name(result)),
                    Table.Cell(figures.value ?? Figures.nothing),
                    Table.Cell(figures.limit ?? Figures.nothing),
                    Table.Cell(status.compactMap { $0 }.joined(separator: ", ")),
                ]
            })
    }

    private var decidingRuns: [Block] {
        let judged = check.limits.filter { $0.status != .unchecked && $0.statistic == .mean }
        let table = Table(
            caption: words.decidingRuns,
            columns: [
                .text(words.step), .text(words.figure), .figure(words.runs), .text(words.status),
                .text(words.decidingRuns),
            ],
            rows: judged.map { result in
                let runs = result.sample?.runs ?? 0
                let needed =
                    runs < 2 ? words.spreadUnknown : result.runsNeeded.map(language.figures.exact) ?? words.manyRuns
                return [
                    Table.Cell(text.scope(result)), Table.Cell(text.name(result)),
                    Table.Cell(language.figures.exact(runs)), Table.Cell(words.name(of: result.status)),
                    Table.Cell(needed),
                ]
            })
        let blocks: [Block] =
            judged.isEmpty
            ? [.paragraph(words.noneUndecided)] : [.paragraph(words.decidingRunsExplained), .table(table)]
        return blocks + decidingRunsOfChanges
    }

    /// How many runs a side would show the changes that are within the noise.
    private var decidingRunsOfChanges: [Block] {
        let changes = check.comparison?.journey.filter { $0.verdict == .noise } ?? []
        guard !changes.isEmpty else { return [] }
        let metrics = MetricText(language: language)
        let table = Table(
            caption: words.decidingRunsOfChanges,
            columns: [.text(words.figure), .figure(words.difference), .text(words.decidingRuns)],
            rows: changes.map { change in
                let isPair = (change.base?.runs ?? 0) > 1 && (change.new?.runs ?? 0) > 1
                let needed =
                    isPair ? change.runsNeeded.map(language.figures.exact) ?? words.manyRuns : words.spreadUnknown
                return [
                    Table.Cell(metrics.name(change.metric)), Table.Cell(metrics.difference(change)), Table.Cell(needed),
                ]
            })
        return [.paragraph(words.decidingRunsOfChanges), .table(table)]
    }

    private func against(_ comparison: RunComparison) -> ReportSection {
        let composer = ComparisonComposer(comparison: comparison, language: language)
        let different = comparison.journey.filter { $0.verdict != .same }
        var blocks: [Block] = [.paragraph(composer.judged)]
        if !comparison.differences.isEmpty { blocks.append(.items(composer.conditions)) }
        blocks.append(
            different.isEmpty
                ? .paragraph(words.allUnchanged) : .table(composer.table(words.wholeJourney, different)))
        return ReportSection(id: .groups, heading: words.againstBaseline, blocks: blocks)
    }
}
