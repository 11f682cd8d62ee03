import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct MigrationsTests {
    /// Every step that was ever released or is to be. Lines are only added here, when a step is.
    static let names = ["1 applications, versions, runs, scores", "2 details, audit, compressed documents"]
    static let databases = Repository.root.appending(path: "Tests/CatalogueTests/Databases")

    @Test("steps keep their names and order")
    func names() {
        #expect(Migrations.all.map(\.name) == Self.names)
    }

    @Test("the mark reads ecop, and is a positive number to SQLite, which takes it for signed")
    func mark() {
        #expect(Array("ecop".utf8).reduce(0) { $0 << 8 | UInt32($1) } == Migrations.applicationID)
        #expect(Migrations.applicationID <= Int32.max)
    }

    @Test("all steps from nothing, and again, leave sound tables", arguments: Engine.all)
    func fromScratch(_ engine: Engine) throws {
        let store = try engine.store()
        try Migrations.apply(to: store.database)
        #expect(try store.read { try Migrations.applied(in: $0) } == Set(Self.names))
        #expect(try store.check().faults == [])
        let tables = try store.read { connection in
            try ["applications", "audit", "documents", "runs", "scores", "versions", "grdb_migrations"].map {
                try connection.count(connection.dialect.tablesNamed, [$0])
            }
        }
        #expect(tables == Array(repeating: 1, count: 7))
    }

    /// Files that released programs wrote, with what those programs printed of them (`Databases/README.md`).
    @Test("a file of an earlier release shows what that release showed, and is sound", arguments: ["v1"])
    func released(_ name: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Self.databases.appending(path: "\(name).sqlite"), to: folder.file())
        let store = try CatalogueStore.open(folder.file(), hash: sha256)
        var sheet = try store.application("test.sante-demo.web")
        // What that release didn't know.
        for version in sheet.versions.indices {
            for run in sheet.versions[version].runs.indices {
                let score = sheet.versions[version].runs[run].score
                #expect(score.waterLitres != nil && score.landSquareMetreYears != nil)
                sheet.versions[version].runs[run].score.waterLitres = nil
                sheet.versions[version].runs[run].score.landSquareMetreYears = nil
            }
        }
        let expected = try Data(contentsOf: Self.databases.appending(path: "\(name).expected.json"))
        #expect(try CanonicalJSON.encode(sheet) == expected)
        let check = try store.check()
        #expect(check.faults == [])
        #expect((check.applications, check.runs, check.scores, check.documents) == (2, 2, 3, 5))
        // The release's own bytes, by a reader that isn't ours: the sum of the lengths of all documents.
        let before = try python(
            Self.databases.appending(path: "\(name).sqlite"), "SELECT sum(length(content)) FROM documents")
        #expect(try python(folder.file(), "SELECT sum(bytes) FROM documents") == before)
        #expect(try python(folder.file(), "SELECT sum(length(content)) FROM documents") != before, "compressed")
        #expect(try store.applications(ApplicationFilter(text: "SANTE")).applications.count == 1)
        #expect(try store.applications().applications.map(\.runs) == [0, 2])
    }

    @Test("a step that fails leaves the file as it was")
    func interrupted() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Self.databases.appending(path: "v1.sqlite"), to: folder.file())
        // A table of the second step stands in its way.
        _ = try python(folder.file(), "CREATE TABLE audit (a)")
        #expect(throws: CatalogueError.self) { try CatalogueStore.open(folder.file(), hash: sha256) }
        #expect(try python(folder.file(), "SELECT identifier FROM grdb_migrations") == [Self.names[0]])
        #expect(try python(folder.file(), "SELECT count(*) FROM pragma_table_info('applications')") == ["5"])
    }

    @Test("several that bring the same file up to date at once all get the same catalogue")
    func race() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Self.databases.appending(path: "v1.sqlite"), to: folder.file())
        let file = folder.file()
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do {
                let store = try CatalogueStore.open(file, hash: sha256)
                #expect(try store.application("test.sante-demo.web").versions.count == 1)
            } catch {
                Issue.record(error)
            }
        }
    }

    @Test(
        "the tables refuse what the types can't hold",
        arguments: [
            "UPDATE applications SET id = 'a b'", "UPDATE applications SET title = ' '",
            "UPDATE applications SET platform = 'vax'", "UPDATE documents SET sha256 = 'abc'",
            "UPDATE runs SET exchangedBytes = -1", "UPDATE runs SET quality = 'fine'",
            "UPDATE runs SET started = 'now'", "UPDATE documents SET compression = 'lzw'",
            "UPDATE documents SET bytes = -1", "UPDATE applications SET runs = 0",
            "UPDATE scores SET grade = 'H'", "UPDATE scores SET value = 101", "UPDATE scores SET ghgLow = ghgHigh + 1",
            "UPDATE scores SET waterLow = waterHigh + 1",
            "UPDATE scores SET intervalLow = intervalHigh + 1", "UPDATE scores SET partial = 2",
        ], Engine.all)
    func constraints(_ sql: String, _ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try store.attach(exampleRun(), to: "fr.exemple.sante", at: .nine)
        let error = #expect(throws: CatalogueError.self) { _ = try store.write { try $0.execute(sql) } }
        guard case .unexpected(let message) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        // SQLITE_CONSTRAINT_*; SQLSTATE class 23, or 22 where a text is no number.
        #expect(message.contains(engine == .sqlite ? "constraint" : "SQLSTATE 2") || message.contains("cannot store"))
    }
}
