import Foundation
import TestSupport
import Testing

@Suite struct ScoreCommandTests {
    @Test("a bundle gets its documents, which follow their schemas")
    func bundle() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let result = try Ecoproxy.run("score", run, "--json")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try validate(result.output, against: "score").isEmpty)
        #expect(try folder.data("run/score.json") == result.output)
        #expect(try validate(folder.data("run/measurement.json"), against: "measurement").isEmpty)
        for file in ["score.json", "measurement.json"] { #expect(try mode("\(run)/\(file)") == 0o600) }
    }

    @Test("a score names the measurement that it follows from by its hash")
    func hash() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let score = try json(Ecoproxy.run("score", run, "--json").output)
        let reference = try #require((score["measurements"] as? [[String: Any]])?.first)
        let witness = try TestSupport.run("sha256sum", ["\(run)/measurement.json"]).text.prefix(64)
        #expect(reference["sha256"] as? String == String(witness))
    }

    @Test("a measurement scores the same from a file, a bundle or standard input")
    func sources() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        let scored = try Ecoproxy.run("score", bundle, "--json").output
        let file = bundle + "/measurement.json"
        #expect(try Ecoproxy.run("score", file, "--json").output == scored)
        #expect(
            try Ecoproxy.run("score", "-", "--json", input: Data(contentsOf: URL(filePath: file))).output == scored)
    }

    @Test("low, central and high stand in this order, and the parts add up")
    func ranges() throws {
        let folder = try TemporaryFolder()
        let score = try json(Ecoproxy.run("score", folder.demoBundle(), "--json").output)
        let indicators = try #require(score["indicators"] as? [String: [String: Any]])
        #expect(Set(indicators.keys) == ["ghg", "water", "land"])
        for (name, indicator) in indicators {
            let parts = try #require(indicator["parts"] as? [String: [String: Double]])
            for bound in ["low", "central", "high"] {
                let sum = parts.values.compactMap { $0[bound] }.reduce(0, +)
                #expect(abs(sum - (indicator[bound] as? Double ?? -1)) <= 1e-9 * abs(sum), "\(name).\(bound)")
            }
            let range = ["low", "central", "high"].compactMap { indicator[$0] as? Double }
            #expect(range.count == 3)
            #expect(range == range.sorted())
            #expect((indicator["factors"] as? [String])?.isEmpty == false)
        }
    }

    @Test("without a step there is nothing to score, and the message says what to do")
    func noSteps() throws {
        let folder = try TemporaryFolder()
        let path = folder["m.json"]
        #expect(try Ecoproxy.run("replay", Recorded.capture, "--output", path).status == 0)
        let result = try Ecoproxy.run("score", path)
        #expect(result.status == 65)
        #expect(result.errors.contains("journey"))
    }

    @Test("a scenario's outcome follows its schema, begins with the score, and leaves the bundle as it was")
    func whatIf() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let score = try Ecoproxy.run("score", run, "--json").output
        let output = folder["what-if.json"]
        let result = try Ecoproxy.run("score", run, "--what-if", "third-party=0", "--json", "--output", output)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try validate(result.output, against: "what-if").isEmpty)
        #expect(try folder.data("what-if.json") == result.output)
        #expect(try folder.data("run/score.json") == score)
        let (whatIf, measured) = (try json(result.output), try json(score))
        let before = try #require(whatIf["before"] as? [String: Any])
        #expect(before["ecoscore"] as? NSDictionary == measured["ecoscore"] as? NSDictionary)
        #expect(before["indicators"] as? NSDictionary == measured["indicators"] as? NSDictionary)
        // What the lead says is attributed to third parties is what goes away.
        let leads = try #require(measured["leads"] as? [[String: Any]])
        let gains = try #require(leads.first { $0["id"] as? String == "third-party" }?["gains"] as? [String: Any])
        let after = try #require(whatIf["after"] as? [String: Any])
        let removed = (before["bytes"] as? Double ?? 0) - (after["bytes"] as? Double ?? 0)
        #expect(removed > 0 && removed == gains["bytes"] as? Double)
    }

    @Test("a scenario goes with other factors, and not with another side")
    func whatIfTerms() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let result = try Ecoproxy.run("score", run, "--what-if", "all=-50%", "--factors", "world-2026.1", "--json")
        #expect(result.status == 0, "\(result.errors)")
        #expect((try json(result.output)["factorSet"] as? [String: Any])?["id"] as? String == "world-2026.1")
        let sides = try Ecoproxy.run("score", run, "--what-if", "all=-50%", "--other-side", run)
        #expect(sides.status == 64 && sides.errors.contains("--other-side"))
    }

    @Test("a scenario is printed in both languages, and says that nobody measured it")
    func whatIfText() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let english = try Ecoproxy.run("score", run, "--what-if", "all=-50%", "--lang", "en").text
        let french = try Ecoproxy.run("score", run, "--what-if", "all=-50%", "--lang", "fr").text
        #expect(english.contains("nobody measured") && english.contains("With the scenario"))
        #expect(french.contains("personne ne l’a mesuré") && french.contains("Avec le scénario"))
        #expect(!folder.exists("run/score.json"))
    }

    @Test(
        "a scenario that can't be read or concerns nothing is wrong usage, and the message names the item",
        arguments: ["third-party", "step:home/images=-40%", "step:nowhere/all=0", "host:nobody.example=0"])
    func wrongScenario(_ scenario: String) throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run("score", folder.demoBundle(), "--what-if", scenario)
        #expect(result.status == 64)
        #expect(result.errors.contains("\"\(scenario)\": "), "\(result.errors)")
    }

    @Test("a projection, other tools' models and accepted models of time are in the document and on the screen")
    func terms() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let options = ["--users", "1000", "--journeys-per-year", "4", "--models", "--accept-modelled-time"]
        let result = try Ecoproxy.run(["score", run, "--json"] + options)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try validate(result.output, against: "score").isEmpty)
        let score = try json(result.output)
        #expect((score["projection"] as? [String: Any])?["users"] as? Double == 1000)
        #expect((score["otherModels"] as? [Any])?.count == 4)
        #expect(score["modelledTime"] as? Bool == true)
        let text = try Ecoproxy.run(["score", run, "--lang", "fr"] + options).text
            .replacing("\u{A0}", with: " ")
        for part in [
            "1\u{202F}000 personnes, 4 fois", "OneByte 2018", "un modèle, pas une mesure", "en voiture",
        ] {
            #expect(text.replacing("\n", with: " ").contains(part), "\(part)")
        }
    }

    @Test("the other side's score is averaged and its footprint added")
    func sides() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let one = try json(Ecoproxy.run("score", run, "--json").output)
        let result = try Ecoproxy.run("score", run, "--other-side", run, "--json")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try validate(result.output, against: "score").isEmpty)
        let both = try json(result.output)
        let ghg = { (score: [String: Any]) in
            ((score["indicators"] as? [String: Any])?["ghg"] as? [String: Any])?["central"] as? Double ?? .nan
        }
        #expect(abs(ghg(both) - 2 * ghg(one)) < 1e-12)
        #expect((both["sides"] as? [Any])?.count == 2)
        let text = try Ecoproxy.run("score", run, "--other-side", run).text
        #expect(text.hasPrefix("Both sides together"))
    }

    @Test(
        "wrong terms are usage errors that say what to give",
        arguments: [
            (["--users", "0"], "--users takes a number above 0"),
            (["--journeys-per-year", "3"], "--journeys-per-year needs --users"),
        ])
    func wrongTerms(_ options: [String], _ says: String) throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run(["score", folder.demoBundle()] + options)
        #expect(result.status == 64)
        #expect(result.errors.contains(says))
    }

    @Test("a profile of one's own is read, named in the score, and its faults have file and key")
    func profile() throws {
        let folder = try TemporaryFolder()
        let run = try folder.demoBundle()
        let file = Repository.root.appending(path: "Sources/EcoScore/Resources/profile-2026.1.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let own = try folder.write("mine.json", text.replacing("profile-2026.1", with: "mine"))
        let score = try json(Ecoproxy.run("score", run, "--json", "--profile", own).output)
        #expect((score["profile"] as? [String: Any])?["id"] as? String == "mine")
        let wrong = try folder.write("broken.json", text.replacing("\"critical\": 0.7", with: "\"critical\": 7"))
        let broken = try Ecoproxy.run("score", run, "--profile", wrong)
        #expect(broken.status == 65)
        #expect(broken.errors.contains("broken.json") && broken.errors.contains("critical"), "\(broken.errors)")
    }
}
