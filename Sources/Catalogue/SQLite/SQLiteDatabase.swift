import Documents
import Foundation
import GRDB

/// A catalogue in an SQLite file or in memory.
struct SQLiteDatabase: SQLDatabase {
    let queue: DatabaseQueue
    let place: String?

    /// An empty database that ends with the value.
    init() throws {
        (queue, place) = (try DatabaseQueue(), nil)
        // A backup of it is a file, which is known by this mark.
        try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
    }

    /// A database file that is there.
    init(path: String, busyTimeout: Double) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.label = "catalogue"
        configuration.prepareDatabase { database in
            // With the write-ahead log, only FULL keeps what was confirmed when the power fails (sqlite.org/pragma.html#pragma_synchronous).
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // In KiB: what a list of ten thousand applications reads stays in memory (sqlite.org/pragma.html#pragma_cache_size).
            try database.execute(sql: "PRAGMA cache_size = -32768")
        }
        (queue, place) = (try DatabaseQueue(path: path, configuration: configuration), path)
    }

    func read<Value: Sendable>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        try queue.read { try body(SQLiteConnection(database: $0)) }
    }

    func write<Value: Sendable>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        try queue.write { try body(SQLiteConnection(database: $0)) }
    }

    func integrityFaults() throws -> [String] {
        try queue.read { database in
            let verdicts = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
                "a row of \(row[0] as String? ?? "?") belongs to none of \(row[2] as String? ?? "?")"
            }
            return verdicts + orphans
        }
    }

    func backUp(to path: String) throws {
        let copy = try SQLiteDatabase(path: path, busyTimeout: 0)
        // SQLite's online backup (sqlite.org/backup.html) in one step: a single moment, while others go on.
        try queue.backup(to: copy.queue)
        try copy.close()
    }

    /// Folds the log into the file and leaves it.
    func close() throws { try queue.close() }
}

/// GRDB's connection, within a transaction.
struct SQLiteConnection: SQLConnection {
    let database: Database

    var dialect: SQLDialect { .sqlite }

    func execute(_ sql: String, _ values: [(any SQLBindable)?]) throws -> Int {
        try database.execute(sql: sql, arguments: Self.arguments(values))
        return database.changesCount
    }

    func query(_ sql: String, _ values: [(any SQLBindable)?], _ body: (inout SQLRow) throws -> Void) throws {
        let statement = try database.makeStatement(sql: sql)
        try statement.setArguments(Self.arguments(values))
        try Self.step(statement, body)
    }

    private static func arguments(_ values: [(any SQLBindable)?]) -> StatementArguments {
        StatementArguments(
            values.map { value -> (any DatabaseValueConvertible)? in
                switch value?.sqlValue ?? .null {
                case .null: nil
                case .integer(let value): value
                case .real(let value): value
                case .text(let value): value
                case .blob(let value): value
                }
            })
    }
}
