import Documents
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Catalogue

@Suite struct MigrationsTests {
    /// Every step that was ever released. Lines are only added here, when a step is.
    static let released = ["1 applications, versions, runs, scores"]

    @Test("released steps keep their names and order")
    func names() {
        #expect(Migrations.migrator.migrations.prefix(Self.released.count) == Self.released[...])
    }

    @Test("the mark reads ecop, and is a positive number to SQLite, which takes it for signed")
    func mark() {
        #expect(Array("ecop".utf8).reduce(0) { $0 << 8 | UInt32($1) } == Migrations.applicationID)
        #expect(Migrations.applicationID <= Int32.max)
    }

    @Test("all steps from nothing, and again, leave sound tables")
    func fromScratch() throws {
        let database = try DatabaseQueue()
        try Migrations.apply(to: database)
        try Migrations.apply(to: database)
        let (isComplete, verdict, tables) = try database.read { database in
            (
                try Migrations.migrator.hasCompletedMigrations(database),
                try String.fetchAll(database, sql: "PRAGMA integrity_check"),
                try String.fetchAll(
                    database,
                    sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict ORDER BY name")
            )
        }
        #expect(isComplete)
        #expect(verdict == ["ok"])
        #expect(tables == ["applications", "documents", "runs", "scores", "versions"])
    }

    /// A file as the first step left it, written by another program from statements of its own.
    @Test("a file from the first step on stays readable", arguments: 1...released.count)
    func oldFile(_ steps: Int) throws {
        let folder = try TemporaryFolder()
        let file = folder.file()
        do {
            let database = try DatabaseQueue(path: file.path)
            try database.write { try $0.execute(sql: "PRAGMA application_id = 1701015408") }
            try Migrations.migrator.migrate(database, upTo: Self.released[steps - 1])
        }
        let documents = try exampleRun()
        let hashes = [documents.measurement, documents.score].map { exampleHash($0).rawValue }
        let blobs = [documents.measurement, documents.score].map {
            "x'\($0.map { String(format: "%02x", $0) }.joined())'"
        }
        for sql in [
            "INSERT INTO applications VALUES ('fr.exemple.sante', 'Santé', 'Exemple SA', 'android', \(Timestamp.nine.nanoseconds))",
            "INSERT INTO versions VALUES ('fr.exemple.sante', '2.4.0')",
            "INSERT INTO documents VALUES ('\(hashes[0])', \(blobs[0])), ('\(hashes[1])', \(blobs[1]))",
            """
            INSERT INTO runs VALUES ('\(hashes[0])', 'fr.exemple.sante', '2.4.0', 'parcours-standard',
                \(Timestamp.nine.nanoseconds), \(Timestamp.nine.nanoseconds), 7900, 'fair')
            """,
            """
            INSERT INTO scores VALUES (1, '\(hashes[0])', '\(hashes[1])', \(Timestamp.nine.nanoseconds), 72.5, 'B', 1,
                24, 91, 'A', 'F', 0.001875, 0.00375, 0.0075, 'fr-2026.1', '1.0.0', 1, 'sante', '1.0.0')
            """,
        ] { _ = try python(file, sql) }
        let old = try CatalogueStore.open(file, hash: exampleHash)
        let new = try CatalogueStore.inMemory(hash: exampleHash)
        try new.add(.sante)
        try new.attach(documents, to: "fr.exemple.sante", at: .nine)
        #expect(try old.application("fr.exemple.sante") == new.application("fr.exemple.sante"))
        #expect(try old.applications() == new.applications())
        #expect(try old.run(hashes[0]) == new.run(hashes[0]))
    }

    @Test(
        "the tables refuse what the types can't hold",
        arguments: [
            "UPDATE applications SET id = 'a b'", "UPDATE applications SET title = ' '",
            "UPDATE applications SET platform = 'vax'", "UPDATE documents SET sha256 = 'abc'",
            "UPDATE runs SET exchangedBytes = -1", "UPDATE runs SET quality = 'fine'",
            "UPDATE runs SET started = 'now'",
            "UPDATE scores SET grade = 'H'", "UPDATE scores SET value = 101", "UPDATE scores SET ghgLow = ghgHigh + 1",
            "UPDATE scores SET intervalLow = intervalHigh + 1", "UPDATE scores SET partial = 2",
        ])
    func constraints(_ sql: String) throws {
        let store = try CatalogueStore.inMemory(hash: exampleHash)
        try store.add(.sante)
        try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        // Foreign keys are off, so that the table's own rule is what answers.
        try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF") }
        let error = #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: sql) } }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }
}
