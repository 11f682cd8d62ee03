import Documents
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a catalogue is made for its owner alone, with the folders it lies in, and marked as ours")
    func create() throws {
        let file = folder.file("data/ecoproxy/catalogue.sqlite")
        do {
            let store = try CatalogueStore.openOrCreate(file, hash: exampleHash)
            try store.add(.sante)
            let names = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
            #expect(names.count > 1, "the write-ahead log lies beside the file")
            for name in names {
                let path = file.deletingLastPathComponent().appending(path: name).path
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(name)")
            }
        }
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("data").path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        #expect(try python(file, "PRAGMA application_id") == ["1701015408"])  // 0x65636f70
        #expect(try python(file, "PRAGMA journal_mode") == ["wal"])
        #expect(try python(file, "SELECT id, title FROM applications") == ["fr.exemple.sante|Santé"])
    }

    @Test("what was stored is there when the file is opened again")
    func reopen() throws {
        let documents = try exampleRun()
        do {
            let store = try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash)
            try store.add(.sante)
            try store.attach(documents, to: "fr.exemple.sante", at: .nine)
        }
        #expect(try folder.names == ["catalogue.sqlite"], "the last to leave folds the log into the file")
        let store = try CatalogueStore.open(folder.file(), hash: exampleHash)
        let run = try store.run(exampleHash(documents.measurement).short)
        #expect(run.documents == documents)
        #expect(run.application == .sante)
    }

    @Test("two stores on one file see each other's work and lose none of it")
    func twoStores() throws {
        let stores = try (0..<2).map { _ in try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash) }
        try stores[0].add(.sante)
        #expect(try stores[1].applications().applications.map(\.application) == [.sante])
        let documents = try (0..<40).map { try exampleRun("run \($0)") }
        DispatchQueue.concurrentPerform(iterations: 80) { index in
            // Each run twice, once through each store.
            do {
                try stores[index % 2].attach(documents[index / 2], to: "fr.exemple.sante", at: .nine)
            } catch {
                Issue.record(error)
            }
        }
        #expect(try python(folder.file(), "SELECT count(*) FROM runs") == ["40"])
        #expect(try python(folder.file(), "SELECT count(*) FROM scores") == ["40"])
        #expect(try stores[0].application("fr.exemple.sante") == stores[1].application("fr.exemple.sante"))
    }

    @Test("another process writes between our writes")
    func otherProcess() throws {
        let store = try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash)
        try store.add(.sante)
        _ = try python(folder.file(), "INSERT INTO applications (id, title, created) VALUES ('b', 'B', 0)")
        try store.add(Application(id: "c", title: "C", created: .nine))
        #expect(try store.applications().applications.map(\.application.id) == ["b", "c", "fr.exemple.sante"])
        #expect(
            try python(folder.file(), "SELECT id FROM applications ORDER BY id") == ["b", "c", "fr.exemple.sante"])
    }

    @Test("several that make the same file at once all get the same catalogue")
    func creationRace() throws {
        let file = folder.file()
        DispatchQueue.concurrentPerform(iterations: 8) { index in
            do {
                let store = try CatalogueStore.openOrCreate(file, hash: exampleHash)
                try store.add(Application(id: "app\(index)", title: "App", created: .nine))
            } catch {
                Issue.record(error)
            }
        }
        #expect(try python(file, "SELECT count(*) FROM applications") == ["8"])
    }

    @Test("a locked file is waited for, then said to be locked")
    func busy() throws {
        let store = try CatalogueStore.openOrCreate(folder.file(), busyTimeout: 0.01, hash: exampleHash)
        let other = try DatabaseQueue(path: folder.file().path)
        try other.inTransaction(.immediate) { _ in
            #expect(throws: CatalogueError(.busy, file: store.file)) { try store.add(.sante) }
            return .rollback
        }
        #expect(try store.add(.sante))
    }

    @Test("a full disk is said to be full, and nothing is half done")
    func diskFull() throws {
        let store = try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash)
        try store.add(.sante)
        // SQLite itself then answers as it does when the disk is full: SQLITE_FULL.
        try #require(store.database as? SQLiteDatabase).queue.write { database in
            let pages = try #require(try Int.fetchOne(database, sql: "PRAGMA page_count"))
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        #expect(throws: CatalogueError(.diskFull, file: store.file)) {
            try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        }
        for table in ["versions", "documents", "runs", "scores"] {
            #expect(try python(folder.file(), "SELECT count(*) FROM \(table)") == ["0"], "\(table)")
        }
        #expect(try store.applications().applications.map(\.application) == [.sante])
    }

    @Test("foreign keys hold", arguments: Engine.all)
    func foreignKeys(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        for sql in [
            "DELETE FROM applications", "DELETE FROM versions", "DELETE FROM documents",
            "INSERT INTO versions VALUES ('nobody', '1')",
            "UPDATE runs SET version = '9'",
        ] {
            let error = #expect(throws: CatalogueError.self, "\(sql)") { _ = try store.write { try $0.execute(sql) } }
            #expect(error?.description.lowercased().contains("foreign key") == true)
        }
    }

    @Test("a catalogue in memory needs no file")
    func inMemory() throws {
        let store = try CatalogueStore.inMemory(hash: exampleHash)
        #expect(store.file == nil)
        #expect(try store.applications() == ApplicationList(applications: []))
    }
}
