import Catalogue
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Imported lists of applications")
struct ApplicationImportTests {
    private func read(
        _ text: String, mapping: [String: ImportField] = [:]
    ) throws(ImportFileError) -> ApplicationImport {
        try ApplicationImport(Data(text.utf8), file: "list", mapping: mapping, at: .nine)
    }

    private static let french = """
        Identifiant;Nom de l’application;Éditeur;Plateforme;Catégorie;Site web;Play Store;Remarques;;
        fr.exemple.sante;Santé Facile;Exemple SA;Android 14;Téléconsultation;https://exemple.test/s;fr.exemple.sante;"à revoir,
        bientôt";;
        ;Mon Carnet;Œuvres & Cie;iPhone;Carnet de santé;;;;;

        ;Mon Carnet;Œuvres & Cie;site web;Carnet de santé;;;;;
        ;;;;;;;;;
        """

    @Test("a French spreadsheet's table is read as it stands")
    func french() throws {
        let imported = try read(Self.french)
        #expect(imported.refusals.isEmpty)
        #expect(
            imported.applications == [
                Application(
                    id: "fr.exemple.sante", title: "Santé Facile", publisher: "Exemple SA", platform: .android,
                    category: "Téléconsultation", identifiers: ["play": "fr.exemple.sante"],
                    url: "https://exemple.test/s", created: .nine),
                Application(
                    id: "mon-carnet-ios", title: "Mon Carnet", publisher: "Œuvres & Cie", platform: .ios,
                    category: "Carnet de santé", created: .nine),
                Application(
                    id: "mon-carnet-web", title: "Mon Carnet", publisher: "Œuvres & Cie", platform: .web,
                    category: "Carnet de santé", created: .nine),
            ])
        #expect(imported.rows.map(\.isIdentifierDerived) == [false, true, true])
        #expect(imported.rows.map(\.place) == [.line(2), .line(4), .line(6)])
        // What isn't known is named; what has neither heading nor content isn't there.
        #expect(imported.columns.filter { $0.field == nil }.map(\.heading) == ["Remarques"])
    }

    @Test("the same table means the same whatever its separator, line ends and encoding", arguments: [",", "\t"])
    func separators(_ separator: String) throws {
        let text = Self.french.replacing(";", with: separator).replacing("revoir,", with: "revoir;")
            .replacing("\n", with: "\r\n")
        let expected = try read(Self.french).applications
        #expect(try read(text).applications == expected)
        #expect(try read("\u{FEFF}" + text).applications == expected)
        #expect(try read("sep=\(separator)\r\n" + text).applications == expected)
        let windows = try #require(text.data(using: .windowsCP1252))
        #expect(try ApplicationImport(windows, file: "list", at: .nine).applications == expected)
    }

    @Test("each row is either kept or refused, with its line, column and reason")
    func refusals() throws {
        let imported = try read(
            """
            id,name,publisher,platform,url,identifiers
            a,A,P,web,https://a.test,finess=1
            b b,B,P,web,,
            c,,P,web,,
            d,D,P,Symbian,,
            e,E,P,"web, iOS",,
            f,F,P,web,javascript:alert(1),
            g,G,P,web,,12345
            h,"H"h,P,web,,
            i,I,P,web,,,more
            a,A,P,web,https://a.test,finess=1
            a,A2,P,web,https://a.test,finess=1
            ,健康,P,web,,
            k,K,P,web,,

            """)
        #expect(imported.rows.count + imported.refusals.count == 13)
        #expect(imported.rows.map(\.application.id) == ["a", "a", "k"])
        #expect(imported.rows.map(\.repeats) == [nil, .line(2), nil])
        #expect(imported.applications.map(\.id) == ["a", "k"])
        let refused = imported.refusals.map { "\($0.place)|\($0.column ?? "")|\($0.reason)" }
        let expected = [
            ("line 3|id|", "b b"), ("line 4||", "name is missing"), ("line 5|platform|", "Symbian"),
            ("line 6|platform|", "several"), ("line 7|url|", "javascript:alert(1)"), ("line 8|identifiers|", "12345"),
            ("line 9|name|", "closing quotation mark"), ("line 10|#7|", "more"), ("line 12|id|", "line 2"),
            ("line 13|name|", "Latin"),
        ]
        #expect(refused.count == expected.count)
        for (refusal, (place, words)) in zip(refused, expected) {
            #expect(refusal.hasPrefix(place) && refusal.contains(words), "\(refusal)")
        }
    }

    @Test("a column can be named, by its heading however written, or by its number where it has none")
    func mapping() throws {
        let text = "Produit X,,Plateforme\nSanté,com.x,web\n"
        #expect(throws: ImportFileError.self) { try read(text) }
        let imported = try read(text, mapping: ["produit x": .title, "#2": .id])
        #expect(imported.applications.map(\.id) == ["com.x"])
        #expect(imported.applications.map(\.title) == ["Santé"])
        #expect(
            throws: ImportFileError(
                rule: .noColumn("Editeur", headings: ["Produit X", "#2", "Plateforme"]), file: "list")
        ) { try read(text, mapping: ["produit x": .title, "Editeur": .publisher]) }
        // A column that is named takes the place of one that is known.
        let both = try read("nom,titre\nA,B\n", mapping: ["titre": .title])
        #expect(both.applications.map(\.title) == ["B"])
        #expect(both.columns.map(\.field) == [nil, .title])
    }

    @Test("a file whose columns or rows can't be told is refused as a whole")
    func files() {
        func rule(_ text: String) -> ImportFileError.Rule? {
            do {
                _ = try read(text)
                return nil
            } catch { return error.rule }
        }
        #expect(rule("") == .empty)
        #expect(rule("\n \n") == .empty)
        #expect(rule("[]") == .empty)
        #expect(rule("nom,titre\nA,B\n") == .ambiguous(.title, first: "nom", second: "titre"))
        #expect(rule("a,b\n1,2\n") == .noNames(headings: ["a", "b"]))
        #expect(rule("name\n\"A\n") == .unclosedQuote(line: 2, column: 1))
        #expect(rule("sep=;\nname\nA\n\"B\n") == .unclosedQuote(line: 4, column: 1))
        #expect(rule("{\"applications\": 3}") == .noApplications)
        for text in ["{\"name\": ", "[{\"name\": \"A\"}", "{\n\"name\": \"A\",\n}x"] {
            guard case .notJSON? = rule(text) else {
                Issue.record("\(text)")
                continue
            }
        }
        #expect(throws: ImportFileError(rule: .notText, file: "list")) {
            try ApplicationImport(Data([0x6E, 0, 0x81]), file: "list", at: .nine)
        }
        #expect(throws: ImportFileError.self) {
            try ApplicationImport(Data(count: 64_000_001), file: "list", at: .nine)
        }
    }

    @Test(
        "JSON says the same as an array, as an object with a list, and as an object a line",
        arguments: [
            #"[{"id":"a","Nom":"A","platform":"ios","identifiers":{"app-store":12345678901,"play":null}},{"nom":"B"}]"#,
            #"{"applications":[{"id":"a","Nom":"A","platform":"iOS","identifiers":"app-store: 12345678901"},{"nom":"B","url":""}]}"#,
            "{\"id\":\"a\",\"Nom\":\"A\",\"platform\":\"iPad\",\"App Store\":\"12345678901\"}\n\n{\"nom\":\"B\"}\n",
            #"{"applications":[{"application":{"id":"a","Nom":"A","platform":"ios","app-store":12345678901},"runs":3},{"nom":"B"}]}"#,
        ])
    func json(_ text: String) throws {
        // "Nom" and "nom" are one column in a table; among JSON keys they are two, and would be ambiguous.
        let imported = try read(text.replacing("\"nom\"", with: "\"Nom\""))
        #expect(imported.refusals.isEmpty)
        #expect(
            imported.applications == [
                Application(
                    id: "a", title: "A", platform: .ios, identifiers: ["app-store": "12345678901"], created: .nine),
                Application(id: "b", title: "B", created: .nine),
            ])
    }

    @Test("what isn't an application in JSON is refused with its place")
    func jsonRefusals() throws {
        let array = try read(#"[{"name":"A"}, 3, {"name":["B"]}, {"name":true}, {"name":null}]"#)
        #expect(array.rows.map(\.place) == [.item(1)])
        #expect(array.refusals.map(\.place) == [.item(2), .item(3), .item(4), .item(5)])
        #expect(array.refusals.map(\.column) == [nil, "name", "name", nil])
        let lines = try read("{\"name\":\"A\"}\n{\"name\":\n{\"name\":\"C\"}\n")
        #expect(lines.rows.map(\.place) == [.line(1), .line(3)])
        #expect(lines.refusals.map(\.place) == [.line(2)])
    }

    @Test("an identifier that is made is the same whatever else the row says, and names that differ by an accent meet")
    func derived() throws {
        let first = try read("name,platform,publisher\nSanté,web,A\n").applications
        let second = try read("name,platform,category\nsante,WEB,B\n").applications
        #expect(first.map(\.id) == ["sante-web"])
        #expect(second.map(\.id) == first.map(\.id))
        let long = try read("name\n\(String(repeating: "abc ", count: 100))\n").applications
        #expect(long.allSatisfy { $0.id.utf8.count == 200 })
    }

    @Test("an apostrophe that keeps a text from being a formula goes, as our own export writes it")
    func guarded() throws {
        #expect(try read("name,id\n'=Santé,a\n't Hof,b\n").applications.map(\.title) == ["=Santé", "'t Hof"])
    }

    @Test("no bytes make it fail otherwise than by its own error")
    func anything() {
        var random = SeededGenerator(seed: 99)
        let pieces = [
            "name", "id", ",", ";", "\n", "\"", "{", "}", "[", "]", ":", "\"name\"", "web", "é", "\u{0}", "sep=;\n",
            " ",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            do {
                let imported = try read(text)
                #expect(imported.columns.contains { $0.field == .title })
            } catch {
                #expect(error.description.hasPrefix("list: "))
            }
        }
    }
}
