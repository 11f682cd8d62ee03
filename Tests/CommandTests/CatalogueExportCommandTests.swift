import Foundation
import TestSupport
import Testing

/// `catalogue export` as a team uses it, day after day.
@Suite struct CatalogueExportCommandTests {
    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        file = folder["catalogue.sqlite"]
    }

    private func catalogue(_ words: String...) throws -> RunResult {
        try Ecoproxy.run(["catalogue"] + words + ["--catalogue", file])
    }

    private static let application = "test.sante-demo.web"

    /// A catalogue of three applications, one with a run.
    private func fill() throws {
        let list = try folder.write(
            "list.csv",
            """
            id,name,publisher,platform,category,url
            \(Self.application),Santé démo,Exemple SA,web,Téléconsultation,https://exemple.test/
            b,"'=cmd|' /C calc'!A1",@pub,android,Téléconsultation,
            c,<b>Gras</b>,,ios,Carnet de santé,

            """)
        #expect(try catalogue("import", list).status == 0)
        #expect(try catalogue("attach", try folder.demoBundle()).status == 0)
    }

    @Test("as CSV another reader finds a line a run, no formula, and an import finds nothing to change")
    func csv() throws {
        try fill()
        let output = folder["catalogue.csv"]
        #expect(try catalogue("export", "--output", output).status == 0)
        #expect(try mode(output) == 0o600)
        let script = """
            import csv, sys
            rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""), strict=True))
            for row in rows: print(row["id"], row["name"], row["publisher"], row["version"], row["quality"], sep="|")
            """
        let read = try run(
            "/usr/bin/python3", ["-c", script, output], environment: ["PYTHONIOENCODING": "utf-8"])
        #expect(
            read.text == """
                b|'=cmd|' /C calc'!A1|'@pub||
                c|<b>Gras</b>|||
                \(Self.application)|Santé démo|Exemple SA|1.0.0|good

                """, "\(read.errors)")
        #expect(try catalogue("export").output == folder.data("catalogue.csv"))
        let again = try catalogue("import", output)
        #expect(
            again.status == 0 && again.text.contains("new 0, changed 0, unchanged 3"), "\(again.text)\(again.errors)")
    }

    @Test("as JSON Lines each line is the sheet that show prints, and an import finds nothing to change")
    func jsonLines() throws {
        try fill()
        let lines = try catalogue("export", "--as", "jsonl")
        #expect(lines.status == 0)
        #expect(try validate(lines.output, against: "catalogue-application", lines: true).isEmpty)
        let sheets = try lines.text.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        #expect(sheets.count == 3)
        let shown = try JSONSerialization.jsonObject(with: try catalogue("show", Self.application, "--json").output)
        #expect(try #require(sheets.last as? NSDictionary) == #require(shown as? NSDictionary))
        let again = try catalogue("import", try folder.write("catalogue.jsonl", lines.output))
        #expect(
            again.status == 0 && again.text.contains("new 0, changed 0, unchanged 3"), "\(again.text)\(again.errors)")
    }

    @Test("as a site each link leads to a page, and the last run's report is there in both languages")
    func site() throws {
        try fill()
        let first = try catalogue("export", "--as", "site", "--output", folder["public"])
        #expect(first.status == 0 && first.output.isEmpty, "\(first.errors)")
        let pages = try readSite(folder.url.appending(path: "public"))
        for (path, page) in pages {
            #expect(page.faults == [], "\(path)")
            for link in page.links where !link.hasPrefix("#") && !link.contains(":") {
                #expect(folder.exists("public/\(link)"), "\(path): \(link)")
            }
        }
        #expect(pages["fr/index.html"]?.rows.count == 3)
        #expect(pages["fr/category/teleconsultation.html"]?.rows.count == 2)
        #expect(pages["en/report/\(Self.application).html"]?.lang == "en")
        #expect(pages["fr/report/\(Self.application).html"]?.lang == "fr")
        #expect(pages["fr/report/b.html"] == nil)
        // The addresses of the device say something of the place where it was measured.
        let measurement = try json(try Ecoproxy.run("replay", folder["run"], "--json").output)
        let addresses = (measurement["device"] as? [String: Any])?["addresses"] as? [String] ?? []
        #expect(!addresses.isEmpty)
        for page in pages.values { for address in addresses { #expect(!page.text.contains(address)) } }
    }

    @Test(
        "a second site changes nothing, what is gone from the catalogue goes, and nothing of anyone else's is touched")
    func again() throws {
        try fill()
        let place = folder["public"]
        #expect(try catalogue("export", "--as", "site", "--output", place).status == 0)
        let second = try catalogue("export", "--as", "site", "--output", place)
        #expect(second.errors.contains(" 0 changed"), "\(second.errors)")
        let without = try catalogue("export", "--as", "site", "--output", place, "--without-reports")
        #expect(without.errors.contains("2 of them removed"), "\(without.errors)")
        #expect(!folder.exists("public/fr/report/\(Self.application).html"))

        _ = try folder.write("mine.txt", "mine")
        let foreign = try catalogue("export", "--as", "site", "--output", folder.url.path)
        #expect(foreign.status == 73 && foreign.errors.contains("give a new folder"))
        #expect(!folder.exists("index.html"))
        #expect(try catalogue("export", "--as", "site").status == 64)
        #expect(try catalogue("export", "--as", "csv", "--output", folder["none/a.csv"]).status == 73)
        #expect(try catalogue("export", "--without-reports").status == 64)
    }

    @Test("memory doesn't grow with what the catalogue holds of each application")
    func memory() throws {
        func peak(_ name: String, applications: Int) throws -> Int {
            let list = "id,name,publisher\n" + (0..<applications).map { "app-\($0),Application \($0),P\n" }.joined()
            let place = folder[name]
            #expect(
                try Ecoproxy.run(
                    ["catalogue", "import", "-", "--catalogue", place], input: Data(list.utf8)
                ).status == 0)
            let result = try run(
                "/usr/bin/python3",
                [
                    Repository.root.appending(path: "Tests/CommandTests/peak-memory.py").path, Ecoproxy.path,
                    "catalogue", "export", "--as", "jsonl", "--catalogue", place,
                ], environment: Ecoproxy.environment)
            #expect(result.text.split(separator: "\n").count == applications)
            return Int(result.errors.split(separator: "\n").last ?? "") ?? 0
        }
        // 20 000 lines of 250 bytes are 5 MB, and several times that as values.
        let (few, many) = (try peak("few.sqlite", applications: 100), try peak("many.sqlite", applications: 20_000))
        #expect(few > 0 && many - few < 8_000, "\(few) and \(many) KiB")
    }
}
