extension HTMLReport {
    /// A table with its caption and headings; on a narrow screen each row becomes a card whose labels are the headings.
    func markup(of table: Table) -> Markup {
        let headings = table.columns.map { column in
            Markup.element(
                "th",
                [
                    "role": "columnheader", "scope": "col",
                    "class": name(of: column.kind) + (isLong(column.heading) ? " long" : ""),
                ], [.text(column.heading)])
        }
        // Cards are no table to a browser that lays them out; the roles say that they are one all the same.
        let group: KeyValuePairs<StaticString, String?> = ["role": "rowgroup"]
        var groups: [Markup] = [
            .element("caption", [.text(table.caption)]),
            .element("thead", group, [.element("tr", ["role": "row"], headings)]),
            .element("tbody", group, table.rows.map { row($0, of: table) }),
        ]
        if !table.footer.isEmpty { groups.append(.element("tfoot", group, table.footer.map { row($0, of: table) })) }
        return .element("table", ["role": "table"], groups)
    }

    private func row(_ cells: [Table.Cell], of table: Table) -> Markup {
        .element(
            "tr", ["role": "row"],
            zip(table.columns, cells).enumerated().map { index, pair in
                let (column, cell) = pair
                if index == 0 { return .element("th", ["role": "rowheader", "scope": "row"], [.text(cell.text)]) }
                return .element(
                    "td",
                    [
                        "role": "cell", "class": name(of: column.kind) + (cell == .nothing ? " nothing" : ""),
                        "data-label": column.heading,
                    ],
                    [.element("span", ["class": "value"], content(of: cell) + bar(of: cell, in: column))])
            })
    }

    /// Text and detail, which may part where there is no room for both on a line.
    private func content(of cell: Table.Cell) -> [Markup] {
        guard let detail = cell.detail else { return [.text(cell.text)] }
        return [
            .element("span", ["class": "piece"], [.text(cell.text)]), .text(" "),
            .element("span", ["class": "piece"], [.text(detail)]),
        ]
    }

    /// A bar after the figure; its share is said in words where the figure isn't the share itself.
    private func bar(of cell: Table.Cell, in column: Table.Column) -> [Markup] {
        cell.share.map { share in
            [shareBar(share, label: column.kind == .share ? nil : presentation.language.figures.percent(share))]
        } ?? []
    }

    /// Whether a heading has a word, such as a host's name, that must be broken for a column to be narrow.
    private func isLong(_ heading: String) -> Bool {
        heading.split(whereSeparator: \.isWhitespace).contains { $0.count > 13 }
    }

    private func name(of kind: Table.Column.Kind) -> String {
        switch kind {
        case .text: "text"
        case .figure: "figure"
        case .share: "share"
        }
    }
}
