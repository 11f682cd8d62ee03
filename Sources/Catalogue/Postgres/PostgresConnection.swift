/// libpq's connection, within a transaction.
struct PostgresConnection: SQLConnection {
    let handle: PostgresHandle

    var dialect: SQLDialect { .postgres }

    func execute(_ sql: String, _ values: [(any SQLBindable)?]) throws -> Int {
        // Several statements in a text can't have values.
        guard !values.isEmpty else {
            try handle.run(sql)
            return 0
        }
        return try handle.run(Self.numbered(sql), values.map { $0?.sqlValue ?? .null })
    }

    func query(_ sql: String, _ values: [(any SQLBindable)?], _ body: (inout SQLRow) throws -> Void) throws {
        try handle.query(Self.numbered(sql), values.map { $0?.sqlValue ?? .null }, body)
    }

    /// PostgreSQL numbers its values, `$1`, where SQLite has a question mark. No text of ours has one within quotes.
    static func numbered(_ sql: String) -> String {
        var parts = sql.split(separator: "?", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() { parts[index] = "$\(index)\(parts[index])" }
        return parts.joined()
    }
}
