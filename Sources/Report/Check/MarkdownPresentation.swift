/// A presentation as Markdown, for a comment in a merge request or a job's summary (GitHub Flavored Markdown Spec,
/// tables: § 4.10).
///
/// What comes from documents can neither break a table nor become a link or an element.
public struct MarkdownPresentation: Sendable {
    private let presentation: Presentation

    /// A presentation to be written as Markdown.
    public init(_ presentation: Presentation) {
        self.presentation = presentation
    }

    /// The text, ended by a line feed.
    public var text: String {
        let head = ["## " + inline(presentation.title)] + (presentation.subtitle.map { [inline($0)] } ?? [])
        let sections = presentation.sections.flatMap { section in
            ["### " + inline(section.heading)] + section.blocks.map(text(of:))
        }
        return (head + sections + ["<sub>\(inline(presentation.colophon))</sub>"]).joined(separator: "\n\n") + "\n"
    }

    private func text(of block: Block) -> String {
        switch block {
        case .verdict(let verdict): "**\(inline(verdict.sentence))**"
        case .paragraph(let text): inline(text)
        case .notice(let text, let tone): "\(mark(tone))**\(inline(text))**"
        case .facts(let facts): facts.map { "- \(inline($0.label)): \(values($0.values))" }.joined(separator: "\n")
        case .ranges(let ranges): ranges.map { "- \(inline($0.name)): \(inline($0.phrase))" }.joined(separator: "\n")
        case .table(let table): text(of: table)
        case .items(let items): items.map(text(of:)).joined(separator: "\n")
        }
    }

    private func values(_ values: [Fact.Value]) -> String {
        values.map { value in
            switch value {
            case .text(let text), .code(let text): inline(text)
            }
        }.joined(separator: "; ")
    }

    private func text(of item: Item) -> String {
        let head = [item.subject.map { "**\(inline($0))**" }, inline(item.text)].compactMap { $0 }
        return (["- \(mark(item.tone))\(head.joined(separator: " – "))"] + item.details.map { "  - \(inline($0))" })
            .joined(separator: "\n")
    }

    private func text(of table: Table) -> String {
        let rule = table.columns.map { $0.kind == .text ? "---" : "--:" }
        let rows = (table.rows + table.footer).map { row in row.map { inline($0.phrase) } }
        return ([table.columns.map { inline($0.heading) }, rule] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private func mark(_ tone: Tone) -> String {
        switch tone {
        case .normal: ""
        case .good: "✅ "
        case .warning: "⚠️ "
        case .alarm: "❌ "
        }
    }

    /// Text on one line in which no character means anything but itself.
    private func inline(_ text: String) -> String {
        text.printable.reduce(into: "") { escaped, character in
            if "\\`*_{}[]<>#|!~@&".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
    }
}
