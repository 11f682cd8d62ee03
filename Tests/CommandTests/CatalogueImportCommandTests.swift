import Foundation
import TestSupport
import Testing

/// `catalogue import` as a referencing team uses it.
@Suite struct CatalogueImportCommandTests {
    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        file = folder["catalogue.sqlite"]
    }

    private func catalogue(_ words: String..., input: Data = Data()) throws -> RunResult {
        try Ecoproxy.run(["catalogue"] + words + ["--catalogue", file], input: input)
    }

    private static let table = """
        Nom de l’application;Éditeur;Plateforme;Catégorie;Site web;Remarques;
        Santé Facile;Exemple SA;Android;Téléconsultation;https://exemple.test/;"à revoir
        bientôt";
        Santé Facile;Exemple SA;iOS;Téléconsultation;;;
        Mon Carnet;Œuvres & Cie;Minitel;Carnet de santé;;;
        """

    /// The applications as Python's sqlite3 finds them.
    private func stored() throws -> [String] {
        try run(
            "/usr/bin/python3",
            [
                "-c",
                "import sqlite3,sys\nfor row in sqlite3.connect(sys.argv[1]).execute("
                    + "'select id, title, publisher, platform, category from applications order by id'): print(*row, sep='|')",
                file,
            ], environment: ["PYTHONIOENCODING": "utf-8"]
        ).text.split(separator: "\n").map(String.init)
    }

    @Test("good rows are imported, the others listed with line, column and reason; a second import changes nothing")
    func twice() throws {
        let windows = try #require(Self.table.replacing("\n", with: "\r\n").data(using: .windowsCP1252))
        let list = try folder.write("liste.csv", windows)
        let trial = try catalogue("import", list, "--dry-run")
        #expect(
            trial.status == 65 && trial.text.contains("rows 3: new 2, changed 0, unchanged 0, repeated 0, refused 1"))
        #expect(!FileManager.default.fileExists(atPath: file))

        let first = try catalogue("import", list)
        #expect(first.status == 65)
        #expect(first.text.contains("new 2") && first.text.contains("\"Remarques\""), "\(first.text)")
        #expect(first.text.contains("such as sante-facile-android"))
        #expect(
            first.errors == "\(list): line 5, column \"Plateforme\": \"Minitel\" is no platform that is known; "
                + "expected web, Android or iOS\n")
        #expect(
            try stored() == [
                "sante-facile-android|Santé Facile|Exemple SA|android|Téléconsultation",
                "sante-facile-ios|Santé Facile|Exemple SA|ios|Téléconsultation",
            ])
        let bytes = try folder.data("catalogue.sqlite")
        let second = try catalogue("import", list, "--lang", "fr")
        #expect(second.status == 65)
        #expect(second.text.contains("nouvelles 0, modifiées 0, inchangées 2, répétées 0, refusées 1"))
        #expect(second.text.contains("rien n’était à changer"))
        #expect(second.errors.contains("ligne 5, colonne « Plateforme »"))
        #expect(try folder.data("catalogue.sqlite") == bytes)
    }

    @Test("what a row leaves out stays as it is in the catalogue; what it says replaces that")
    func updates() throws {
        #expect(try catalogue("add", "a", "--title", "Old", "--publisher", "P", "--category", "C").status == 0)
        let result = try catalogue("import", "-", input: Data("id,name,category\na,New,\n".utf8))
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(result.text.contains("changed 1"))
        #expect(try stored() == ["a|New|P|None|C"])
    }

    @Test("the document that --json prints is valid, and counts each row once")
    func json() throws {
        let list = try folder.write("list.csv", "id;name;x\na;A;1\na;A;2\n;B;3\na;A;1\nc;;4\n")
        let result = try catalogue("import", list, "--map", "x=identifier:finess", "--json")
        #expect(result.status == 65)
        #expect(try validate(result.output, against: "catalogue-import").isEmpty)
        let report = try TestedDocument(result.output)
        #expect(report.rows.map(\.outcome) == ["new", "new", "repeated"])
        // The second row has the first's identifier and another number; the last has no name.
        #expect(report.refusals.map(\.column) == ["id", nil])
    }

    private struct TestedDocument: Decodable {
        struct Row: Decodable {
            var outcome: String
        }
        struct Refusal: Decodable {
            var column: String?
        }
        var rows: [Row]
        var refusals: [Refusal]

        init(_ data: Data) throws { self = try JSONDecoder().decode(Self.self, from: data) }
    }

    @Test("what stands in a file doesn't steer the terminal, in either language", arguments: ["en", "fr"])
    func controls(_ language: String) throws {
        let list = try folder.write("list.csv", "name,a\u{1B}[31m,platform\nA,,x\u{1B}]0;y\u{7}\u{202E}\n")
        let result = try catalogue("import", list, "--lang", language)
        #expect(result.status == 65)
        for text in [result.text, result.errors] {
            #expect(!text.isEmpty)
            #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" }, "\(text)")
        }
    }

    @Test("what can't be read is told, and nothing is made of it")
    func errors() throws {
        let table = try folder.write("table.csv", "Produit;Prix\nA;1\n\"B;2\n")
        for (words, status, message) in [
            ([folder["none.csv"]], 66, "none.csv"), ([table], 65, "line 3, column 1"),
            ([try folder.write("b.csv", "a;b\n1;2\n")], 65, "--map COLUMN=name"),
            ([try folder.write("c.csv", "nom\nA\n"), "--map", "nom"], 64, "COLUMN=FIELD"),
            ([try folder.write("d.csv", "nom\nA\n"), "--map", "x=id"], 65, "there is no column \"x\""),
            ([try folder.write("e.json", "[{\"name\": }]")], 65, "isn't"),
        ] as [([String], Int32, String)] {
            let result = try Ecoproxy.run(["catalogue", "import"] + words + ["--catalogue", file])
            #expect(result.status == status, "\(words): \(result.errors)")
            #expect(result.errors.contains(message), "\(words): \(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
