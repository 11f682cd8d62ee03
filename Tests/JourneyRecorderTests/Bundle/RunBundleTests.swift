import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct RunBundleTests {
    private let folder: TemporaryFolder
    private let bundle: RunBundle

    init() throws {
        folder = try TemporaryFolder()
        bundle = RunBundle(path: folder["deep/run"])
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("a bundle is its owner's alone")
    func modes() throws {
        try bundle.create()
        try bundle.write(Data("{}".utf8), to: .score)
        #expect(try mode(bundle.path) == 0o700)
        #expect(try mode(bundle.path(of: .score)) == 0o600)
        #expect(try bundle.read(.score) == Data("{}".utf8))
        #expect(bundle.has(.score) && !bundle.has(.capture))
    }

    @Test("writing replaces the file as a whole, and leaves nothing else behind")
    func replaces() throws {
        try bundle.create()
        try bundle.write(Data(repeating: 1, count: 100_000), to: .report)
        try bundle.write(Data("short".utf8), to: .report)
        #expect(try bundle.read(.report) == Data("short".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: bundle.path) == ["report.html"])
    }

    @Test("a folder with a capture is a bundle, and is not used again")
    func occupied() throws {
        try bundle.create()
        #expect(!RunBundle.isBundle(bundle.path))
        try bundle.create()
        try bundle.write(Data(), to: .capture)
        #expect(RunBundle.isBundle(bundle.path))
        #expect(throws: BundleError(.occupied, path: bundle.path)) { try bundle.create() }
    }

    @Test("a bundle that a recording has is kept from another")
    func claimed() throws {
        try bundle.create()
        try bundle.claim()
        #expect(throws: BundleError(.recording, path: bundle.path)) { try bundle.claim() }
    }

    @Test("paths are the same with and without a slash at the end")
    func paths() {
        #expect(RunBundle(path: "run/").path(of: .capture) == "run/capture.pcapng")
        #expect(RunBundle(path: "run").path(of: .capture) == "run/capture.pcapng")
        #expect(RunBundle(path: ".").path(of: .score) == "score.json")
        #expect(RunBundle(path: "/").path(of: .score) == "/score.json")
    }

    @Test("what isn't there, and what can't be written, is said with its place")
    func errors() throws {
        let missing = #expect(throws: BundleError.self) { try bundle.read(.journey) }
        #expect(missing?.rule == .unreadable(ENOENT))
        #expect(missing?.description.hasPrefix(bundle.path(of: .journey)) == true)
        let folderless = #expect(throws: BundleError.self) { try bundle.write(Data(), to: .score) }
        #expect(folderless?.description.contains("folder doesn't exist") == true)
        let file = try folder.write("file", "")
        #expect(throws: BundleError.self) { try RunBundle(path: file + "/run").create() }
        let directory = #expect(throws: BundleError.self) { try RunBundle.read(folder.url.path) }
        #expect(directory?.rule == .unreadable(EISDIR))
    }
}
