import Foundation
import TestSupport
import Testing

@testable import Documents

@Suite("Words in ASCII")
struct ASCIIWordsTests {
    @Test(
        "letters lose their accents, ligatures are two letters, all else parts words",
        arguments: [
            ("Santé & Œuvres 2", ["sante", "oeuvres", "2"]), ("e\u{301}te\u{301}", ["ete"]),
            ("L’Été à Noël", ["l", "ete", "a", "noel"]),
            ("STRASSE Straße Æther Łódź Ørsted", ["strasse", "strasse", "aether", "lodz", "orsted"]), ("", []),
            ("  –— ", []),
            ("健康", []), ("Vie+健康", ["vie"]), ("\u{FB01}n", ["fin"]),
        ])
    func words(_ text: String, _ expected: [String]) {
        #expect(text.asciiWords == expected)
    }

    @Test("a letter with accents is what Unicode's own decomposition makes of it")
    func decomposition() throws {
        // U+00C0 to U+024F and U+1E00 to U+1EFF: the Latin blocks with accents.
        let script = """
            import unicodedata, json, sys
            pairs = []
            for code in list(range(0xC0, 0x250)) + list(range(0x1E00, 0x1F00)):
                base = unicodedata.normalize("NFD", chr(code))[0]
                if base.isascii() and base.isalpha():
                    pairs.append([chr(code), base.lower()])
            json.dump(pairs, sys.stdout)
            """
        let result = try run("/usr/bin/python3", ["-c", script])
        let pairs = try #require(try JSONSerialization.jsonObject(with: result.output) as? [[String]])
        #expect(pairs.count > 300)
        for pair in pairs { #expect(pair[0].asciiWords == [pair[1]], "\(pair[0])") }
    }
}
