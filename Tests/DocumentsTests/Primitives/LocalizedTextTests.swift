import Documents
import Foundation
import Testing

@Suite struct LocalizedTextTests {
    @Test("a language is served by itself, else by a text for all, else by English, else by the first language")
    func choice() {
        let both = LocalizedText(["fr": "Ouvrir", "en": "Open"])
        #expect(both["fr"] == "Ouvrir")
        #expect(both["en"] == "Open")
        #expect(both["de"] == "Open")
        #expect(LocalizedText("Ouvrir")["de"] == "Ouvrir")
        #expect(LocalizedText(["fr": "Ouvrir", "es": "Abrir"])["de"] == "Abrir")
        #expect(LocalizedText([:])["fr"] == "")
    }

    @Test(
        "one text is a string, several are an object",
        arguments: [
            (LocalizedText("Ouvrir"), "\"Ouvrir\"\n"),
            (LocalizedText(["fr": "Ouvrir", "en": "Open"]), "{\n  \"en\" : \"Open\",\n  \"fr\" : \"Ouvrir\"\n}\n"),
        ])
    func forms(_ text: LocalizedText, _ json: String) throws {
        #expect(String(decoding: try CanonicalJSON.encode(text), as: UTF8.self) == json)
        #expect(try CanonicalJSON.decode(LocalizedText.self, from: Data(json.utf8)) == text)
    }

    @Test("anything else is refused", arguments: ["1", "null", "[\"Ouvrir\"]", "{\"fr\": 1}"])
    func refused(_ json: String) {
        #expect(throws: DocumentError.self) { try CanonicalJSON.decode(LocalizedText.self, from: Data(json.utf8)) }
    }
}
