/// A presentation dressed for a terminal.
///
/// Lines fit the width, except where figures alone are wider. Nothing that comes from a document can command the terminal.
public struct TerminalReport: Sendable {
    private static let barWidth = 6

    private let presentation: Presentation
    private let style: TerminalStyle
    private let width: Int

    /// A report for a terminal.
    ///
    /// - Parameters:
    ///   - presentation: what is said.
    ///   - style: whether colours may be used.
    ///   - width: columns of the terminal.
    public init(_ presentation: Presentation, style: TerminalStyle = .plain, width: Int = 80) {
        self.presentation = presentation
        self.style = style
        self.width = width
    }

    /// The report's lines, each ended by a line feed.
    public var text: String {
        let title = [presentation.title, presentation.subtitle].compactMap { $0 }.joined(separator: " · ")
        var lines = prose(title, look: .heading)
        for section in presentation.sections {
            lines += ["", style.apply(.heading, to: section.heading.terminalText)]
            let blocks = section.blocks.map(self.lines).filter { !$0.isEmpty }
            lines += blocks.joined(separator: [""])
        }
        lines += [""] + prose(presentation.colophon, look: .faint)
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(of block: Block) -> [String] {
        switch block {
        case .verdict(let verdict): prose(verdict.sentence, look: .strong) + lines(of: verdict.axes)
        case .heading(let text): [style.apply(.strong, to: text.terminalText)]
        case .paragraph(let text), .reference(let text, _): prose(text)
        case .notice(let text, let tone): prose(text, look: look(of: tone))
        case .facts(let facts): lines(of: facts)
        case .ranges(let ranges): lines(of: ranges.map { Fact($0.name, .text($0.phrase)) })
        case .table(let table): lines(of: table)
        case .items(let items): items.flatMap(lines(of:))
        case .chart(let chart): lines(of: chart)
        }
    }

    /// Bytes over time in a line a party, under where the steps begin; of other drawings the table says it all.
    private func lines(of chart: Chart) -> [String] {
        guard case .timeline(let timeline) = chart, !timeline.series.isEmpty else { return [] }
        let language = presentation.language
        let heading = language.words.step
        let labels = ([heading] + timeline.series.map(\.name)).map(\.terminalText)
        let indent = (labels.map(\.displayWidth).max() ?? 0) + 2
        let columns = max(8, min(width - indent, 64))
        func line(_ label: String, _ text: String) -> String {
            style.apply(.faint, to: label.padded(toWidth: indent)) + text.withoutTrailingSpaces
        }
        let end = "0 – \(language.figures.duration(timeline.end))".terminalText
        return [line(heading.terminalText, timeline.numbers(columns: columns))]
            + zip(labels.dropFirst(), timeline.series).map { label, series in
                line(label, String.spark(timeline.sampled(series, columns: columns), top: timeline.top))
            } + [String(repeating: " ", count: indent) + end]
    }

    private func prose(_ text: String, look: TerminalStyle.Look? = nil) -> [String] {
        text.wrapped(toWidth: width).map { style.apply(look, to: $0) }
    }

    private func look(of tone: Tone) -> TerminalStyle.Look? {
        switch tone {
        case .normal: nil
        case .good: .green
        case .warning: .yellow
        case .alarm: .red
        }
    }

    /// Labels in a column of their own; a value's further lines stand under its first.
    private func lines(of facts: [Fact]) -> [String] {
        let indent = (facts.map { $0.label.terminalText.displayWidth }.max() ?? 0) + 2
        return facts.flatMap { fact in
            let lines = fact.values.flatMap { value in
                switch value {
                case .text(let text): text.wrapped(toWidth: width - indent).map { (indent, $0) }
                // A hash moves left rather than break.
                case .code(let code): code.wrapped(toWidth: width).map { (min(indent, max(0, width - code.count)), $0) }
                }
            }
            let label = fact.label.terminalText
            let texts = lines.map { String(repeating: " ", count: $0.0) + $0.1 }
            guard let (start, first) = lines.first, label.displayWidth < start else {
                return [style.apply(.faint, to: label)] + texts
            }
            return [style.apply(.faint, to: label.padded(toWidth: start)) + first] + texts.dropFirst()
        }
    }

    private func lines(of table: Table) -> [String] {
        let shares = table.columns.indices.filter { table.columns[$0].kind == .share }
        func cells(_ row: [Table.Cell]) -> [String] {
            row.enumerated().map { index, cell in
                guard shares.contains(index), let share = cell.share else { return cell.phrase }
                return String.bar(share, width: Self.barWidth).padded(toWidth: Self.barWidth)
                    + cell.text.terminalText.padded(toWidth: 6, leading: true)
            }
        }
        return TextTable(
            columns: table.columns.map { TextTable.Column($0.short, $0.kind == .text ? .text : .figure) },
            rows: table.rows.map(cells), footer: table.footer.map(cells)
        ).lines(width: width, style: style)
    }

    private func lines(of item: Item) -> [String] {
        let text = [item.subject, item.text].compactMap { $0 }.joined(separator: " – ")
        let details = item.details.flatMap { $0.wrapped(toWidth: width - 4) }.map { "    " + $0 }
        let head = text.wrapped(toWidth: width - 2).enumerated().map { index, line in
            (index == 0 ? style.apply(look(of: item.tone), to: item.tone == .warning ? "! " : "- ") : "  ") + line
        }
        return head + details
    }
}
