import Foundation
import TestSupport
import Testing

/// `init`, and `replay` with markers of other tools.
@Suite struct InitCommandTests {
    /// The demonstration's steps as an Allure result: named by their titles, on a clock of its own.
    private static func allure(shift milliseconds: Int64 = 0) throws -> (text: String, steps: [String]) {
        let lines = try String(contentsOfFile: Recorded.markers, encoding: .utf8).split(separator: "\n")
        let markers = try lines.map { try json(Data($0.utf8)) }
        let starts = try markers.map { marker -> Int64 in
            let time = try #require(marker["time"] as? String)
            let text = try run("date", ["-u", "-d", time, "+%s%3N"]).text.dropLast()
            return try #require(Int64(text)) + milliseconds
        }
        let steps = markers.compactMap { $0["step"] as? String }
        let list = zip(steps, starts).map { #"{"name":"\#($0)","start":\#($1)}"# }
        return (
            #"{"uuid":"u","start":\#(starts[0]),"stop":\#(starts[starts.count - 1]),"steps":[\#(list.joined(separator: ","))]}"#,
            steps
        )
    }

    private static func steps(_ result: RunResult) throws -> [String] {
        try (json(result.output)["steps"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    @Test("an example is written that record and replay take, in both languages, and nothing is overwritten")
    func example() throws {
        let folder = try TemporaryFolder()
        for language in ["en", "fr"] {
            let path = folder["\(language).yaml"]
            let result = try Ecoproxy.run("init", "--output", path, "--lang", language)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.isEmpty)
            let before = try folder.data("\(language).yaml")
            #expect(try Ecoproxy.run("init", "--output", path).status == 73)
            #expect(try folder.data("\(language).yaml") == before)
            let replay = try Ecoproxy.run("replay", Recorded.capture, "--journey", path, "--json")
            #expect(replay.status == 3, "its steps were never walked")
            #expect(try Self.steps(replay).isEmpty)
        }
        #expect(try folder.data("en.yaml") != folder.data("fr.yaml"), "the remarks are in the person's language")
    }

    @Test("from a tool's file, a journey to which the file fits")
    func fromFile() throws {
        let folder = try TemporaryFolder()
        let (text, steps) = try Self.allure()
        let file = try folder.write("result.json", text)
        let made = try Ecoproxy.run(
            "init", "--from", file, "--application", "org.example.x", "--output", folder["j.yaml"])
        #expect(made.status == 0, "\(made.errors)")
        let printed = try Ecoproxy.run("init", "--from", file, "--application", "org.example.x", "--output", "-")
        #expect(printed.output == (try folder.data("j.yaml")))
        let replay = try Ecoproxy.run(
            "replay", Recorded.capture, "--journey", folder["j.yaml"], "--markers", file, "--json")
        #expect(replay.status == 0, "\(replay.errors)")
        #expect(try Self.steps(replay) == steps)
    }

    @Test("bad files, options and names are refused with what to do")
    func refused() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write("x.txt", "hello")
        #expect(try Ecoproxy.run("init", "--from", text, "--output", "-").status == 65)
        #expect(try Ecoproxy.run("init", "--from", folder["none"], "--output", "-").status == 66)
        #expect(try Ecoproxy.run("init", "--from-format", "har", "--output", "-").status == 64)
        #expect(try Ecoproxy.run("init", "--application", "", "--output", "-").status == 64)
        let unknown = try folder.write("n.txt", "1772442000000000 Nowhere\n")
        let result = try Ecoproxy.run("replay", Recorded.capture, "--journey", Recorded.journey, "--markers", unknown)
        #expect(result.status == 65)
        #expect(result.errors.contains("line 1") && result.errors.contains("accueil"), "\(result.errors)")
        let wrong = try Ecoproxy.run("replay", Recorded.capture, "--markers", unknown, "--clock-offset", "soon")
        #expect(wrong.status == 64)
        #expect(try Ecoproxy.run("replay", Recorded.capture, "--markers-format", "har").status == 64)
        #expect(
            try Ecoproxy.run("replay", Recorded.capture, "--markers", unknown, "--markers-format", "har").status == 65)
    }

    @Test("markers of another clock, given their offset, give the same steps; a bundle takes them too")
    func offset() throws {
        let folder = try TemporaryFolder()
        let straight = try folder.write("a.json", Self.allure().text)
        let behind = try folder.write("b.json", Self.allure(shift: -3250).text)
        let bundle = try folder.demoBundle()
        let one = try Ecoproxy.run("replay", bundle, "--markers", straight, "--json")
        let other = try Ecoproxy.run("replay", bundle, "--markers", behind, "--clock-offset", "3.25", "--json")
        #expect(one.status == 0 && other.status == 0, "\(other.errors)")
        #expect(one.errors.isEmpty && other.errors.contains("+3.250000000 s"))
        let (first, second) = (try json(one.output)["steps"] as? NSObject, try json(other.output)["steps"] as? NSObject)
        #expect(first == second && first != nil)
        #expect(try validate(other.output, against: "measurement").isEmpty)
    }

    @Test(
        "a bundle whose markers have another clock is replayed on the capture's by a sync marker, always the same",
        .needs("tshark"))
    func sync() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        let plain = try Ecoproxy.run("replay", bundle, "--json")
        // The marker is stamped when the query is captured, and then all markers by a clock that is ten minutes fast.
        let query = try tshark(
            Recorded.capture, fields: ["frame.time_epoch"], filter: "dns.qry.name == \"sante-demo.test\"")
        let stamp = try #require(query.first?.first)
        let time = try run("date", ["-u", "-d", "@\(stamp)", "+%Y-%m-%dT%H:%M:%S.%NZ"]).text.dropLast()
        var lines = try String(contentsOfFile: Recorded.markers, encoding: .utf8).split(separator: "\n").map(
            String.init)
        lines.insert(#"{"time":"\#(time)","kind":"sync","text":"dns:sante-demo.test","source":"t"}"#, at: 1)
        let ahead = lines.joined(separator: "\n").replacing("T08:17:", with: "T08:27:").replacing(
            "T08:18:", with: "T08:28:")
        try Data(ahead.utf8).write(to: folder.url.appending(path: "run/markers.jsonl"))
        let replay = try Ecoproxy.run("replay", bundle, "--json")
        #expect(replay.status == 0, "\(replay.errors)")
        #expect(replay.errors.contains("-600.000000000 s"), "\(replay.errors)")
        #expect(try Ecoproxy.run("replay", bundle, "--json").output == replay.output)
        let french = try Ecoproxy.run("replay", bundle, "--json", "--lang", "fr")
        #expect(french.output == replay.output && french.errors.contains("décalés de -600.000000000 s"))
        let (first, second) = (
            try json(plain.output)["steps"] as? NSObject, try json(replay.output)["steps"] as? NSObject
        )
        #expect(first == second && first != nil)
    }
}
