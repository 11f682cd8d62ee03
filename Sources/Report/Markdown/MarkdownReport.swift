/// A presentation dressed as Markdown for a merge request (GitHub Flavored Markdown 0.29, which GitLab reads alike).
///
/// Whatever comes from a document stays text: it becomes no link, mention, reference, image or markup.
public struct MarkdownReport: Sendable {
    private let presentation: Presentation

    /// A report for a merge request.
    public init(_ presentation: Presentation) {
        self.presentation = presentation
    }

    /// The report's lines, each ended by a line feed.
    public var text: String {
        let title = [presentation.title, presentation.subtitle].compactMap { $0 }.map(\.markdown)
        var parts = ["## " + title.joined(separator: " · ")]
        for (index, section) in presentation.sections.enumerated() {
            // The title stands for the first one's heading.
            if index > 0 { parts.append("### " + section.heading.markdown) }
            parts += section.blocks.compactMap(markdown)
        }
        parts.append("<sub>\(presentation.colophon.markdown)</sub>")
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func markdown(of block: Block) -> String? {
        switch block {
        case .verdict(let verdict): "**\(verdict.sentence.markdown)**\n\n" + list(verdict.axes)
        case .heading(let text): "#### " + text.markdown
        case .paragraph(let text), .reference(let text, _): text.markdown
        case .notice(let text, let tone): "> " + mark(tone) + (tone == .alarm ? "**\(text.markdown)**" : text.markdown)
        case .facts(let facts): list(facts)
        case .ranges(let ranges): list(ranges.map { Fact($0.name, .text($0.phrase)) })
        case .table(let table): markdown(of: table)
        case .items(let items): items.map(markdown).joined(separator: "\n")
        case .chart: nil
        }
    }

    private func list(_ facts: [Fact]) -> String {
        facts.map { fact in
            let values = fact.values.map { value in
                switch value {
                case .text(let text): text.markdown
                case .code(let code): code.markdownCode
                }
            }
            return "* " + presentation.language.words.labelled(fact.label.markdown, values.joined(separator: ", "))
        }.joined(separator: "\n")
    }

    private func markdown(of item: Item) -> String {
        let text = [item.subject.map { "**\($0.markdown)**" }, item.text.isEmpty ? nil : item.text.markdown]
        let head = "* " + mark(item.tone) + text.compactMap { $0 }.joined(separator: " – ")
        return ([head] + item.details.map { "  * " + $0.markdown }).joined(separator: "\n")
    }

    /// A sign where a colour would be; Markdown has none.
    private func mark(_ tone: Tone) -> String {
        switch tone {
        case .normal: ""
        case .good: "✅ "
        case .warning: "⚠️ "
        case .alarm: "❌ "
        }
    }

    private func markdown(of table: Table) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = table.columns.map { $0.kind == .text ? "---" : "---:" }
        let rows = (table.rows + table.footer).map { cells in row(cells.map(\.phrase.markdown)) }
        return ([row(table.columns.map(\.heading.markdown)), row(rule)] + rows).joined(separator: "\n")
    }
}
