import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
    static let subcommands = [
        [], ["demo"], ["doctor"], ["init"], ["interfaces"], ["record"], ["mark"], ["replay"], ["score"], ["report"],
        ["compare"], ["check"],
        ["explain"], ["export"], ["redact"],
        ["factors"], ["factors", "list"], ["factors", "show"], ["factors", "diff"], ["factors", "check"],
        ["factors", "doc"],
        ["catalogue"], ["catalogue", "add"], ["catalogue", "list"], ["catalogue", "show"], ["catalogue", "attach"],
        ["catalogue", "edit"], ["catalogue", "detach"], ["catalogue", "history"], ["catalogue", "rank"],
        ["catalogue", "rescore"], ["catalogue", "backup"], ["catalogue", "check"],
    ].map { $0.joined(separator: " ") }

    @Test("each subcommand's help has an example of itself, in both languages", arguments: subcommands)
    func examples(_ subcommand: String) throws {
        let words = subcommand.split(separator: " ").map(String.init)
        for (language, label) in [("en", "Example:"), ("fr", "Exemple :")] {
            let result = try help(words, language)
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            #expect(result.text.contains("ecoproxy " + (words.isEmpty ? "demo" : subcommand)))
            if !words.isEmpty { #expect(result.text.contains(label)) }
        }
        #expect(try help(words, "en").text != help(words, "fr").text)
    }

    @Test("no subcommand is without a help that is tested")
    func complete() throws {
        let listed = try Ecoproxy.run("--help").text.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See 'ecoproxy help") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(Set(listed) == Set(Self.subcommands.filter { !$0.isEmpty && !$0.contains(" ") }))
    }

    @Test("the version is the one that documents name")
    func version() throws {
        let document = try json(
            Ecoproxy.run("replay", Recorded.curl.appending(path: "capture.pcapng").path, "--json").output)
        let tool = try #require(document["tool"] as? [String: Any])
        let version = try #require(tool["version"] as? String)
        #expect(version.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
        #expect(try Ecoproxy.run("--version").text == "ecoproxy \(version)\n")
    }

    private func help(_ words: [String], _ language: String) throws -> RunResult {
        try run(
            Ecoproxy.path, words + ["--help"],
            environment: Ecoproxy.environment.merging(["LC_ALL": "\(language)_XX.UTF-8"]) { $1 })
    }
}
