import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite("Encodings of tables")
struct TextDecodingTests {
    private static let text = "Œuvres d’été – 5 €;Noël\r\n"

    @Test(
        "a text is the same in each encoding that Python writes it in",
        arguments: ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    func encodings(_ encoding: String) throws {
        let written = try run(
            "/usr/bin/python3",
            [
                "-c",
                "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('utf-8').encode(sys.argv[1]))",
                encoding,
            ],
            input: Data(Self.text.utf8))
        #expect(written.status == 0, "\(written.errors)")
        #expect(encoding == "utf-8" || written.output != Data(Self.text.utf8))
        #expect(try TextDecoding.text(of: written.output) == Self.text)
    }

    @Test("UTF-16 in either order of bytes")
    func orders() throws {
        for encoding in ["utf-16-le", "utf-16-be"] {
            let written = try run(
                "/usr/bin/python3",
                [
                    "-c",
                    "import sys; sys.stdout.buffer.write(('\\ufeff' + sys.stdin.buffer.read().decode('utf-8')).encode(sys.argv[1]))",
                    encoding,
                ],
                input: Data(Self.text.utf8))
            #expect(try TextDecoding.text(of: written.output) == Self.text)
        }
    }

    @Test(
        "what no text has is refused",
        arguments: [Data([0x61, 0, 0x62]), Data([0x61, 0x81, 0x62]), Data([0x50, 0x4B, 3, 4, 0])])
    func binary(_ data: Data) {
        #expect(throws: ImportFileError.Rule.notText) { try TextDecoding.text(of: data) }
    }
}
