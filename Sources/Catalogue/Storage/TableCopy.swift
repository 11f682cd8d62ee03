/// All rows of a catalogue, from one engine to another; both have the same tables.
struct TableCopy {
    let source: any SQLConnection
    let target: any SQLConnection

    init(from source: any SQLConnection, to target: any SQLConnection) {
        (self.source, self.target) = (source, target)
    }

    /// The tables, those that others refer to first.
    private static let tables = ["applications", "versions", "documents", "runs", "scores", "audit"]

    /// Copies them row by row.
    func run() throws {
        for table in Self.tables {
            try source.query("SELECT * FROM \(table)", []) { row in
                let places = row.values.map { _ in "?" }.joined(separator: ", ")
                try target.execute("INSERT INTO \(table) VALUES (\(places))", row.values)
            }
        }
    }
}
