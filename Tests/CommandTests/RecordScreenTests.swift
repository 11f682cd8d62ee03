import Foundation
import TestSupport
import Testing

/// The screen of `record` and its keys, on a pseudo-terminal.
@Suite(.enabled(if: Lab.isPossible, "network namespaces need root"))
struct RecordScreenTests {
    private let folder: TemporaryFolder
    private let lab: Lab

    init() throws {
        (folder, lab) = (try TemporaryFolder(), try Lab())
    }

    private func record(
        _ options: [String], keys: [(after: String, press: String)], columns: Int = 100,
        environment: [String: String] = [:], interface: [String] = ["--interface", Lab.interface]
    ) throws -> RunResult {
        try PseudoTerminal.run(
            lab.command("device", [Ecoproxy.path, "record"] + interface + options), keys: keys, columns: columns,
            environment: environment)
    }

    /// The bundle's markers, each as its kind, step and iteration.
    private func told() throws -> [String] {
        let markers = try folder.data("run/markers.jsonl")
        #expect(try validate(markers, against: "marker", lines: true).isEmpty)
        return try markers.split(separator: UInt8(ascii: "\n")).map { line in
            let marker = try json(Data(line))
            let words = [marker["kind"], marker["step"], (marker["iteration"] as? Int).map { "\($0)" }, marker["text"]]
            return words.compactMap { $0 as? String }.joined(separator: " ")
        }
    }

    private var walk: [String] { ["--journey", Recorded.journey, "--output", folder["run"]] }

    @Test("keys mark, take back, pause, name and note; the replay of the bundle is the recording")
    func keys() throws {
        let result = try record(
            walk,
            keys: [
                ("next step", "\n"), ("● accueil", " "), ("● connexion", "u"), ("taken back", "\n"),
                ("● connexion", "p"), ("p goes on", "p"), ("it goes on", "t"), ("note: ", "slow\n"), ("noted", "n"),
                ("step: ", "Sign out\n"), ("● deconnexion", "d"), ("displayed", "?"), ("any key", "x"),
                ("next step", "e"), ("has ended", "q"),
            ])
        // No traffic: the steps are marked, and the result says that nothing was seen in them.
        #expect(result.status == 3, "\(result.text)")
        #expect(
            try told() == [
                "step accueil", "step connexion", "undo", "step connexion", "pause", "resume", "note slow",
                "step deconnexion", "displayed", "end",
            ])
        // The screen was another one, and the terminal got its own back.
        #expect(result.text.contains("\u{1B}[?1049h"))
        let end = try #require(result.text.range(of: "\u{1B}[?1049l"))
        #expect(result.text[end.upperBound...].contains("recorded in"))
        let replay = try Ecoproxy.run("replay", folder["run"], "--json")
        #expect(replay.output == (try folder.data("run/measurement.json")))
    }

    @Test("a journey walked twice: the round is in the markers, and one begun anew leaves no trace")
    func iterations() throws {
        let journey = try folder.write("two.yaml", Self.two)
        let result = try record(
            ["--journey", journey, "--output", folder["run"], "--iterations", "2", "--cold", "--lang", "fr"],
            keys: [
                ("à froid 1/2", "\n"), ("● a", "\n"), ("● b", "\n"), ("tour est fini", "\n"), ("● a", "r"),
                ("recommence le tour", "\n"), ("● a", "\n"), ("● b", "\n"), ("dernière étape", "q"),
            ])
        #expect(result.status == 3, "\(result.text)")
        #expect(
            try told() == [
                "step a 1", "step b 1", "end", "step a 2", "undo", "step a 2", "step b 2", "end",
            ])
        let measurement = try json(folder.data("run/measurement.json"))
        let steps = try #require(measurement["steps"] as? [[String: Any]])
        #expect(steps.map { "\($0["id"] ?? "")\($0["iteration"] ?? 0)" } == ["a1", "b1", "a2", "b2"])
        #expect(measurement["cache"] as? String == "cold")
        #expect(try validate(folder.data("run/conditions.json"), against: "conditions").isEmpty)
        let replay = try Ecoproxy.run("replay", folder["run"], "--json")
        #expect(replay.output == (try folder.data("run/measurement.json")))
    }

    @Test("no line is wider than the terminal, also when it changes its size")
    func resize() throws {
        let result = try record(
            walk,
            keys: [("débit", "resize 60"), ("…", "\n"), ("● accueil", "q")].map {
                ($0.0 == "débit" ? "rate" : $0.0, $0.1)
            }, environment: ["NO_COLOR": "1"])
        #expect(!result.text.contains("\u{1B}[1m"))
        let screens = result.text.components(separatedBy: "\u{1B}[2J")
        let last = try #require(screens.last?.components(separatedBy: "\u{1B}[?1049l").first)
        #expect(screens.count >= 3)
        let lines = last.matches(of: /\u{1B}\[\d+;1H([^\u{1B}]*)/).map { $0.output.1 }
        #expect(lines.count > 5)
        for line in lines { #expect(line.count <= 60, "\(line)") }
        #expect(!last.contains("rate"))
    }

    @Test("told nothing, it asks three questions, and writes the journey just walked")
    func questions() throws {
        let result = try record(
            ["--output", folder["run"]],
            keys: [
                ("Where do the packets", "nowhere\n"), ("there is no 'nowhere'", "\(Lab.interface)\n"),
                ("Which device?", "\(Lab.device)\n"), ("Which steps?", "open, search it\n"), ("next step", "\n"),
                ("● open", "\n"), ("● search it", "q"),
            ], interface: [])
        #expect(result.status == 3, "\(result.text)")
        #expect(try told() == ["step open", "step search it"])
        let journey = String(decoding: try folder.data("run/journey.yaml"), as: UTF8.self)
        #expect(journey.contains("id: \"search it\""))
        #expect(journey.contains("budget:"))
        #expect(try json(folder.data("run/conditions.json"))["deviceAddresses"] as? [String] == [Lab.device])
        let replay = try Ecoproxy.run("replay", folder["run"], "--json")
        #expect(replay.output == (try folder.data("run/measurement.json")))
    }

    @Test("a dumb terminal gets lines")
    func dumb() throws {
        let result = try record(walk + ["--duration", "1"], keys: [], environment: ["TERM": "dumb"])
        #expect(!result.text.contains("\u{1B}"))
        #expect(result.text.contains("recording on \(Lab.interface)"))
    }

    @Test("without a terminal, what isn't told is a wrong usage")
    func usage() throws {
        for options in [
            [], ["--interface", "lo"], ["--interface", "lo", "--output", folder["a"], "--iterations", "2"],
            ["--interface", "lo", "--output", folder["a"], "--cold", "--warm"],
        ] { #expect(try Ecoproxy.run(["record"] + options).status == 64) }
        #expect(!folder.exists("a"))
    }

    private static let two = """
        schema: ecoproxy.journey/1
        id: deux
        title: Deux
        application: test.lab
        device: laptop
        network: fixed
        steps:
          - { id: a, title: A, type: loading }
          - { id: b, title: B, type: action }

        """
}
