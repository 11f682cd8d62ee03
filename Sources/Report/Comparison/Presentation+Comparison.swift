public import Documents

extension Presentation {
    /// What is said of a comparison: what differs beside the app, what changed beyond the noise, then everything in
    /// all, step by step, and by host.
    ///
    /// - Parameters:
    ///   - comparison: both sides.
    ///   - language: the language to write in.
    public init(_ comparison: RunComparison, language: Language) {
        let composer = ComparisonComposer(comparison: comparison, language: language)
        self.language = language
        title = composer.title
        subtitle = nil
        sections = composer.sections
        colophon = "\(comparison.tool.name) \(comparison.tool.version) · \(comparison.schema)"
        documents = []
    }
}

/// Turns a comparison into sections.
struct ComparisonComposer {
    /// Hosts named one by one in a table; the document has them all.
    private static let hostsShown = 10

    let comparison: RunComparison
    let language: Language
    let words: any Words
    let text: MetricText
    private let figures: Figures

    init(comparison: RunComparison, language: Language) {
        (self.comparison, self.language) = (comparison, language)
        (words, figures) = (language.words, language.figures)
        text = MetricText(language: language)
    }

    var title: String {
        let names = [comparison.new.title ?? comparison.base.title].compactMap { $0?[language.rawValue] }
        return ([words.comparison] + names).joined(separator: " · ")
    }

    // The sections bear the identifiers that every dress shows; what they hold is in their headings.
    var sections: [ReportSection] {
        var sections = [
            ReportSection(id: .summary, heading: words.comparison, blocks: [.facts(facts)])
        ]
        if !comparison.differences.isEmpty {
            sections.append(
                ReportSection(id: .warnings, heading: words.conditionsDiffer, blocks: [.items(conditions)]))
        }
        sections.append(ReportSection(id: .summary, heading: words.beyondNoise, blocks: changes))
        sections.append(
            ReportSection(
                id: .steps, heading: words.inAll,
                blocks: blocks(words.inAll, comparison.journey, comparison.hosts)))
        sections += comparison.steps.map { step in
            let title = step.title[language.rawValue]
            return ReportSection(
                id: .steps, heading: "\(words.step)\(language == .fr ? "\u{A0}: " : ": ")\(title)",
                blocks: blocks(title, step.figures, step.hosts))
        }
        return sections
    }

    private var facts: [Fact] {
        [
            Fact(words.base, values: side(comparison.base)), Fact(words.new, values: side(comparison.new)),
            Fact(words.howJudged, .text(judged)),
        ] + hosts(.new, words.newHosts) + hosts(.vanished, words.vanishedHosts)
    }

    /// The hosts that only one side has, the heaviest first; nothing where there are none.
    private func hosts(_ presence: HostChange.Presence, _ label: String) -> [Fact] {
        let found = comparison.hosts.filter { $0.presence == presence }
        guard !found.isEmpty else { return [] }
        var names = found.prefix(Self.hostsShown).map { host in
            let amount = (presence == .new ? host.bytes.new : host.bytes.base).map {
                text.short($0.mean, host.bytes.metric)
            }
            return
                "\(host.name) (\(([words.name(of: host.party)] + (amount.map { [$0] } ?? [])).joined(separator: ", ")))"
        }
        if found.count > Self.hostsShown { names.append("…") }
        return [Fact(label, .text(names.joined(separator: ", ")))]
    }

    private func side(_ side: RunSide) -> [Fact.Value] {
        let detail = [side.version, words.runCount(side.runs)].compactMap { $0 }.joined(separator: ", ")
        let incomplete = side.incompleteRuns.map { [Fact.Value.text(words.incompleteRuns($0))] } ?? []
        return [.text("\(side.names.joined(separator: ", ")) (\(detail))")] + incomplete
    }

    /// How the changes were judged, whichever tests there were.
    var judged: String {
        let all = comparison.journey + comparison.steps.flatMap(\.figures)
        return words.judged(
            Set(all.compactMap(\.test?.name)), isUntested: all.contains { $0.verdict == .untested },
            significance: figures.percent(comparison.method.significance))
    }

    var conditions: [Item] {
        comparison.differences.map { difference in
            let values = [difference.base, difference.new].map { $0 ?? Figures.nothing }
            let isPair = difference.condition != .sameRun && difference.condition != .measurementMissing
            let pair =
                difference.condition == .sameRun
                ? words.labelled(words.name(of: difference.condition), values[0])
                : isPair
                    ? words.labelled(words.name(of: difference.condition), "\(values[0]) → \(values[1])")
                    : words.name(of: difference.condition)
            return Item(
                tone: .warning, subject: nil, text: pair,
                details: words.consequence(of: difference.condition).map { [$0] } ?? [])
        }
    }

    private var changes: [Block] {
        let all =
            comparison.journey.map { (words.inAll, $0) }
            + comparison.steps.flatMap { step in step.figures.map { (step.title[language.rawValue], $0) } }
        let items = all.compactMap { part, change -> Item? in
            guard change.metric.isHeadline, change.verdict == .worse || change.verdict == .better else { return nil }
            let phrase =
                "\(text.name(change.metric)) \(text.difference(change)), \(words.name(of: change.verdict))"
                + (change.test.map { ", \(words.chance(text.probability($0.adjustedP)))" } ?? "")
            return Item(tone: change.verdict == .worse ? .alarm : .good, subject: part, text: phrase)
        }
        return items.isEmpty ? [.paragraph(words.nothingBeyondNoise)] : [.items(items)]
    }

    /// A part's figures that differ, and its hosts.
    private func blocks(_ part: String, _ changes: [FigureChange], _ hosts: [HostChange]) -> [Block] {
        let different = changes.filter { $0.verdict != .same }
        let same = changes.filter { $0.verdict == .same }.map { text.name($0.metric) }
        var blocks: [Block] = []
        if !different.isEmpty { blocks.append(.table(table(part, different))) }
        blocks.append(
            .paragraph(
                different.isEmpty
                    ? words.allUnchanged : same.isEmpty ? "" : words.unchanged(same.joined(separator: ", "))))
        let moved = hosts.filter { $0.bytes.verdict != .same }
        if !moved.isEmpty {
            blocks.append(.table(table(part, Array(moved.prefix(Self.hostsShown)))))
            if moved.count > Self.hostsShown {
                blocks.append(.paragraph(words.otherHostChanges(moved.count - Self.hostsShown)))
            }
        }
        return blocks.filter { $0 != .paragraph("") }
    }

    /// Figures of both sides.
    func table(_ part: String, _ changes: [FigureChange]) -> Table {
        Table(
            caption: words.figuresCaption(of: part),
            columns: [
                .text(words.figure), .figure(words.base), .figure(words.new), .figure(words.difference),
                .text(words.verdict),
            ],
            rows: changes.map { change in
                [
                    Table.Cell(text.name(change.metric)), cell(change.base, change.metric),
                    cell(change.new, change.metric), Table.Cell(text.difference(change)), Table.Cell(verdict(change)),
                ]
            })
    }

    private func table(_ part: String, _ hosts: [HostChange]) -> Table {
        Table(
            caption: words.hostsCaption(of: part),
            columns: [
                .text(words.host), .text(words.party), .figure(words.base), .figure(words.new),
                .figure(words.difference), .text(words.verdict),
            ],
            rows: hosts.map { host in
                let presence = host.presence == .both ? [] : [words.name(of: host.presence)]
                return [
                    Table.Cell(host.name), Table.Cell(words.name(of: host.party)),
                    cell(host.bytes.base, host.bytes.metric), cell(host.bytes.new, host.bytes.metric),
                    Table.Cell(text.difference(host.bytes)),
                    Table.Cell((presence + [verdict(host.bytes)]).joined(separator: ", ")),
                ]
            })
    }

    private func verdict(_ change: FigureChange) -> String {
        let name = words.name(of: change.verdict)
        guard let test = change.test else { return name }
        return "\(name), \(words.chance(text.probability(test.adjustedP)))"
    }

    /// A mean with how far its runs lie apart.
    private func cell(_ sample: Sample?, _ metric: Metric) -> Table.Cell {
        guard let sample else { return .nothing }
        return Table.Cell(text.short(sample.mean, metric), detail: text.variation(sample))
    }
}

extension Metric {
    /// Whether a change of it is told first; the others are parts of these, or follow from them.
    fileprivate var isHeadline: Bool {
        switch quantity {
        case .bytes: direction == .both && (side == .app || side == .third)
        case .water, .land, .requests, .grade: false
        case .connections, .hosts, .duration, .displayTime, .energy, .ghg, .score: true
        }
    }
}
