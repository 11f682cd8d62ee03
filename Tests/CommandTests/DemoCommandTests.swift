import Foundation
import TestSupport
import Testing

@Suite struct DemoCommandTests {
    @Test("twice in a row, it leaves the bundle, a catalogue with one run, and the way on")
    func twice() throws {
        let folder = try TemporaryFolder()
        var printed: [String] = []
        for _ in 1...2 {
            let result = try Ecoproxy.run("demo", "--output", folder["demo"])
            #expect(result.status == 0, "\(result.errors)")
            printed.append(result.text)
        }
        for file in [
            "capture.pcapng", "journey.yaml", "markers.jsonl", "measurement.json", "score.json", "report.html",
            "catalogue.sqlite",
        ] {
            #expect(folder.exists("demo/\(file)"))
            #expect(try mode(folder["demo/\(file)"]) == 0o600, "\(file)")
            #expect(printed[0].contains(file))
        }
        #expect(try mode(folder["demo"]) == 0o700)
        #expect(printed[0] == printed[1])
        #expect(try validate(folder.data("demo/measurement.json"), against: "measurement").isEmpty)
        #expect(try validate(folder.data("demo/score.json"), against: "score").isEmpty)
    }

    @Test("each command that it proposes works")
    func next() throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run("demo", directory: folder.url)
        let proposed = result.text.components(separatedBy: "Next:").last?.split(separator: "\n") ?? []
        let commands = proposed.map { line in
            line.prefix { $0 != "(" }.split(separator: " ").map(String.init)
        }.filter { !$0.isEmpty }
        #expect(commands.count == 3)
        for command in commands {
            let next = try run(
                command[0], Array(command.dropFirst()), environment: Ecoproxy.environment, directory: folder.url)
            // A machine may truly lack what `doctor` looks for.
            #expect(next.status == 0 || command.contains("doctor") && next.status == 69, "\(command): \(next.errors)")
            #expect(!next.text.isEmpty)
        }
    }

    @Test("another recording in its folder is kept")
    func occupied() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder["demo"], withIntermediateDirectories: false)
        let path = try folder.write("demo/capture.pcapng", "something else")
        let result = try Ecoproxy.run("demo", "--output", folder["demo"])
        #expect(result.status == 73)
        #expect(result.errors.contains(folder["demo"]))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "something else")
    }

    @Test("the READMEs show what it prints", arguments: [("README.md", "en"), ("README.fr.md", "fr")])
    func readme(_ file: String, _ language: String) throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run("demo", "--lang", language, directory: folder.url)
        let printed = Set(result.text.split(separator: "\n").map { $0.trimming() })
        let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
        let excerpts = text.components(separatedBy: "```text\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(!excerpts.isEmpty)
        for line in excerpts.joined(separator: "\n").split(separator: "\n").map({ $0.trimming() })
        where line != "…" && !line.isEmpty {
            #expect(printed.contains(line), "\(file): \(line)")
        }
    }
}

/// What the READMEs tell a newcomer to write.
@Suite struct ReadmeTests {
    @Test("the journey that each shows is a valid one", arguments: ["README.md", "README.fr.md"])
    func journey(_ file: String) throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
        let shown = try #require(text.components(separatedBy: "```yaml\n").dropFirst().first)
        let journey = try folder.write("journey.yaml", shown.components(separatedBy: "```")[0])
        // Its steps were not walked in this capture: a result that can't be trusted, but a result.
        let result = try Ecoproxy.run("replay", Recorded.capture, "--journey", journey, "--json")
        #expect(result.status == 3, "\(result.errors)")
        #expect(try json(result.output)["journey"] != nil)
    }
}

extension Substring {
    fileprivate func trimming() -> String { trimmingCharacters(in: .whitespaces) }
}
