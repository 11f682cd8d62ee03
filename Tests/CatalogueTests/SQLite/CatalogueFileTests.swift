import Catalogue
import Documents
import Foundation
import TestSupport
import Testing

/// What isn't a catalogue is recognised, named, and left as it is.
@Suite struct CatalogueFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ file: URL) throws { _ = try CatalogueStore.open(file, hash: exampleHash) }
    private func openOrCreate(_ file: URL) throws { _ = try CatalogueStore.openOrCreate(file, hash: exampleHash) }

    @Test("a file that isn't there is missing, and isn't made")
    func missing() throws {
        for name in ["catalogue.sqlite", "no folder/catalogue.sqlite"] {
            #expect(throws: CatalogueError(.missing, file: folder.file(name).path)) { try open(folder.file(name)) }
        }
        #expect(try folder.names == [])
    }

    struct Stranger: CustomTestStringConvertible {
        let testDescription: String
        let problem: CatalogueError.Problem
        let content: Content

        enum Content {
            case bytes(Data)
            /// Statements for Python's sqlite3.
            case database([String])
        }
    }

    static let strangers: [Stranger] = [
        Stranger(testDescription: "a text", problem: .notADatabase, content: .bytes(Data("Bonjour\n".utf8))),
        Stranger(
            testDescription: "a long text", problem: .notADatabase,
            content: .bytes(Data(String(repeating: "Bonjour\n", count: 1000).utf8))),
        Stranger(testDescription: "zeros", problem: .notADatabase, content: .bytes(Data(count: 4096))),
        Stranger(
            testDescription: "the cut beginning of a database", problem: .foreign(applicationID: 0),
            content: .bytes(Data("SQLite format 3\0".utf8))),
        Stranger(
            testDescription: "a database of no program", problem: .foreign(applicationID: 0),
            content: .database(["CREATE TABLE applications (id TEXT)", "INSERT INTO applications VALUES ('x')"])),
        // 0x47504b47: a GeoPackage (magic.txt of SQLite's sources)
        Stranger(
            testDescription: "a GeoPackage", problem: .foreign(applicationID: 0x4750_4B47),
            content: .database(["PRAGMA application_id = 0x47504b47", "CREATE TABLE t (a)"])),
        Stranger(
            testDescription: "a stranger with a write-ahead log", problem: .foreign(applicationID: 7),
            content: .database(["PRAGMA application_id = 7", "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)"])),
    ]

    @Test("a stranger's file is refused by both ways of opening and not touched", arguments: strangers)
    func stranger(_ stranger: Stranger) throws {
        let file = folder.file("theirs.db")
        switch stranger.content {
        case .bytes(let data): try data.write(to: file)
        case .database(let statements): for sql in statements { _ = try python(file, sql) }
        }
        let before = (try Data(contentsOf: file), try folder.names)
        let expected = CatalogueError(stranger.problem, file: file.path)
        #expect(throws: expected) { try open(file) }
        #expect(throws: expected) { try openOrCreate(file) }
        #expect(try Data(contentsOf: file) == before.0)
        #expect(try folder.names == before.1)
        #expect(expected.description.hasPrefix("\(file.path): "))
    }

    @Test("an empty file is no catalogue, but one can be made of it")
    func empty() throws {
        try Data().write(to: folder.file())
        #expect(throws: CatalogueError(.empty, file: folder.file().path)) { try open(folder.file()) }
        #expect(try Data(contentsOf: folder.file()).isEmpty)
        try openOrCreate(folder.file())
        try open(folder.file())
    }

    @Test("a creation that was interrupted after its mark is finished by the next to open")
    func interrupted() throws {
        _ = try python(folder.file(), "PRAGMA application_id = 1701015408")
        try open(folder.file())
        #expect(try python(folder.file(), "SELECT count(*) FROM runs") == ["0"])
    }

    @Test("a folder or a pipe is no file, and opening it doesn't wait")
    func notAFile() throws {
        #expect(throws: CatalogueError(.notAFile, file: folder.url.path)) { try openOrCreate(folder.url) }
        let pipe = folder.file("pipe")
        try #require(mkfifo(pipe.path, 0o600) == 0)
        #expect(throws: CatalogueError(.notAFile, file: pipe.path)) { try openOrCreate(pipe) }
    }

    @Test("a link leads to its file")
    func link() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link").path, withDestinationPath: folder.file().path)
        try openOrCreate(folder.file())
        try open(folder.file("link"))
    }

    @Test("where a folder can't be made, the system's reason is told")
    func cannotCreate() throws {
        try Data().write(to: folder.file("file"))
        let error = #expect(throws: CatalogueError.self) { try openOrCreate(folder.file("file/catalogue.sqlite")) }
        guard case .cannotCreate(let reason) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!reason.isEmpty)
    }

    // Root may read and write everything.
    @Test(
        "files and folders without permission are said to be so",
        .enabled(if: getuid() != 0, "root may do everything; CommandTests try it as nobody"))
    func noPermission() throws {
        let manager = FileManager.default
        let locked = folder.file("locked")
        try manager.createDirectory(
            at: locked, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
        defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: locked.path) }
        for file in [locked.appending(path: "a.sqlite"), locked.appending(path: "b/a.sqlite")] {
            #expect(throws: CatalogueError(.noPermission, file: file.path)) { try openOrCreate(file) }
        }
        try openOrCreate(folder.file())
        try manager.setAttributes([.posixPermissions: 0o000], ofItemAtPath: folder.file().path)
        #expect(throws: CatalogueError(.noPermission, file: folder.file().path)) { try open(folder.file()) }
        try manager.setAttributes([.posixPermissions: 0o400], ofItemAtPath: folder.file().path)
        #expect(throws: CatalogueError(.noPermission, file: folder.file().path)) {
            try CatalogueStore.open(folder.file(), hash: exampleHash).add(.sante)
        }
    }

    @Test("a catalogue that a later version has changed is left as it is")
    func newer() throws {
        try openOrCreate(folder.file())
        _ = try python(folder.file(), "INSERT INTO grdb_migrations VALUES ('99 moons')")
        let before = try Data(contentsOf: folder.file())
        let expected = CatalogueError(.newer(migrations: ["99 moons"]), file: folder.file().path)
        #expect(throws: expected) { try open(folder.file()) }
        #expect(throws: expected) { try openOrCreate(folder.file()) }
        #expect(try Data(contentsOf: folder.file()) == before)
    }

    @Test("a catalogue whose pages are overwritten is said to be damaged")
    func damaged() throws {
        try openOrCreate(folder.file())
        var bytes = try Data(contentsOf: folder.file())
        bytes.replaceSubrange(100..<4096, with: Data(repeating: 0xAA, count: 3996))
        try bytes.write(to: folder.file())
        let error = #expect(throws: CatalogueError.self) { try open(folder.file()) }
        guard case .damaged = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
