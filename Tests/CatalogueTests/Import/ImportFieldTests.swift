import Testing

@testable import Catalogue

@Suite("Headings of imported tables")
struct ImportFieldTests {
    @Test(
        "accents, case, spaces and punctuation don't count, in English and French",
        arguments: [
            ("Nom de l'application", ImportField.title), ("NOM  DE L’APPLICATION", .title), ("App_Name", .title),
            ("Dénomination", .title), ("denomination", .title), ("Éditeur", .publisher), ("EDITEUR", .publisher),
            ("Système d’exploitation", .platform), ("platform ", .platform), ("Cate\u{301}gorie", .category),
            ("Site web", .url), ("URL", .url), ("ID", .id), ("Identifiant", .id), ("Identifiants", .identifiers),
            ("Play Store", .identifier(scheme: "play")), ("App Store ID", .identifier(scheme: "app-store")),
            ("identifier:N° FINESS", .identifier(scheme: "n-finess")),
            ("Identifiant : play", .identifier(scheme: "play")),
        ])
    func known(_ heading: String, _ field: ImportField) {
        #expect(ImportField(heading: heading) == field)
    }

    @Test("what isn't known is no field", arguments: ["", "#3", "Remarques", "identifier:!", "ident", "nom:x"])
    func unknown(_ heading: String) {
        #expect(ImportField(heading: heading) == nil)
    }

    @Test(
        "the name of each field is read as that field",
        arguments: [
            ImportField.id, .title, .publisher, .platform, .category, .url, .identifiers, .identifier(scheme: "play"),
            .identifier(scheme: "finess"),
        ])
    func names(_ field: ImportField) {
        #expect(ImportField(heading: field.name) == field)
    }
}
