import Documents
import Foundation
import TestSupport
import Testing

@Suite struct RedactCommandTests {
    /// A bundle with all its documents, and a word in its markers.
    private func run(_ folder: TemporaryFolder) throws -> String {
        #expect(try Ecoproxy.run("demo", "--output", folder["run"]).status == 0)
        let markers = try String(contentsOfFile: folder["run/markers.jsonl"], encoding: .utf8)
        let last = try #require(markers.split(separator: "\n").last)
        let time = try #require(try json(Data(last.utf8))["time"] as? String)
        _ = try folder.write(
            "run/markers.jsonl",
            markers + "{\"time\":\"\(time)\",\"kind\":\"note\",\"text\":\"Doctor Who called\",\"source\":\"key\"}\n")
        return folder["run"]
    }

    /// What a score says apart from names, as bytes that can be compared.
    private struct Figures: Encodable {
        let indicators: Indicators
        let ecoscore: EcoscoreResult
        let steps: [StepScore]
        let hotSpots: [Double]
        let leads: [Lead.Status]
        let gains: [Estimate?]
    }

    private func figures(_ score: Data) throws -> Data {
        let score = try JourneyScore(json: score)
        return try CanonicalJSON.encode(
            Figures(
                indicators: score.indicators, ecoscore: score.ecoscore, steps: score.steps,
                hotSpots: score.hotSpots.map(\.share), leads: score.leads.map(\.status),
                gains: score.leads.map(\.gain)))
    }

    @Test(
        "the demonstration's bundle, redacted, has the same score as it says and as it is scored anew",
        arguments: ["keep", "third", "none"])
    func bundle(_ hosts: String) throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run("redact", run(folder), "--output", folder["shared"], "--hosts", hosts)
        #expect(result.status == 0, "\(result.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder["shared"]).sorted()
        #expect(
            files == [
                "capture.pcapng", "conditions.json", "journey.yaml", "markers.jsonl", "measurement.json", "names.json",
                "report.html", "score.json",
            ])
        #expect(try mode(folder["shared"]) == 0o700)
        for file in files { #expect(try mode(folder["shared/\(file)"]) == 0o600) }

        let before = try figures(folder.data("run/score.json"))
        #expect(try figures(folder.data("shared/score.json")) == before)
        let replayed = try Ecoproxy.run("replay", folder["shared"], "--json")
        #expect(replayed.status == 0, "\(replayed.errors)")
        let anew = try Ecoproxy.run("score", folder.write("m.json", replayed.output), "--json")
        #expect(try figures(anew.output) == before)
        #expect(try validate(folder.data("shared/measurement.json"), against: "measurement") == [])
        #expect(try validate(folder.data("shared/score.json"), against: "score") == [])
        #expect(try validate(folder.data("shared/conditions.json"), against: "conditions") == [])
        #expect(try validate(folder.data("shared/names.json"), against: "names") == [])
        // The score is of the measurement beside it, which is what the bundle replays to but for sentences.
        #expect(try Ecoproxy.run("report", folder["shared"]).status == 0)

        let all = try files.map { try folder.data("shared/\($0)") }
        let own = "sante-demo.test"
        #expect(all.contains { $0.range(of: Data(own.utf8)) != nil } == (hosts == "keep"))
        #expect(all.contains { $0.range(of: Data("cdn-demo.test".utf8)) != nil } == (hosts != "none"))
        for text in ["192.0.2.1\"", "192.0.2.53", "2001:db8::1\"", "Doctor Who", "lab0"] {
            for (file, data) in zip(files, all) {
                #expect(data.range(of: Data(text.utf8)) == nil, "\(text) in \(file)")
            }
        }
    }

    @Test("notes stay if that is asked for")
    func notes() throws {
        let folder = try TemporaryFolder()
        #expect(try Ecoproxy.run("redact", run(folder), "-o", folder["shared"], "--keep-notes").status == 0)
        #expect(
            try String(contentsOfFile: folder["shared/markers.jsonl"], encoding: .utf8).contains("Doctor Who called"))
    }

    @Test("two redactions of one run have no pseudonym in common")
    func anew() throws {
        let folder = try TemporaryFolder()
        let bundle = try run(folder)
        var addresses: [Set<String>] = []
        for name in ["one", "two"] {
            #expect(try Ecoproxy.run("redact", bundle, "-o", folder[name]).status == 0)
            let device = try json(folder.data("\(name)/measurement.json"))["device"] as? [String: Any]
            addresses.append(Set(device?["addresses"] as? [String] ?? []))
        }
        #expect(addresses[0].count == 2 && addresses[0].isDisjoint(with: addresses[1]))
    }

    @Test("documents can be given alone: figures stay, addresses, words and hashes go")
    func documents() throws {
        let folder = try TemporaryFolder()
        let bundle = try run(folder)
        #expect(try Ecoproxy.run("replay", bundle, "--detail", folder["flows.json"]).status == 0)
        let sources = [("measurement", "run/measurement.json"), ("score", "run/score.json"), ("flows", "flows.json")]
        for (schema, source) in sources {
            let result = try Ecoproxy.run("redact", folder[source], "-o", folder["\(schema).out"], "--hosts", "none")
            #expect(result.status == 0, "\(result.errors)")
            let data = try folder.data("\(schema).out")
            #expect(try validate(data, against: schema) == [])
            for text in ["192.0.2.", "sante-demo.test", "cdn-demo", "lab0", "capture.pcapng"] {
                #expect(data.range(of: Data(text.utf8)) == nil, "\(text) in \(schema)")
            }
            #expect(try mode(folder["\(schema).out"]) == 0o600)
        }
        let (before, after) = (
            try JourneyMeasurement(json: folder.data("run/measurement.json")),
            try JourneyMeasurement(json: folder.data("measurement.out"))
        )
        #expect(before.steps.map(\.traffic) == after.steps.map(\.traffic) && before.totals == after.totals)
        #expect(before.hosts.map(\.traffic) == after.hosts.map(\.traffic))
        #expect(try figures(folder.data("run/score.json")) == figures(folder.data("score.out")))
        // By the hash of what is known but for an address, the address could be found.
        let hash = try #require(before.sources.first?.sha256)
        #expect(try folder.data("measurement.out").range(of: Data(hash.rawValue.utf8)) == nil)
    }

    @Test("nothing is overwritten, and a failure leaves nothing behind")
    func existing() throws {
        let folder = try TemporaryFolder()
        let bundle = try run(folder)
        for there in [bundle, try folder.write("file", "x")] {
            #expect(try Ecoproxy.run("redact", bundle, "-o", there).status == 73)
        }
        #expect(try folder.data("file") == Data("x".utf8))
        _ = try folder.write(
            "run/conditions.json",
            #"{"schema":"ecoproxy.conditions/1","deviceAddresses":[],"only":["tcp port 443"]}"#)
        let result = try Ecoproxy.run("redact", bundle, "-o", folder["shared"])
        #expect(result.status == 65)
        #expect(result.errors.contains("tcp port 443"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(left.sorted() == ["file", "run"])
    }

    @Test("what is neither a run nor a document of one is refused")
    func otherInput() throws {
        let folder = try TemporaryFolder()
        #expect(try Ecoproxy.run("redact", folder["none"], "-o", folder["out"]).status == 66)
        #expect(try Ecoproxy.run("redact", Recorded.capture, "-o", folder["out"]).status == 65)
        #expect(try Ecoproxy.run("redact", folder.write("a.json", "{}"), "-o", folder["out"]).status == 65)
        let other = try folder.write("b.json", #"{"schema":"ecoproxy.factors/1"}"#)
        #expect(try Ecoproxy.run("redact", other, "-o", folder["out"]).errors.contains("ecoproxy.factors/1"))
        #expect(!folder.exists("out"))
    }
}
