import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct StoredDocumentTests {
    @Test("a document comes back as it was, short or long, and zstd's own program reads the frame")
    func roundTrip() throws {
        var noise = SystemRandomNumberGenerator()
        let random = Data((0..<1000).map { _ in UInt8.random(in: 0...255, using: &noise) })
        for document in [Data(), Data([7]), Data(repeating: 0x20, count: 1 << 20), random, Data("{\"a\": 1}".utf8)] {
            let stored = try StoredDocument(compressing: document)
            #expect(try stored.plain() == document)
            #expect(stored.bytes == document.count)
            #expect(stored.content.count <= document.count)
            guard stored.compression == .zstd else { continue }
            #expect(try run("zstd", ["-d", "-c"], input: stored.content).output == document)
        }
        #expect(try StoredDocument(compressing: random).compression == .none)
        #expect(try StoredDocument(compressing: Data(repeating: 0x20, count: 1 << 20)).content.count < 200)
    }

    @Test("a frame never gives more than the length that was stored")
    func bomb() throws {
        let frame = try run("zstd", ["-c"], input: Data(count: 1 << 24)).output
        #expect(frame.count < 10_000)
        for length in [0, 1, 1000, (1 << 24) - 1] { #expect(Zstandard.decompress(frame, to: length) == nil) }
        #expect(Zstandard.decompress(frame, to: (1 << 24) + 1) == nil)
        #expect(Zstandard.decompress(frame, to: 1 << 24) == Data(count: 1 << 24))
    }

    @Test("a frame that is cut or changed anywhere is refused or gives other bytes of the same length")
    func damaged() throws {
        let document = Data((0..<500).map { UInt8($0 % 7) })
        let frame = try StoredDocument(compressing: document).content
        for length in 0..<frame.count { #expect(Zstandard.decompress(Data(frame.prefix(length)), to: 500) == nil) }
        for index in frame.indices {
            var changed = frame
            changed[index] ^= 0x55
            let result = Zstandard.decompress(changed, to: 500)
            #expect(result == nil || result?.count == 500)
        }
    }
}
