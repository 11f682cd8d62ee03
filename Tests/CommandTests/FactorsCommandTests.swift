import Foundation
import TestSupport
import Testing

@Suite struct FactorsCommandTests {
    /// A file that replaces one factor.
    static let mine = """
        schema: ecoproxy.factors/1
        id: my-factors
        version: "2"
        date: 2026-11-25
        base: fr-2026.1
        factors:
          - id: net.fixed.ghg
            unit: kgCO2e/GB
            low: 0.001
            central: 0.002
            high: 0.003
            covers: Our operator's own network.
            confidence: read
            confidenceNote: Read.
            date: 2026-11-25
            sources:
              - title: The operator's report
                addresses: [https://operator.example/report]
        """

    private static func written(_ text: String, in folder: TemporaryFolder) throws -> String {
        let path = folder["mine.yaml"]
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("the list has every factor of the file, in both languages, and names the file by its hash")
    func list() throws {
        for id in ["fr-2026.1", "world-2026.1"] {
            let file = Repository.root.appending(path: "Sources/EcoScore/Resources/\(id).json")
            let factors = try #require(try json(Data(contentsOf: file))["factors"] as? [[String: Any]])
            let hash = try TestSupport.run("sha256sum", [file.path]).text.prefix(64)
            let (english, french) = try (
                Ecoproxy.run("factors", "list", "--factors", id),
                Ecoproxy.run("factors", "list", "--factors", id, "--lang", "fr")
            )
            for result in [english, french] {
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.text.contains(hash))
                for factor in factors {
                    let (id, unit) = (factor["id"] as? String ?? "?", factor["unit"] as? String ?? "?")
                    #expect(result.text.contains("\(id) ") && result.text.contains(" \(unit) "), "\(id)")
                }
            }
            #expect(english.text.contains("confidence") && french.text.contains("confiance"))
        }
        #expect(try Ecoproxy.run("factors").text == Ecoproxy.run("factors", "list").text)
    }

    @Test("the list as JSON is a factor file, which follows its schema")
    func listJSON() throws {
        for id in ["fr-2026.1", "world-2026.1"] {
            let result = try Ecoproxy.run("factors", "list", "--factors", id, "--json")
            #expect(try validate(result.output, against: "factors").isEmpty)
            let file = Repository.root.appending(path: "Sources/EcoScore/Resources/\(id).json")
            let bundled = try Data(contentsOf: file)
            #expect(try validate(bundled, against: "factors").isEmpty)
            #expect(try json(result.output) as NSDictionary == json(bundled) as NSDictionary)
        }
    }

    @Test("a factor is shown with every source and what it leaves out")
    func show() throws {
        let result = try Ecoproxy.run("factors", "show", "elec.fr.water")
        #expect(result.status == 0)
        for part in [
            "0.75 – 0.83 – 2.22 L/kWh", "Reservoir evaporation", "https://next.ink/181389/", "EDF",
            "read on: 2026-11-23",
        ] { #expect(result.text.contains(part), "\(part)") }
        let french = try Ecoproxy.run("factors", "show", "elec.fr.water", "--lang", "fr").text
        for part in ["0,75 – 0,83 – 2,22 L/kWh", "laisse de côté : Évaporation des retenues"] {
            #expect(french.contains(part), "\(part)")
        }
        #expect(
            try Ecoproxy.run("factors", "show", "dc.ghg").text.contains(
                "https://github.com/thegreenwebfoundation/co2.js/blob/27cbe8328"))
    }

    @Test("an unknown factor is named with those there are")
    func unknown() throws {
        let result = try Ecoproxy.run("factors", "show", "net.pigeon.ghg")
        #expect(result.status == 64)
        #expect(result.errors.contains("net.pigeon.ghg") && result.errors.contains("net.fixed.ghg"))
    }

    @Test("a factor as JSON is a file to begin with: checked, edited and scored with")
    func template() throws {
        let folder = try TemporaryFolder()
        let template = try Ecoproxy.run("factors", "show", "net.fixed.ghg", "--json").output
        #expect(try validate(template, against: "factors").isEmpty)
        let path = folder["mine.json"]
        try template.write(to: URL(filePath: path))
        let check = try Ecoproxy.run("factors", "check", path)
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.text.contains("net.fixed.ghg"))
        #expect(try Ecoproxy.run("factors", "diff", "fr-2026.1", path).text == "the sets are the same\n")
    }

    @Test("a difference has both figures and the change of the central one")
    func diff() throws {
        let folder = try TemporaryFolder()
        let path = try Self.written(Self.mine, in: folder)
        let result = try Ecoproxy.run("factors", "diff", "fr-2026.1", path)
        #expect(result.status == 0, "\(result.errors)")
        // 0.0198 to 0.002 is 90 % less.
        for part in ["net.fixed.ghg", "0.0198", "0.002", "−90%"] { #expect(result.text.contains(part), "\(part)") }
        #expect(!result.text.contains("dc.ghg"))
        let worlds = try Ecoproxy.run("factors", "diff", "fr-2026.1", "world-2026.1", "--lang", "fr").text
        for part in ["elec.world.ghg", "écart", "+970 %"] { #expect(worlds.contains(part), "\(part)") }
    }

    @Test("check says everything that is wrong, with line, entry and key")
    func check() throws {
        let folder = try TemporaryFolder()
        let broken = Self.mine.replacing("central: 0.002", with: "central: 0.02")
            .replacing("unit: kgCO2e/GB", with: "unit: kWh/GB").replacing(
                "base: fr-2026.1", with: "base: it-2026.1\ncolour: green")
        let path = try Self.written(broken, in: folder)
        let result = try Ecoproxy.run("factors", "check", path)
        #expect(result.status == 65)
        #expect(result.text.isEmpty)
        let lines = result.errors.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines.contains { $0.hasPrefix("\(path):6: key colour: ") })
        #expect(
            lines.contains { $0.hasPrefix("\(path):11: \"net.fixed.ghg\": key central: expected low ≤ central ≤ high") }
        )
        #expect(lines.contains { $0.hasPrefix("\(path):5: key base: ") && $0.contains("world-2026.1") })
    }

    @Test("a file of another kind, an empty one, and none at all are told apart")
    func otherFiles() throws {
        let folder = try TemporaryFolder()
        for (text, word) in [("", "empty"), ("a: [1", "not YAML"), ("- 1\n", "JSON object"), ("a: 1\n", "schema")] {
            let path = try Self.written(text, in: folder)
            let result = try Ecoproxy.run("factors", "check", path)
            #expect(result.status == 65, "\(text)")
            #expect(result.errors.contains(path) && result.errors.contains(word), "\(result.errors)")
        }
        let absent = try Ecoproxy.run("factors", "list", "--factors", "de-2026.1")
        #expect(absent.status == 66)
        #expect(absent.errors.contains("fr-2026.1, fr-2026.2, world-2026.1"))
    }

    @Test("a score names the factors it was computed with, and which were replaced")
    func score() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let path = try Self.written(Self.mine, in: folder)
        let standard = try json(Ecoproxy.run("score", run, "--json").output)
        let scored = try Ecoproxy.run("score", run, "--factors", path, "--json")
        #expect(scored.status == 0, "\(scored.errors)")
        #expect(try validate(scored.output, against: "score").isEmpty)
        let score = try json(scored.output)
        let reference = try #require(score["factorSet"] as? [String: Any])
        #expect(reference["id"] as? String == "my-factors")
        #expect(reference["version"] as? String == "2")
        #expect(reference["replaced"] as? [String] == ["net.fixed.ghg"])
        #expect(reference["sha256"] as? String == String(try TestSupport.run("sha256sum", [path]).text.prefix(64)))
        let gas = try [standard, score].map { document in
            let indicators = try #require(document["indicators"] as? [String: [String: Any]])
            let parts = try #require(indicators["ghg"]?["parts"] as? [String: [String: Double]])
            return try #require(parts["network"]?["central"])
        }
        #expect(abs(gas[1] / gas[0] - 0.002 / 0.0198) < 1e-9)

        let world = try json(Ecoproxy.run("score", run, "--factors", "world-2026.1", "--json").output)
        #expect((world["factorSet"] as? [String: Any])?["id"] as? String == "world-2026.1")
    }

    @Test("a broken file scores nothing, and its first fault is said")
    func brokenScore() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let path = try Self.written(Self.mine.replacing("low: 0.001", with: "low: -1"), in: folder)
        let result = try Ecoproxy.run("score", run, "--factors", path)
        #expect(result.status == 65)
        #expect(result.text.isEmpty)
        #expect(result.errors.contains("\(path):9: \"net.fixed.ghg\": key low"))
        #expect(!FileManager.default.fileExists(atPath: "\(run)/score.json"))
    }

    @Test(
        "the documents of the method print the figures of the data", arguments: [("en", "method"), ("fr", "methode")])
    func documentation(_ language: String, _ name: String) throws {
        let file = Repository.root.appending(path: "docs/\(name).md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let generated = try Ecoproxy.run("factors", "doc", "--lang", language).text
        let parts = text.components(separatedBy: "<!-- figures -->\n")
        #expect(parts.count == 3, "one generated part between two markers")
        #expect(parts.count == 3 && parts[1] == "\n" + generated + "\n", "run: make docs")
    }
}
