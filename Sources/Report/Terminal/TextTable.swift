/// A table for a terminal: columns aligned by what they take on the screen, folded to fit a width.
///
/// Cells may come from anyone: control characters and escape sequences in them are made visible, never sent.
/// In a table that is too wide, texts first go on in the next line, then columns go into further tables below, each
/// beginning with the first column. Nothing is left out.
public struct TextTable: Sendable {
    /// A heading and how the cells under it stand.
    public struct Column: Sendable {
        /// How cells are aligned.
        public enum Alignment: Sendable {
            /// Flush left; goes on in the next line where the column is narrow.
            case text
            /// Flush right; always on one line.
            case figure
        }

        /// The heading.
        public var heading: String
        /// How cells are aligned.
        public var alignment: Alignment

        /// A column with its heading.
        public init(_ heading: String, _ alignment: Alignment = .text) {
            self.heading = heading
            self.alignment = alignment
        }
    }

    /// The columns; the first names the rows.
    public var columns: [Column]
    /// Cells by row; a row shorter than the columns is filled with empty cells.
    public var rows: [[String]]
    /// Rows below a rule, such as sums.
    public var footer: [[String]]

    /// A table.
    public init(columns: [Column], rows: [[String]], footer: [[String]] = []) {
        self.columns = columns
        self.rows = rows
        self.footer = footer
    }

    /// The table as text.
    ///
    /// - Parameters:
    ///   - width: columns of the terminal; lines are wider only where figures alone are.
    ///   - style: whether colours may be used.
    /// - Returns: its lines, each ended by a line feed.
    public func text(width: Int = 80, style: TerminalStyle = .plain) -> String {
        lines(width: width, style: style).map { $0 + "\n" }.joined()
    }

    /// The table's lines without line feeds.
    func lines(width: Int, style: TerminalStyle) -> [String] {
        let grid = Grid(self)
        return grid.folds(width: width).enumerated().flatMap { index, fold in
            (index > 0 ? [""] : []) + grid.lines(of: fold, style: style)
        }
    }
}

/// The table's cells made printable, with their widths.
private struct Grid {
    private static let gap = 2
    /// Before the lines in which a text goes on, so that none looks like a row.
    private static let indent = "  "
    /// A text column is not narrower than this, unless its content is.
    private static let leastTextWidth = 16

    let columns: [TextTable.Column]
    let heading: [String]
    let rows: [[String]]
    let footer: [[String]]
    let widths: [Int]
    let leastWidths: [Int]

    init(_ table: TextTable) {
        columns = table.columns
        func cells(_ row: [String]) -> [String] {
            table.columns.indices.map { $0 < row.count ? row[$0].terminalText : "" }
        }
        heading = cells(table.columns.map(\.heading))
        rows = table.rows.map(cells)
        footer = table.footer.map(cells)
        let all = [heading] + rows + footer
        widths = table.columns.indices.map { column in all.map { $0[column].displayWidth }.max() ?? 0 }
        leastWidths = zip(table.columns, widths).map { column, width in
            column.alignment == .text ? min(width, Self.leastTextWidth) : width
        }
    }

    /// Columns shown side by side, with the widths they get.
    struct Fold {
        var columns: [Int]
        var widths: [Int]
    }

    /// As many columns in a fold as fit when their texts are narrow; then the texts get the room that is left.
    func folds(width: Int) -> [Fold] {
        guard let first = columns.indices.first else { return [] }
        var groups = [[first]]
        for column in columns.indices.dropFirst() {
            let used = (groups[groups.count - 1] + [column]).reduce(-Self.gap) { $0 + leastWidths[$1] + Self.gap }
            if used > width, groups[groups.count - 1].count > 1 {
                groups.append([first, column])
            } else {
                groups[groups.count - 1].append(column)
            }
        }
        return groups.map { Fold(columns: $0, widths: widths(of: $0, in: width)) }
    }

    /// The widest text gives way first, column by column.
    private func widths(of columns: [Int], in width: Int) -> [Int] {
        var widths = columns.map { self.widths[$0] }
        var excess = widths.reduce(-Self.gap) { $0 + $1 + Self.gap } - width
        while excess > 0 {
            let shrinkable = columns.indices.filter { widths[$0] > leastWidths[columns[$0]] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    func lines(of fold: Fold, style: TerminalStyle) -> [String] {
        let rule = style.apply(
            .faint, to: String(repeating: "─", count: fold.widths.reduce(-Self.gap) { $0 + $1 + Self.gap }))
        var lines = row(heading, fold, look: .strong, style) + [rule]
        lines += rows.flatMap { row($0, fold, look: nil, style) }
        if !footer.isEmpty {
            lines.append(rule)
            lines += footer.flatMap { row($0, fold, look: .strong, style) }
        }
        return lines
    }

    /// A row's lines: as many as its longest text needs.
    private func row(_ cells: [String], _ fold: Fold, look: TerminalStyle.Look?, _ style: TerminalStyle) -> [String] {
        let texts = zip(fold.columns, fold.widths).map { column, width in
            columns[column].alignment == .figure ? [cells[column]] : Self.lines(of: cells[column], width)
        }
        return (0..<(texts.map(\.count).max() ?? 0)).map { line in
            let parts = texts.indices.map { index in
                (line < texts[index].count ? texts[index][line] : "")
                    .padded(toWidth: fold.widths[index], leading: columns[fold.columns[index]].alignment == .figure)
            }
            let joined = parts.joined(separator: String(repeating: " ", count: Self.gap))
            return style.apply(
                look, to: joined.withoutTrailingSpaces)
        }
    }

    private static func lines(of text: String, _ width: Int) -> [String] {
        guard text.displayWidth > width else { return [text] }
        let lines = text.wrapped(toWidth: width - indent.count)
        return lines.prefix(1) + lines.dropFirst().map { indent + $0 }
    }
}
