import Catalogue
import Foundation
import TestSupport
import Testing

@Suite("File written piece by piece")
struct GrowingFileTests {
    @Test("what was there stays until the new file is whole")
    func whole() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", "old")
        do {
            let file = try GrowingFile(path)
            try file.write(Data("ne".utf8))
        }
        #expect(try folder.data("a.csv") == Data("old".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.csv"])
        var file = try GrowingFile(path)
        try file.write(Data("ne".utf8))
        try file.write(Data("w".utf8))
        try file.finish()
        #expect(try folder.data("a.csv") == Data("new".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.csv"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("a folder that isn’t there is told")
    func errors() throws {
        let folder = try TemporaryFolder()
        let missing = folder["none/a.csv"]
        #expect(throws: ExportError(.unwritable(2), path: missing)) { _ = try GrowingFile(missing) }
    }
}
