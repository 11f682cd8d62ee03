import Foundation
import TestSupport
import Testing

/// `check`, as continuous integration meets it.
@Suite struct CheckCommandTests {
    private let folder: TemporaryFolder
    private let bundle: String

    init() throws {
        folder = try TemporaryFolder()
        bundle = try folder.demoBundle()
        #expect(try Ecoproxy.run("score", bundle).status == 0)
    }

    private func budget(_ limits: String, _ name: String = "budget.yaml") throws -> String {
        try folder.write(name, "schema: ecoproxy.budget/1\njourney:\n\(limits)")
    }

    private func check(_ words: String...) throws -> RunResult { try Ecoproxy.run(["check", bundle] + words) }

    /// The bytes of the demonstration's journey, as another reader sums them up from its document.
    private func journeyBytes() throws -> Int {
        let steps = try #require(json(folder.data("run/measurement.json"))["steps"] as? [[String: Any]])
        return try steps.reduce(0) { sum, step in
            let hosts = try #require(step["hosts"] as? [[String: Any]])
            #expect(!hosts.contains { $0["party"] as? String == "background" })
            let traffic = try #require(step["traffic"] as? [String: [String: Any]])
            return try ["up", "down"].reduce(sum) { try $0 + #require(traffic[$1]?["ipBytes"] as? Int) }
        }
    }

    @Test("a limit just at the value is kept, one byte below it is broken, and says everything about it")
    func edge() throws {
        let bytes = try journeyBytes()
        #expect(try check("--budget", budget("  - { metric: bytes, max: \(bytes) }\n")).status == 0)
        let broken = try check("--budget", budget("  - { metric: bytes, max: \(bytes - 1) }\n"))
        #expect(broken.status == 1)
        let text = broken.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for part in [
            "Whole journey – IP bytes: ", "limit ", "spread unknown", "Heaviest hosts: cdn-demo.test", "budget.yaml:3",
        ] {
            #expect(text.contains(part), "\(part): \(text)")
        }
    }

    @Test("exit codes: 3 before 1, --exit-zero says which it would have been")
    func codes() throws {
        let file = try budget("  - { metric: bytes, max: 1 }\n  - { metric: requests, max: 1 }\n")
        #expect(try check("--budget", file).status == 3)
        let zero = try check("--budget", file, "--exit-zero")
        #expect(zero.status == 0 && zero.errors.contains("exit code would be 3"))
        let warn = try budget(
            "  - { metric: bytes, max: 1, level: warn }\n  - { metric: requests, max: 1, level: warn }\n")
        #expect(try check("--budget", warn).status == 0)
        #expect(try check("--budget", warn, "--exit-zero").errors == "")
    }

    @Test("without a budget the journey's own count; with neither that nor a baseline there is nothing to check")
    func journey() throws {
        let own = try check("--json")
        #expect(own.status == 0)
        #expect(try validate(own.output, against: "check") == [])
        // Six limits of bytes are in the demonstration's journey.
        #expect((try json(own.output)["limits"] as? [Any])?.count == 6)
        let bare = try Ecoproxy.run("check", folder["run/measurement.json"])
        #expect(bare.status == 64 && bare.errors.contains("--budget"))
        #expect(try Ecoproxy.run("check", folder["run/measurement.json"], "--budget", Recorded.journey).status == 0)
    }

    @Test("a journey's regression_max decides only where there is a baseline")
    func regression() throws {
        let journey =
            try String(contentsOfFile: Recorded.journey, encoding: .utf8) + "budget: { regression_max: 10% }\n"
        let file = try folder.write("journey-10.yaml", journey)
        let alone = try check("--budget", file)
        #expect(alone.status == 0 && alone.text.contains("--baseline"))
        // The demonstration's score is partial: its limit can't be checked.
        #expect(try check("--budget", file, "--baseline", bundle).status == 3)
    }

    @Test("worse than the baseline beyond the noise is exit code 2, noise and single runs are not")
    func baseline() throws {
        let base = try [0, 500, -300].map { try folder.changedRun("b\($0)", addingBytes: $0) }
        let worse = try [100_000, 100_400, 99_100].map { try folder.changedRun("w\($0)", addingBytes: $0) }
        let baseline = base.flatMap { ["--baseline", $0] }
        let result = try Ecoproxy.run(["check"] + worse + baseline + ["--json"])
        #expect(result.status == 2)
        #expect(try validate(result.output, against: "check") == [])
        #expect(try Ecoproxy.run(["check"] + base + worse.flatMap { ["--baseline", $0] }).status == 0)
        #expect(try Ecoproxy.run(["check", worse[0], "--baseline", base[0]]).status == 0)
    }

    @Test("a measurement that can't be trusted is exit code 3 whatever its figures are")
    func untrusted() throws {
        var document = try json(folder.data("run/measurement.json"))
        document["quality"] = [
            "grade": "untrusted",
            "warnings": [["code": "packetsDropped", "message": "12 packets were dropped", "count": 12]],
        ]
        let file = try folder.write("bad.json", JSONSerialization.data(withJSONObject: document))
        let junit = folder["junit.xml"]
        let result = try Ecoproxy.run(
            "check", file, "--budget", budget("  - { metric: bytes, max: 9 GB }\n"), "--junit", junit)
        #expect(result.status == 3 && result.text.contains("dropped"))
        #expect(try String(contentsOfFile: junit, encoding: .utf8).contains("errors=\"1\""))
    }

    @Test("files that people already hold are recognised, and what isn't measured in them never passes", .reference)
    func samples() throws {
        let samples = try #require(Repository.shared).appending(path: "user-samples")
        for (file, format, status) in [
            ("lighthouse-budget.json", "lighthouse", 3), ("sitespeed-budget.json", "sitespeed", 3),
            ("lighthouserc.json", "lighthouse-ci", 1), ("greenframe.yml", "greenframe", 1),
            ("journey.yaml", "journey", 3),
        ] {
            let path = samples.appending(path: file).path
            let result = try check("--budget", path, "--json")
            #expect(result.status == Int32(status), "\(file)")
            #expect(try validate(result.output, against: "check") == [], "\(file)")
            let budgets = try #require(json(result.output)["budgets"] as? [[String: String]])
            #expect(budgets.first?["format"] == format)
            #expect(try check("--budget", path, "--budget-format", format).status == Int32(status))
        }
        let forced = try check(
            "--budget", samples.appending(path: "greenframe.yml").path, "--budget-format", "sitespeed")
        #expect(forced.status == 65 && forced.errors.contains("sitespeed.io"))
    }

    @Test(
        "a mistake in a budget is named with its line and key",
        arguments: [
            ("  - { metric: bytes, maxi: 1 }\n", "budget.yaml:3: key 'journey.0.maxi': there is no such key"),
            ("  - { metric: bytes, max: lots }\n", "budget.yaml:3: key 'journey.0.max': should be a number"),
            ("\n  - { metric: byte, max: 1 }\n", "budget.yaml:4: key 'journey.0.metric': 'byte' is no metric"),
            ("  - [bytes\n", "budget.yaml:"),
        ])
    func mistakes(_ row: (limits: String, message: String)) throws {
        let result = try check("--budget", budget(row.limits))
        #expect(result.status == 65)
        #expect(result.errors.contains(row.message), "\(result.errors)")
    }

    @Test("the budget of the documentation keeps to its schema")
    func schema() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "docs/ci.md"), encoding: .utf8)
        let yaml = try #require(
            text.components(separatedBy: "```yaml\n").first { $0.hasPrefix("schema: ecoproxy.budget/1") }
        )
        .components(separatedBy: "```")[0]
        let script = "import json,sys,yaml; json.dump(yaml.safe_load(sys.stdin.read()), sys.stdout)"
        let document = try TestSupport.run("/usr/bin/python3", ["-c", script], input: Data(yaml.utf8)).output
        #expect(try validate(document, against: "budget") == [])
        let file = try folder.write("documented.yaml", yaml)
        // Parties and score of the demonstration aren't wholly known, and there is no baseline: read, and not passed.
        #expect(try check("--budget", file).status == 3)
    }

    @Test("JUnit XML is what another program reads of it, whatever names hold")
    func junit() throws {
        let hostile = try String(contentsOfFile: Recorded.journey, encoding: .utf8)
            .replacing("en: Sign in", with: #"en: "<b>&]]>\"'\u202e""#)
        try Data(hostile.utf8).write(to: URL(filePath: bundle + "/journey.yaml"))
        try FileManager.default.removeItem(atPath: bundle + "/measurement.json")
        let file = try budget(
            "  - { metric: bytes, max: 1 }\n  - { metric: requests, max: 1 }\n  - { metric: hosts, max: 9 }\n"
                + "each_step:\n  - { metric: bytes, max: 20 kB }\n")
        let report = folder["junit.xml"]
        #expect(try check("--budget", file, "--junit", report).status == 3)
        // Debian's junitparser, which isn't ours.
        let script = """
            import sys
            from junitparser import JUnitXml, Failure, Skipped
            for suite in JUnitXml.fromfile(sys.argv[1]):
                cases = list(suite)
                failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
                skipped = [case for case in cases if any(isinstance(r, Skipped) for r in case.result)]
                print(suite.name, len(cases), suite.tests, len(failed), suite.failures, len(skipped), suite.skipped)
                print(sum(case.classname == "parcours-demo.<b>&]]>\\"'\\\\u{202E}" for case in cases))
            """
        let counted = try TestSupport.run("/usr/bin/python3", ["-c", script, report])
        // Three limits of the journey and one for each of five steps, of which two (sign in and sign out) are under 20 kB.
        #expect(counted.text == "ecoproxy.parcours-demo 8 8 4 4 1 1\n1\n", "\(counted.errors)")
    }

    @Test("GitHub's commands are one a line, with their values escaped")
    func github() throws {
        let file = try budget("  - { metric: bytes, max: 1 }\n", "100%, a:b.yaml")
        let result = try check("--budget", file, "--annotations", "github")
        #expect(result.status == 1)
        let commands = result.text.split(separator: "\n").filter { $0.hasPrefix("::") }
        #expect(commands.count == 1)
        let command = try #require(commands.first)
        #expect(
            command.hasPrefix("::error file=")
                && command.contains("100%25%2C a%3Ab.yaml,line=3,title=ecoproxy%3A Whole journey"))
        #expect(command.contains("%0AHeaviest hosts"))
        #expect(try check("--budget", file, "--annotations", "github", "--json").status == 64)
        let output = folder["commands.txt"]
        #expect(
            try check("--budget", file, "--annotations", "github", "--annotations-output", output, "--json").status == 1
        )
        #expect(try String(contentsOfFile: output, encoding: .utf8) == command + "\n")
    }

    @Test("GitLab's Code Quality report has the keys that GitLab reads, and a fingerprint each")
    func gitlab() throws {
        let file = try budget(
            "  - { metric: bytes, max: 1 }\n  - { metric: bytes, max: 2 }\n  - { metric: requests, max: 1, level: warn }\n"
        )
        let result = try Ecoproxy.run(
            ["check", bundle, "--budget", "budget.yaml", "--annotations", "gitlab"], directory: folder.url)
        #expect(result.status == 1, "\(result.errors) \(file)")
        let report = try folder.data("gl-code-quality-report.json")
        let issues = try #require(JSONSerialization.jsonObject(with: report) as? [[String: Any]])
        #expect(issues.count == 3)
        #expect(issues.map { $0["severity"] as? String } == ["major", "major", "minor"])
        #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 3)
        for issue in issues {
            #expect(issue["description"] is String && issue["check_name"] is String)
            let location = try #require(issue["location"] as? [String: Any])
            #expect(location["path"] as? String == "budget.yaml")
            #expect((location["lines"] as? [String: Int])?["begin"] ?? 0 > 2)
        }
    }

    @Test("several runs are taken together, and it is said how many would decide")
    func runsNeeded() throws {
        let bytes = try journeyBytes()
        // Standard deviation 1000; the limit is 1000 above the mean: statsmodels' TTestPower says 10 runs.
        let runs = try [-1000, 0, 1000].map { try folder.changedRun("r\($0)", addingBytes: $0) }
        let file = try budget("  - { metric: bytes, max: \(bytes + 1000) }\n")
        let result = try Ecoproxy.run(["check"] + runs + ["--budget", file, "--runs-needed"])
        #expect(result.status == 0)
        let text = result.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("undecided: about 10 runs would decide"), "\(text)")
        #expect(text.contains("NIST/SEMATECH"))
        #expect(try check("--budget", file, "--runs-needed").text.contains("walk it again"))
    }

    @Test("the report is written in French, too, and Markdown takes standard output alone")
    func languages() throws {
        let file = try budget("  - { metric: bytes, max: 1 }\n")
        #expect(try check("--budget", file, "--lang", "fr").text.contains("une limite est dépassée"))
        #expect(try check("--budget", file, "--markdown", "-").text.hasPrefix("## Check"))
        #expect(try check("--budget", file, "--markdown", "-", "--junit", "-").status == 64)
        #expect(try check("--budget", file, "--annotations-output", "x").status == 64)
    }
}
