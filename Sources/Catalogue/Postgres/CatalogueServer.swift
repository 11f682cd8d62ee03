/// A catalogue's place in a PostgreSQL database, and how it is recognised and made.
struct CatalogueServer {
    let address: PostgresAddress

    /// Connects after checking that the database holds a catalogue; makes one before if there is none and `creating`.
    func open(creating: Bool, busyTimeout: Double) throws -> PostgresDatabase {
        let database = try PostgresDatabase(address, busyTimeout: busyTimeout)
        let (content, applied) = try database.read { connection in
            let content = try Content(connection)
            return (content, content.isOurs ? try Migrations.applied(in: connection) : [])
        }
        let unknown = Migrations.unknown(among: applied)
        guard unknown.isEmpty else { throw failure(.newer(migrations: unknown)) }
        if content.isOurs, applied.count == Migrations.all.count { return database }
        if !content.isOurs {
            guard content.tables == 0, content.hasSchema || content.strangers == 0 else {
                throw failure(.foreignDatabase)
            }
            guard creating else { throw failure(.noCatalogue) }
            _ = try database.write { try $0.execute("CREATE SCHEMA IF NOT EXISTS \(PostgresDatabase.schema)") }
        }
        try Migrations.apply(to: database)
        return database
    }

    private func failure(_ problem: CatalogueError.Problem) -> CatalogueError {
        CatalogueError(problem, file: address.place)
    }

    /// What lies in the database.
    private struct Content {
        /// Whether there is a schema of our name.
        let hasSchema: Bool
        /// Whether a catalogue was made in it.
        let isOurs: Bool
        /// Tables and views in it.
        let tables: Int
        /// Tables and views in other schemas.
        let strangers: Int

        init(_ connection: any SQLConnection) throws {
            hasSchema =
                try connection.count("SELECT count(*) FROM pg_namespace WHERE nspname = ?", [PostgresDatabase.schema])
                > 0
            isOurs = try connection.count(connection.dialect.tablesNamed, [Migrations.table]) > 0
            let found = """
                SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
                """
            tables = try connection.count("\(found) AND nspname = ?", [PostgresDatabase.schema])
            strangers = try connection.count("\(found) AND nspname <> ?", [PostgresDatabase.schema])
        }
    }
}
