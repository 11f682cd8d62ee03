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
            identifiers: try [String: String](jsonText: row.text()), url: try row.optionalText(),
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
                application.category, application.identifiers.jsonText, application.url,
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
                application.identifiers.jsonText, application.url, application.folded, application.id,
            ])
    }
}
