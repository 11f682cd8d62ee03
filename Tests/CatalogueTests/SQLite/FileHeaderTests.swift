import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct FileHeaderTests {
    @Test("a header shorter than it should be is zeros from there on", arguments: [0, 1, 67, 71, 99, 100, 101])
    func short(_ length: Int) throws {
        let folder = try TemporaryFolder()
        try Data(repeating: 0x61, count: length).write(to: folder.file())
        let header = try FileHeader.read(path: folder.file().path)
        let filled = min(length, 100)
        #expect(header.bytes == Array(repeating: 0x61, count: filled) + Array(repeating: 0, count: 100 - filled))
        #expect(!header.isDatabase)
    }

    @Test("the mark is read where another program put it")
    func mark() throws {
        let folder = try TemporaryFolder()
        _ = try python(folder.file(), "PRAGMA application_id = 0x01020304")
        let header = try FileHeader.read(path: folder.file().path)
        #expect(header.isDatabase)
        #expect(header.applicationID == 0x0102_0304)
    }

    @Test("a file that isn't there has SQLite's code for it")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileHeader.ResultCode(value: 14)) {  // SQLITE_CANTOPEN
            try FileHeader.read(path: folder.file().path)
        }
        #expect(try folder.names == [])
    }

    // sqlite.org/howtocorrupt.html § 2.2: closing any descriptor of a file drops the process's locks on it.
    @Test("reading the header leaves this process's locks where they are")
    func locks() throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore.openOrCreate(folder.file(), hash: exampleHash)
        try store.add(.sante)
        _ = try FileHeader.read(path: folder.file().path)
        // A process that thought itself the last would remove the log on leaving, and ours with it.
        _ = try python(folder.file(), "SELECT count(*) FROM applications")
        #expect(try folder.names == ["catalogue.sqlite", "catalogue.sqlite-shm", "catalogue.sqlite-wal"])
    }
}
