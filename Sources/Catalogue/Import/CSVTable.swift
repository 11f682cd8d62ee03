import Documents

/// A table of separated values with a line of headings.
struct CSVTable {
    /// One for each column; `#3` for the third where it has none, which is left out if nothing is under it.
    private(set) var headings: [String]
    private(set) var rows: [ImportedRow] = []
    private let separator: UInt8

    /// Reads a table.
    ///
    /// The separator is the one under which most headings are understood, then the one that parts most.
    ///
    /// - Parameters:
    ///   - text: the file.
    ///   - mapped: headings that are understood beside those that everyone uses (`headingKey`).
    /// - Throws: `.empty`, or `.unclosedQuote`.
    init(_ text: String, mapped: Set<String>) throws(ImportFileError.Rule) {
        var text = text[...]
        var separators = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        var linesBefore = 0
        // By its own first line Excel is told the separator.
        if let match = text.prefixMatch(of: /sep=([;,\t|])(?:\r\n|\r|\n)/), let given = match.output.1.utf8.first {
            (separators, linesBefore) = ([given], 1)
            text = text[match.range.upperBound...]
        }
        let candidates = separators.map { separator in
            // What can't be read is told when the table is.
            let headings = (try? Self.records(of: text, separator, most: 1))?.first?.fields ?? []
            let understood = headings.count { ImportField(heading: $0) != nil || mapped.contains($0.headingKey) }
            return (separator: separator, merit: (understood, headings.count))
        }
        separator = candidates.max { $0.merit < $1.merit }?.separator ?? separators[0]
        let records: [CSVReader.Record]
        do {
            records = try Self.records(of: text, separator)
        } catch {
            throw .unclosedQuote(line: error.line + linesBefore, column: error.column)
        }
        guard let first = records.first else { throw .empty }
        headings = first.fields.enumerated().map { $1.trimmed.isEmpty ? "#\($0 + 1)" : $1.trimmed }
        rows = records.dropFirst().map { row(of: $0, linesBefore: linesBefore) }
        let used = Set(rows.flatMap { $0.cells.map(\.heading) })
        headings = zip(first.fields, headings).compactMap { $0.trimmed.isEmpty && !used.contains($1) ? nil : $1 }
    }

    /// The records that aren't blank: blank ones part others, or were left by a spreadsheet at its end.
    private static func records(
        of text: Substring, _ separator: UInt8, most: Int = .max
    ) throws(CSVReader.UnclosedQuote) -> [CSVReader.Record] {
        var reader = CSVReader(text, separator: separator)
        var records: [CSVReader.Record] = []
        while records.count < most, let record = try reader.next() {
            if record.fields.contains(where: { !$0.trimmed.isEmpty }) { records.append(record) }
        }
        return records
    }

    private func row(of record: CSVReader.Record, linesBefore: Int) -> ImportedRow {
        var row = ImportedRow(place: .line(record.line + linesBefore))
        for (index, field) in record.fields.enumerated() where !field.trimmed.isEmpty {
            if index < headings.count {
                row.cells.append(ImportedRow.Cell(heading: headings[index], content: .text(field)))
            } else {
                row.flaw = row.flaw ?? ImportedRow.Flaw(column: "#\(index + 1)", reason: .cellWithoutHeading(field))
            }
        }
        if let index = record.misquoted {
            let column = index < headings.count ? headings[index] : "#\(index + 1)"
            row.flaw = ImportedRow.Flaw(column: column, reason: .misquoted)
        }
        return row
    }
}
