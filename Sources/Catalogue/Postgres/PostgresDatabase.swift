import Foundation
import Synchronization

/// A catalogue in the schema `ecoproxy` of a PostgreSQL database, which a team shares.
final class PostgresDatabase: SQLDatabase {
    private let handle: Mutex<PostgresHandle>
    let place: String?

    /// The schema that all tables lie in, so that they never meet another program's.
    static let schema = "ecoproxy"
    /// What writers wait for each other by: `ecop` in ASCII.
    private static let lock = 0x6563_6F70

    /// Connects; what others keep locked is waited for so many seconds.
    init(_ address: PostgresAddress, busyTimeout: Double) throws {
        place = address.place
        let milliseconds = Int(max(1, min(busyTimeout * 1000, 86_400_000)))
        let handle = try PostgresHandle(address)
        // A server may be told to confirm before it has written; a catalogue never loses what it confirmed.
        try handle.run(
            """
            SET search_path TO \(Self.schema);
            SET synchronous_commit TO on;
            SET lock_timeout TO \(milliseconds);
            """)
        self.handle = Mutex(handle)
    }

    func read<Value: Sendable>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    func write<Value: Sendable>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        // One writer at a time, as with SQLite: what a transaction looks up stays so until it ends.
        try transaction("BEGIN; SELECT pg_advisory_xact_lock(\(Self.lock))", body)
    }

    func integrityFaults() throws -> [String] {
        // The server keeps its pages and its foreign keys by itself; whether they hold is asked by what it can't leave wrong.
        try read { connection in
            try connection.rows(
                """
                SELECT conrelid::regclass::text || ': ' || conname FROM pg_constraint
                WHERE NOT convalidated AND connamespace = (SELECT oid FROM pg_namespace WHERE nspname = ?)
                """, [Self.schema]
            ) { "a constraint isn't validated: \(try $0.text())" }
        }
    }

    func backUp(to path: String) throws {
        let copy = try CatalogueFile(URL(filePath: path)).open(creating: true, busyTimeout: 0)
        try read { source in
            try copy.write { target in try TableCopy(from: source, to: target).run() }
        }
        try copy.close()
    }

    private func transaction<Value: Sendable>(
        _ begin: String, _ body: (any SQLConnection) throws -> Value
    ) throws -> Value {
        try handle.withLock { handle in
            do {
                try handle.run(begin)
                let value = try body(PostgresConnection(handle: handle))
                try handle.run("COMMIT")
                return value
            } catch {
                // The first error is the one to tell; a connection that is lost has undone everything.
                try? handle.run("ROLLBACK")
                throw error
            }
        }
    }
}
