public import Documents
public import Foundation

/// A file of applications, read and judged: every row is either an application or a refusal.
///
/// Tables of separated values and JSON, told apart by their first character; how they are read is in `docs/catalogue.md`.
/// Nothing is written: `CatalogueStore.upsert` takes the applications.
public struct ApplicationImport: Sendable {
    /// A row that is an application.
    public struct Row: Hashable, Sendable {
        /// Where it stands.
        public var place: RowPlace
        /// What it says; what it leaves out is `nil`.
        public var application: Application
        /// Whether the identifier was made of name and platform, for want of one.
        public var isIdentifierDerived: Bool
        /// The earlier row that says the same.
        public var repeats: RowPlace?
    }

    /// A column, or a key of the JSON objects.
    public struct Column: Hashable, Sendable {
        /// As it stands in the file, `#3` for the third where it has no heading.
        public var heading: String
        /// What it tells; absent where that isn't known, and the column not used.
        public var field: ImportField?
    }

    /// The columns, in the file's order.
    public private(set) var columns: [Column]
    /// The rows that are applications, in the file's order.
    public private(set) var rows: [Row] = []
    /// The other rows, in the file's order.
    public private(set) var refusals: [ImportRefusal] = []

    /// Most bytes of a file: a line of a list has some 200, and no country has a million health apps.
    static let mostBytes = 64_000_000

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - data: the file.
    ///   - file: its name in errors.
    ///   - mapping: what columns are that their heading doesn't tell, or tells wrongly; by heading.
    ///   - time: the moment at which new applications are added.
    /// - Throws: `ImportFileError` where rows can't be told apart or no column is the name.
    public init(
        _ data: Data, file: String, mapping: [String: ImportField] = [:], at time: Timestamp
    ) throws(ImportFileError) {
        do throws(ImportFileError.Rule) {
            guard data.count <= Self.mostBytes else {
                throw ImportFileError.Rule.tooLarge(limit: Self.mostBytes)
            }
            let text = try TextDecoding.text(of: data)
            let (headings, rows): ([String], [ImportedRow])
            if JSONRows.looksLike(text) {
                let json = try JSONRows(text)
                (headings, rows) = (json.headings, json.rows)
            } else {
                let table = try CSVTable(text, mapped: Set(mapping.keys.map(\.headingKey)))
                (headings, rows) = (table.headings, table.rows)
            }
            columns = try Self.columns(headings, mapping)
            judge(rows, at: time)
        } catch {
            throw ImportFileError(rule: error, file: file)
        }
    }

    /// What each column is.
    private static func columns(
        _ headings: [String], _ mapping: [String: ImportField]
    ) throws(ImportFileError.Rule) -> [Column] {
        for name in mapping.keys.sorted() where !headings.contains(where: { $0.headingKey == name.headingKey }) {
            throw .noColumn(name, headings: headings)
        }
        let mapping = Dictionary(mapping.map { ($0.key.headingKey, $0.value) }) { first, _ in first }
        var taken: [ImportField: String] = [:]
        var columns: [Column] = []
        for heading in headings {
            var field = mapping[heading.headingKey]
            if field == nil, let told = ImportField(heading: heading), !mapping.values.contains(told) { field = told }
            if let field {
                if let first = taken[field] { throw .ambiguous(field, first: first, second: heading) }
                taken[field] = heading
            }
            columns.append(Column(heading: heading, field: field))
        }
        guard taken[.title] != nil else { throw .noNames(headings: headings) }
        return columns
    }

    private mutating func judge(_ rows: [ImportedRow], at time: Timestamp) {
        let fields = Dictionary(columns.map { ($0.heading, $0.field) }) { first, _ in first }
        var first: [String: Row] = [:]
        for row in rows {
            do throws(ImportRefusal) {
                var judged = try Row(row, fields: fields, at: time)
                if let earlier = first[judged.application.id] {
                    guard earlier.application == judged.application else {
                        throw ImportRefusal(
                            place: row.place,
                            column: columns.first { $0.field == (judged.isIdentifierDerived ? .title : .id) }?.heading,
                            reason: .otherRow(earlier.place, id: judged.application.id))
                    }
                    judged.repeats = earlier.place
                } else {
                    first[judged.application.id] = judged
                }
                self.rows.append(judged)
            } catch {
                refusals.append(error)
            }
        }
    }
}

extension ApplicationImport {
    /// The applications to store, each once.
    public var applications: [Application] { rows.filter { $0.repeats == nil }.map(\.application) }
}
