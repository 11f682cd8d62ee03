import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct ContentHasherTests {
    // NIST, SHA-256 example values ("abc" and the empty message).
    @Test(
        "SHA-256 agrees with the published examples",
        arguments: [
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ])
    func published(_ text: String, _ hash: String) {
        #expect(ContentHasher.hash(of: Data(text.utf8)).rawValue == hash)
    }

    @Test("a capture's hash is that of the whole file as stored, as sha256sum says")
    func file() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "capture")
        var builder = CaptureBuilder()
        builder.pcapHeader()
        // Damaged after its header: not read to the end by the reader.
        builder.append([UInt8](repeating: 7, count: 300_000))
        try Data(builder.bytes).write(to: file)
        var reader = try CaptureReader(path: file.path, hashing: .always)
        #expect(throws: CaptureFileError.self) { while try reader.next() != nil {} }
        let expected = try run("sha256sum", [file.path]).text.prefix(64)
        #expect(try reader.contentHash()?.rawValue == String(expected))
    }

    @Test("nothing is hashed unless asked for")
    func unasked() throws {
        var reader = try CaptureReader(path: Repository.root.appending(path: "captures/demo/capture.pcapng").path)
        #expect(try reader.contentHash() == nil)
    }
}
