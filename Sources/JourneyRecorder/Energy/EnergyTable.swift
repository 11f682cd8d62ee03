/// A table of text: a header, then rows of as many cells.
///
/// Cells are separated by a comma, a semicolon or a tab, and may stand in quotation marks (RFC 4180 § 2); a line is a
/// row, so that no cell has a line feed in it. Lines that are blank or begin with `#` are skipped.
struct EnergyTable: ~Copyable {
    /// The first line of a table.
    struct Header: Hashable {
        /// The names of the columns.
        let names: [String]
        /// What stands between cells.
        let separator: Character

        /// Most columns that are read.
        static let maximumColumns = 4096

        /// The header that a line is: the separator is the one that most cells come of.
        init?(_ line: some StringProtocol) {
            let candidates = [";", "\t", ","].map { (separator: Character($0), cells: Self.cells(line, Character($0))) }
            guard let best = candidates.max(by: { $0.cells.count < $1.cells.count }), best.cells.count > 1,
                best.cells.count <= Self.maximumColumns
            else { return nil }
            (names, separator) = (best.cells, best.separator)
        }

        /// The index of the first of names that there is.
        func index(ofAny wanted: [String]) -> Int? {
            for name in wanted { if let index = names.firstIndex(of: name) { return index } }
            return nil
        }

        /// The cells of a line, without the blanks and the quotation marks around them.
        static func cells(_ line: some StringProtocol, _ separator: Character) -> [String] {
            var cells: [String] = []
            var cell = ""
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case separator where !isQuoted:
                    cells.append(trimmed(cell))
                    cell = ""
                default: cell.append(character)
                }
            }
            cells.append(trimmed(cell))
            return cells
        }

        private static func trimmed(_ text: String) -> String {
            String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }

    /// A row and where it stands.
    struct Row {
        /// Its line, from 1.
        let line: Int
        /// Its cells, as many as the header's.
        let cells: [String]
    }

    /// The header.
    let header: Header
    /// The line that the header stands on, from 1.
    let headerLine: Int
    private var lines: EnergyLines

    /// A table.
    ///
    /// - Throws: `.unknownFormat` if the first line has fewer than two cells.
    init(_ lines: EnergyLines) throws(EnergyFileError) {
        var lines = lines
        while let line = try lines.next() {
            guard Self.isRow(line) else { continue }
            guard let header = Header(line) else {
                throw EnergyFileError(.unknownFormat, file: lines.file, line: lines.number)
            }
            self.header = header
            headerLine = lines.number
            self.lines = lines
            return
        }
        throw EnergyFileError(.tooFewReadings(found: 0), file: lines.file)
    }

    /// The next row.
    ///
    /// - Returns: `nil` at the end.
    /// - Throws: `.wrongCellCount` for a row that doesn't fit the header.
    mutating func next() throws(EnergyFileError) -> Row? {
        while let line = try lines.next() {
            guard Self.isRow(line) else { continue }
            let cells = Header.cells(line, header.separator)
            guard cells.count == header.names.count else {
                throw EnergyFileError(
                    .wrongCellCount(found: cells.count, expected: header.names.count), file: lines.file,
                    line: lines.number)
            }
            return Row(line: lines.number, cells: cells)
        }
        return nil
    }

    /// Whether a line is a row, or the header: neither blank nor a remark.
    static func isRow(_ line: Substring) -> Bool {
        guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
        return first != "#"
    }
}
