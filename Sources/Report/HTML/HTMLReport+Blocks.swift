extension HTMLReport {
    /// A block as the page shows it.
    ///
    /// - Parameters:
    ///   - block: what is said.
    ///   - place: what its identifiers begin with, unlike any other block's of the page.
    /// - Returns: its markup.
    func markup(of block: Block, at place: String) -> Markup {
        switch block {
        case .verdict(let verdict): markup(of: verdict)
        case .heading(let text): .element("h3", ["class": "part"], [.text(text)])
        case .reference(let text, let section):
            .element("p", [.element("a", ["href": "#\(section.rawValue)"], [.text(text)])])
        case .chart(let chart): figure(chart, at: place)
        case .paragraph(let text): .element("p", [.text(text)])
        case .notice(let text, let tone): .element("p", ["class": "notice \(name(of: tone))"], [.text(text)])
        case .facts(let facts): markup(of: facts)
        case .ranges(let ranges): .element("div", ["class": "ranges"], ranges.map(markup))
        case .table(let table): markup(of: table)
        case .items(let items): .element("ul", ["class": "items"], items.map(markup))
        }
    }

    private func markup(of verdict: Verdict) -> Markup {
        var parts: [Markup] = []
        if let score = verdict.score {
            parts.append(
                .element(
                    "p", ["class": verdict.interval == nil ? "score" : "score partial", "aria-hidden": "true"],
                    [.text(score), .element("span", ["class": "of"], [.text("/100")])]))
        }
        var details: [Markup] = []
        if !verdict.grades.isEmpty { details.append(gradeScale(verdict)) }
        if let interval = verdict.interval { details.append(scoreScale(interval, score: verdict.score)) }
        details.append(.element("p", ["class": "sentence"], [.text(verdict.sentence)]))
        details.append(markup(of: verdict.axes))
        parts.append(.element("div", details))
        return .element("div", ["class": "verdict"], parts)
    }

    private func markup(of facts: [Fact]) -> Markup {
        let rows = facts.map { fact in
            let values = fact.values.map { value in
                switch value {
                case .text(let text): Markup.element("dd", [.text(text)])
                case .code(let code): Markup.element("dd", [.element("code", [.text(code)])])
                }
            }
            return Markup.element("div", [.element("dt", [.text(fact.label)])] + values)
        }
        return .element("dl", ["class": "facts"], rows)
    }

    private func markup(of range: RangeFigure) -> Markup {
        .element(
            "div", ["class": "range"],
            [
                .element("h3", [.text(range.name)]),
                .element(
                    "p",
                    [
                        .element("strong", [.text(range.central)]), .text(" [\(range.low)–\(range.high)] "),
                        .element("span", ["class": "unit"], [.text(range.unit)]),
                    ]),
                rangeBar(range),
            ])
    }

    private func markup(of item: Item) -> Markup {
        var content: [Markup] = []
        if let subject = item.subject { content.append(.element("strong", [.text(subject)])) }
        let text = Markup.text((item.subject == nil ? "" : " – ") + item.text)
        // What the list below belongs to stands out, unless a subject does already.
        let isTitle = item.subject == nil && !item.details.isEmpty
        content.append(isTitle ? .element("strong", [text]) : text)
        if !item.details.isEmpty { content.append(.element("ul", item.details.map { .element("li", [.text($0)]) })) }
        return .element("li", ["class": name(of: item.tone)], content)
    }

    private func name(of tone: Tone) -> String {
        switch tone {
        case .normal: "normal"
        case .good: "good"
        case .warning: "warning"
        case .alarm: "alarm"
        }
    }
}
