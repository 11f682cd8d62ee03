import Catalogue
import Foundation
import TestSupport
import Testing

@Suite("Folder of an export")
struct PublishedFolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Exports files, and says how many were new or changed, and how many went away.
    @discardableResult
    private func export(_ files: [String: String], to name: String = "site") throws -> (changes: Int, removed: Int) {
        var published = try PublishedFolder(folder[name])
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { try published.write(Data(text.utf8), to: path) }
        let removed = try published.finish()
        return (published.changes, removed)
    }

    /// The files below a folder, as another program finds them.
    private func found(_ name: String = "site") throws -> [String] {
        try run("find", [folder[name], "-type", "f", "-not", "-name", ".ecoproxy-site", "-printf", "%P\\n"]).text
            .split(separator: "\n").map(String.init).sorted()
    }

    @Test("a second export changes what has changed, and removes what is no longer there")
    func twice() throws {
        #expect(try export(["a.html": "1", "fr/b.html": "2", "fr/c.html": "3"]) == (3, 0))
        #expect(try export(["a.html": "1", "fr/b.html": "2", "fr/c.html": "3"]) == (0, 0))
        #expect(try export(["a.html": "1", "fr/b.html": "2!"]) == (2, 1))
        #expect(try found() == ["a.html", "fr/b.html"])
        #expect(try String(decoding: folder.data("site/fr/b.html"), as: UTF8.self) == "2!")
    }

    @Test("everyone may read what is written, as far as the user's mask says")
    func modes() throws {
        try export(["a.html": "1", "fr/b.html": "2"])
        let modes = try run("find", [folder["site"], "-type", "f", "-printf", "%m\n"]).text.split(separator: "\n")
        let mask = Int(try run("sh", ["-c", "umask"]).text.trimmingCharacters(in: .newlines), radix: 8) ?? 0
        #expect(Set(modes) == [Substring(String(0o644 & ~mask, radix: 8))])
    }

    @Test("a folder with anything else in it is left alone")
    func foreign() throws {
        try FileManager.default.createDirectory(atPath: folder["mine"], withIntermediateDirectories: true)
        _ = try folder.write("mine/letter.txt", "dear")
        #expect(throws: ExportError(.foreignFolder, path: folder["mine"])) { try export(["a": "1"], to: "mine") }
        #expect(try found("mine") == ["letter.txt"])
        _ = try folder.write("file", "x")
        #expect(throws: ExportError(.notAFolder, path: folder["file"])) { try export(["a": "1"], to: "file") }
    }

    @Test("someone's file among ours stays, and stops what would go in its place")
    func foreignFile() throws {
        try export(["a.html": "1"])
        _ = try folder.write("site/CNAME", "exemple.test")
        _ = try folder.write("site/b.html", "mine")
        try export(["a.html": "2"])
        #expect(try found() == ["CNAME", "a.html", "b.html"])
        #expect(throws: ExportError(.foreignFile, path: folder["site/b.html"])) {
            try export(["a.html": "3", "b.html": "ours"])
        }
        #expect(try String(decoding: folder.data("site/b.html"), as: UTF8.self) == "mine")
    }

    @Test("what an export that was cut short left is known to be ours by the next")
    func cutShort() throws {
        do {
            var published = try PublishedFolder(folder["site"])
            try published.write(Data("1".utf8), to: "a.html")
            try published.write(Data("2".utf8), to: "b.html")
        }
        // As a crash in the middle of a name leaves the list.
        let list = try FileHandle(forWritingTo: folder.url.appending(path: "site/.ecoproxy-site"))
        try list.seekToEnd()
        try list.write(contentsOf: Data("fr/c.ht".utf8))
        try list.close()
        try export(["b.html": "3", "fr/d.html": "4"])
        #expect(try found() == ["b.html", "fr/d.html"])
    }

    @Test("a list that someone else wrote leads to nothing outside the folder, and to no folder")
    func hostileList() throws {
        try export(["a.html": "1", "fr/b.html": "2"])
        _ = try folder.write("outside.txt", "precious")
        try FileManager.default.createDirectory(atPath: folder["elsewhere"], withIntermediateDirectories: true)
        _ = try folder.write("elsewhere/d.html", "precious")
        try FileManager.default.createSymbolicLink(
            atPath: folder["site/link"], withDestinationPath: folder["elsewhere"])
        _ = try folder.write("site/fr/mine.txt", "mine")
        let list = String(decoding: try folder.data("site/.ecoproxy-site"), as: UTF8.self)
        _ = try folder.write(
            "site/.ecoproxy-site", list + "../outside.txt\n\(folder["outside.txt"])\nfr\nlink/d.html\n.ecoproxy-site\n")
        try export(["a.html": "1"])
        #expect(folder.exists("outside.txt") && folder.exists("elsewhere/d.html"))
        #expect(try found().contains("fr/mine.txt"))
        #expect(throws: ExportError.self) { try export(["link/e.html": "1"]) }
        #expect(!folder.exists("elsewhere/e.html"))
        _ = try folder.write("site/.ecoproxy-site", "something else\n")
        #expect(throws: ExportError.self) { try export(["a.html": "1"]) }
    }
}
