public import Documents

/// What an import did, or would do: what `catalogue import --json` prints.
///
/// Every row is either an application or a refusal. JSON Schema: `docs/formats/catalogue-import.schema.json`.
public struct ImportReport: SchemaDocument, Hashable {
    /// A column of the file.
    public struct Column: Hashable, Codable, Sendable {
        /// As it stands in the file.
        public var heading: String
        /// What it tells; absent where that isn't known, and the column was not used.
        public var field: String?
    }

    /// A row that is an application.
    public struct Row: Hashable, Codable, Sendable {
        /// What became of it.
        public enum Outcome: String, Hashable, Codable, Sendable {
            /// It is new in the catalogue.
            case new
            /// It was there with other data.
            case changed
            /// It was there with the same data.
            case unchanged
            /// An earlier row of the file says the same.
            case repeated
        }

        /// Where it stands.
        public var place: RowPlace
        /// The application's identifier.
        public var id: String
        /// Whether the identifier was made of name and platform.
        public var idDerived: Bool
        /// What became of it.
        public var outcome: Outcome
        /// The earlier row that says the same.
        public var repeats: RowPlace?
    }

    /// A row that was not imported.
    public struct Refusal: Hashable, Codable, Sendable {
        /// Where it stands.
        public var place: RowPlace
        /// The column of what is wrong; absent where it is the row as a whole.
        public var column: String?
        /// What is wrong, in English.
        public var reason: String
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.import/1" }

    /// Always `ecoproxy.catalogue.import/1`.
    public var schema = Self.schemaIdentifier
    /// The file as it was named.
    public var file: String
    /// Whether nothing was written.
    public var dryRun: Bool
    /// The columns, in the file's order.
    public var columns: [Column]
    /// The rows that are applications, in the file's order.
    public var rows: [Row]
    /// The other rows, in the file's order.
    public var refusals: [Refusal]

    /// What became of a file.
    ///
    /// - Parameters:
    ///   - imported: the file.
    ///   - file: its name.
    ///   - outcomes: what became of `imported.applications`, in their order.
    ///   - dryRun: whether nothing was written.
    public init(_ imported: ApplicationImport, file: String, outcomes: [UpsertOutcome], dryRun: Bool) {
        self.file = file
        self.dryRun = dryRun
        columns = imported.columns.map { Column(heading: $0.heading, field: $0.field?.name) }
        var rest = outcomes[...]
        rows = imported.rows.map { row in
            Row(
                place: row.place, id: row.application.id, idDerived: row.isIdentifierDerived,
                outcome: row.repeats == nil ? Row.Outcome(rest.popFirst() ?? .unchanged) : .repeated,
                repeats: row.repeats)
        }
        refusals = imported.refusals.map {
            Refusal(place: $0.place, column: $0.column, reason: $0.reason.description)
        }
    }

    /// How many rows came to something.
    public func count(_ outcome: Row.Outcome) -> Int { rows.count { $0.outcome == outcome } }
}

extension ImportReport.Row.Outcome {
    fileprivate init(_ outcome: UpsertOutcome) {
        self =
            switch outcome {
            case .new: .new
            case .changed: .changed
            case .unchanged: .unchanged
            }
    }
}

extension RowPlace: Codable {
    private enum CodingKeys: String, CodingKey {
        case line, item
    }

    /// Reads `{"line": 7}` or `{"item": 7}`.
    ///
    /// - Throws: `DecodingError` if it is neither.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let line = try container.decodeIfPresent(Int.self, forKey: .line) {
            self = .line(line)
        } else {
            self = .item(try container.decode(Int.self, forKey: .item))
        }
    }

    /// Writes one key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .line(let number): try container.encode(number, forKey: .line)
        case .item(let number): try container.encode(number, forKey: .item)
        }
    }
}
