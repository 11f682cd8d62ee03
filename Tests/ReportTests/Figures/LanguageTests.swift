import Report
import Testing

@Suite("languages")
struct LanguageTests {
    @Test(
        "a locale's name tells the language",
        arguments: [
            ("fr_FR.UTF-8", Language.fr), ("fr", .fr), ("FR-ca", .fr), ("fr@euro", .fr), ("en_GB.UTF-8", .en),
            ("C", .en), ("", .en), ("fro_FR", .en), ("de_DE.UTF-8", .en),
        ])
    func locale(_ name: String, _ language: Language) {
        #expect(Language(locale: name) == language)
    }
}
