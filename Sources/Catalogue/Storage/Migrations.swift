/// The catalogue's tables and how they came to be; the same steps for both engines.
enum Migrations {
    /// A step from one state of the tables to the next.
    struct Step: Sendable {
        /// What it is known by in the database.
        let name: String
        let apply: @Sendable (any SQLConnection) throws -> Void
    }

    /// What marks a database file as a catalogue: `ecop` in ASCII, in the header's `application_id`.
    ///
    /// sqlite.org/fileformat2.html § 1.3.14: four bytes at offset 68, for programs that use SQLite as their file format.
    static let applicationID: UInt32 = 0x6563_6F70

    /// The table of the steps that were done, as the first release's library named it.
    static let table = "grdb_migrations"

    /// Every step there ever was, in order. Append only: a released step is never changed, later ones amend it.
    static let all = [applicationsAndRuns, detailsAndAudit]

    /// The names of the steps that were done.
    static func applied(in connection: any SQLConnection) throws -> Set<String> {
        guard try connection.count(connection.dialect.tablesNamed, [table]) > 0 else { return [] }
        return Set(try connection.rows("SELECT identifier FROM \(table)") { try $0.text() })
    }

    /// Steps that this version doesn't know, in order.
    static func unknown(among applied: Set<String>) -> [String] {
        applied.subtracting(all.map(\.name)).sorted()
    }

    /// Brings the tables up to date: all steps that aren't done, or none.
    ///
    /// Another process may do the same at the same moment: the slower one waits, and finds nothing left to do.
    static func apply(to database: any SQLDatabase, upTo count: Int = all.count) throws {
        try database.write { connection in
            try connection.execute("CREATE TABLE IF NOT EXISTS \(table) (identifier TEXT NOT NULL PRIMARY KEY)")
            let applied = try Self.applied(in: connection)
            for step in all.prefix(count) where !applied.contains(step.name) {
                try step.apply(connection)
                try connection.execute("INSERT INTO \(table) (identifier) VALUES (?)", [step.name])
            }
        }
    }
}
