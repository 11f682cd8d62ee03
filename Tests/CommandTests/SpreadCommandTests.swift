import Foundation
import TestSupport
import Testing

/// Repeated walks, as a user meets them: iterations in one measurement, and several measurements scored together.
@Suite struct SpreadCommandTests {
    /// The demonstration's markers with each of some steps as another iteration of the first one.
    private func repeated(_ folder: TemporaryFolder) throws -> String {
        let text = try String(contentsOfFile: Recorded.markers, encoding: .utf8)
        let changed = text.replacing(/"step":\s*"(?:accueil|connexion|recherche|rendez-vous|deconnexion)"/) { _ in
            "\"step\":\"accueil\""
        }
        let path = folder["markers.jsonl"]
        try Data(changed.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("iterations have a summary that follows from their steps, and a section of the report")
    func iterations() throws {
        let folder = try TemporaryFolder()
        let arguments = ["replay", Recorded.capture, "--markers", try repeated(folder)]
        let result = try Ecoproxy.run(arguments + ["--json", "--precision", "10%"])
        #expect(try validate(result.output, against: "measurement") == [])
        let document = try json(result.output)
        let summary = try #require(document["summary"] as? [String: Any])
        #expect(summary["precision"] as? Double == 0.1)
        let step = try #require((summary["steps"] as? [[String: Any]])?.first)
        let bytes = try #require(step["bytes"] as? [String: Any])
        let steps = try #require(document["steps"] as? [[String: Any]])
        // Without a journey no host is in the background, save those that devices use by themselves; the demonstration has none.
        let walked = try steps.map { step in
            let traffic = try #require(step["traffic"] as? [String: [String: Any]])
            return try ["up", "down"].reduce(0) { try $0 + #require(traffic[$1]?["ipBytes"] as? Int) }
        }
        #expect(walked.count == 5)
        #expect(bytes["runs"] as? Int == walked.count)
        #expect(bytes["median"] as? Int == walked.sorted()[2])
        #expect(bytes["minimum"] as? Int == walked.min() && bytes["maximum"] as? Int == walked.max())
        #expect(try Ecoproxy.run(arguments).text.contains("Spread between runs"))
        #expect(try Ecoproxy.run(arguments + ["--lang", "fr"]).text.contains("Dispersion entre les passages"))
    }

    @Test("a precision that is none is wrong usage", arguments: ["0", "0%", "100%", "five", "-5%", "nan"])
    func precision(_ text: String) throws {
        #expect(try Ecoproxy.run("replay", Recorded.capture, "--precision=\(text)").status == 64)
    }

    /// The demonstration's measurement with a duration changed, so that it is another one, and with a kind of run.
    private func run(_ kind: String?, _ number: Int, in folder: TemporaryFolder) throws -> String {
        let output = try Ecoproxy.run(
            "replay", Recorded.capture, "--journey", Recorded.journey, "--markers", Recorded.markers, "--json"
        ).output
        var document = try json(output)
        if let kind { document["cache"] = kind }
        var steps = try #require(document["steps"] as? [[String: Any]])
        steps[0]["seconds"] = 3 + number
        document["steps"] = steps
        let path = folder["\(kind ?? "any")-\(number).json"]
        try JSONSerialization.data(withJSONObject: document).write(to: URL(filePath: path))
        return path
    }

    @Test("measurements that are scored together have one summary, in the Score")
    func together() throws {
        let folder = try TemporaryFolder()
        let runs = try (1...3).map { try run("cold", $0, in: folder) }
        let result = try Ecoproxy.run(["score"] + runs + ["--json"])
        #expect(try validate(result.output, against: "score") == [])
        let summary = try #require(json(result.output)["summary"] as? [String: Any])
        #expect(summary["cache"] as? String == "cold")
        let seconds = try #require((summary["steps"] as? [[String: Any]])?.first?["seconds"] as? [String: Any])
        #expect(seconds["runs"] as? Int == 3 && seconds["median"] as? Int == 5)
        #expect(try json(Ecoproxy.run("score", runs[0], "--json").output)["summary"] == nil)
    }

    @Test("cold and warm runs are never averaged: score says so, and names the two kinds")
    func mixed() throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run("score", run("cold", 1, in: folder), run("warm", 2, in: folder))
        #expect(result.status == 65)
        #expect(result.errors.contains("cold") && result.errors.contains("warm"))
        #expect(try Ecoproxy.run("score", run("cold", 1, in: folder), run(nil, 2, in: folder)).status != 65)
    }
}
