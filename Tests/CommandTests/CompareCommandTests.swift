import Foundation
import TestSupport
import Testing

/// `compare`, as a user meets it.
@Suite struct CompareCommandTests {
    private let folder: TemporaryFolder
    private let bundle: String

    init() throws {
        folder = try TemporaryFolder()
        bundle = try folder.demoBundle()
        #expect(try Ecoproxy.run("score", bundle).status == 0)
    }

    private func run(_ name: String, addingBytes bytes: Int) throws -> String {
        try folder.changedRun(name, addingBytes: bytes, seconds: 3 + Double(bytes % 7) / 10)
    }

    private func verdict(_ output: Data, _ metric: String) throws -> String {
        let figures = try #require(json(output)["journey"] as? [[String: Any]])
        return try #require(figures.first { $0["metric"] as? String == metric }?["verdict"] as? String)
    }

    @Test("a run compared with itself has no change, in both languages and as JSON")
    func itself() throws {
        let result = try Ecoproxy.run("compare", bundle, bundle)
        #expect(result.status == 0)
        #expect(result.text.contains("No change beyond the noise.") && result.text.contains("same measurement"))
        #expect(try Ecoproxy.run("compare", bundle, bundle, "--lang", "fr").text.contains("Aucun changement"))
        let document = try Ecoproxy.run("compare", bundle, bundle, "--json").output
        #expect(try validate(document, against: "comparison") == [])
        #expect(try verdict(document, "bytes") == "same")
    }

    @Test("several runs a side are tested, one each is not, and the test is named")
    func tested() throws {
        let base = try [0, 100, 250].map { try run("base-\($0)", addingBytes: $0) }
        let new = try [90_000, 90_130, 90_240].map { try run("new-\($0)", addingBytes: $0) }
        let several =
            ["compare", base[0], new[0]] + base.dropFirst().flatMap { ["--also-base", $0] }
            + new.dropFirst().flatMap { ["--also-new", $0] }
        let document = try Ecoproxy.run(several + ["--json"]).output
        #expect(try validate(document, against: "comparison") == [])
        #expect(try verdict(document, "bytes") == "worse")
        #expect(try Ecoproxy.run(several).text.contains("Welch’s t-test"))
        let single = try Ecoproxy.run("compare", base[0], new[0])
        #expect(single.text.contains("One run each: the noise is unknown"))
        #expect(!single.text.contains("worse"))
    }

    @Test("bare Scores are compared by score and indicators, and it is said what can't be")
    func scores() throws {
        let score = folder["run/score.json"]
        let result = try Ecoproxy.run("compare", score, bundle, "--json")
        #expect(result.status == 0)
        #expect(try validate(result.output, against: "comparison") == [])
        #expect(try verdict(result.output, "ghg.central") == "same")
        #expect(try verdict(result.output, "bytes") == "onlyNew")
        #expect(try Ecoproxy.run("compare", score, bundle).text.contains("a bare Score"))
    }

    @Test("a stored score of other factors is computed anew, one without its measurement isn't compared")
    func factors() throws {
        let other = folder["other.json"]
        #expect(try Ecoproxy.run("score", bundle, "--factors", "world-2026.1", "--output", other).status == 0)
        // The bundle now keeps the score of the other factors.
        let anew = try Ecoproxy.run("compare", bundle, bundle)
        #expect(anew.text.contains("stored score") && anew.text.contains("world-2026.1"))
        let bare = try Ecoproxy.run("compare", other, bundle)
        #expect(bare.status == 0 && bare.text.contains("factor set"))
        #expect(try json(Ecoproxy.run("compare", other, bundle, "--json").output)["factorSet"] == nil)
    }

    @Test("a version of a catalogue is its newest run")
    func catalogue() throws {
        let file = folder["catalogue.sqlite"]
        let application = "test.sante-demo.web"
        let base = ["--catalogue", file]
        #expect(try Ecoproxy.run(["catalogue", "add", application, "--title", "Santé"] + base).status == 0)
        #expect(try Ecoproxy.run(["catalogue", "attach", bundle] + base).status == 0)
        for place in ["catalogue:\(application)@1.0.0", "catalogue:\(application)"] {
            let result = try Ecoproxy.run(["compare", place, bundle, "--json"] + base)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try verdict(result.output, "bytes") == "same")
        }
        let missing = try Ecoproxy.run(["compare", "catalogue:\(application)@9", bundle] + base)
        #expect(missing.status == 66 && missing.errors.contains("catalogue show"))
        #expect(try Ecoproxy.run(["compare", "catalogue:nobody@1", bundle] + base).status == 66)
        #expect(try Ecoproxy.run(["compare", "catalogue:", bundle] + base).status == 65)
    }

    @Test("Markdown goes to a file or, alone, to standard output")
    func markdown() throws {
        let file = folder["compare.md"]
        #expect(try Ecoproxy.run("compare", bundle, bundle, "--markdown", file).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("## Comparison"))
        #expect(try mode(file) == 0o600)
        #expect(try Ecoproxy.run("compare", bundle, bundle, "--markdown", "-").text.hasPrefix("## Comparison"))
        #expect(try Ecoproxy.run("compare", bundle, bundle, "--markdown", "-", "--json").status == 64)
    }

    @Test("what can't be read is said with what to do")
    func bad() throws {
        #expect(try Ecoproxy.run("compare", bundle, folder["nothing.json"]).status == 66)
        let text = try folder.write("text.json", "no JSON")
        let result = try Ecoproxy.run("compare", bundle, text)
        #expect(result.status == 65 && result.errors.contains("text.json"))
        #expect(try Ecoproxy.run("compare", bundle).status == 64)
        #expect(try Ecoproxy.run("compare", "-", "-").status == 64)
        let piped = try Ecoproxy.run("compare", "-", bundle, input: folder.data("run/measurement.json"))
        #expect(piped.status == 0 && piped.text.contains("No change"))
    }
}
