import Documents

/// An application as table `applications` holds it.
enum ApplicationRow {
    /// The columns that `read` reads.
    static let columns = """
        applications.id, applications.title, applications.publisher, applications.platform, applications.category,
        applications.identifiers, applications.url, applications.created
        """

    static func read(_ row: inout SQLRow) throws -> Application {
        Application(
            id: try row.text(), title: try row.text(), publisher: try row.optionalText(),
            platform: try row.optionalName(Application.Platform.self), category: try row.optionalText(),
            identifiers: identifiers(in: try row.text()), url: try row.optionalText(),
            created: Timestamp(nanoseconds: try row.integer()))
    }

    static func find(_ id: String, in connection: any SQLConnection) throws -> Application? {
        try connection.first("SELECT \(columns) FROM applications WHERE id = ?", [id]) { try read(&$0) }
    }

    static func insert(_ application: Application, in connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO applications (id, title, publisher, platform, category, identifiers, url, created, folded)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                application.id, application.title, application.publisher, application.platform?.rawValue,
                application.category, column(of: application.identifiers), application.url,
                application.created.nanoseconds, application.folded,
            ])
    }

    static func update(_ application: Application, in connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE applications
            SET title = ?, publisher = ?, platform = ?, category = ?, identifiers = ?, url = ?, folded = ?
            WHERE id = ?
            """,
            [
                application.title, application.publisher, application.platform?.rawValue, application.category,
                column(of: application.identifiers), application.url, application.folded, application.id,
            ])
    }

    /// A line for each identifier, `scheme=value`, by scheme: a scheme has no equals sign, a value no line feed.
    private static func column(of identifiers: [String: String]) -> String {
        identifiers.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "\n")
    }

    private static func identifiers(in column: String) -> [String: String] {
        guard !column.isEmpty else { return [:] }
        var identifiers: [String: String] = [:]
        for line in column.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let mark = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
            identifiers[String(Substring(line[..<mark]))] = String(Substring(line[line.index(after: mark)...]))
        }
        return identifiers
    }
}
