import Foundation
import TestSupport
import Testing

/// The pipelines of `docs/ci.md`, run as they are written there.
@Suite struct PipelineTests {
    /// The scripts of a pipeline, as another reader of YAML finds them.
    private func scripts(_ document: String, _ platform: String) throws -> [String] {
        let text = try String(contentsOf: Repository.root.appending(path: "docs/\(document)"), encoding: .utf8)
        let script = """
            import json, re, sys, yaml
            text, platform = sys.stdin.read(), sys.argv[1]
            for block in re.findall(r"```yaml\\n(.*?)```", text, re.S):
                value = yaml.safe_load(block)
                if platform == "gitlab" and "ecoproxy" in value:
                    json.dump(value["ecoproxy"]["script"], sys.stdout)
                if platform == "github" and "jobs" in value:
                    json.dump([step["run"] for step in value["jobs"]["check"]["steps"] if "run" in step], sys.stdout)
            """
        let found = try run(
            "/usr/bin/python3", ["-c", script, platform], input: Data(text.utf8),
            environment: ["PYTHONIOENCODING": "utf-8"])
        return try #require(JSONSerialization.jsonObject(with: found.output) as? [String])
    }

    @Test("they do what they say", arguments: ["ci.md", "ci.fr.md"], ["gitlab", "github"])
    func pipeline(_ document: String, _ platform: String) throws {
        let folder = try TemporaryFolder()
        for side in ["runs", "baseline"] {
            try FileManager.default.createDirectory(atPath: folder[side], withIntermediateDirectories: false)
            for number in 1...3 {
                _ = try folder.demoBundle("\(side)/\(number)")
                let result = try Ecoproxy.run("score", folder["\(side)/\(number)"])
                #expect(result.status == 0, "\(result.errors)")
                // Another duration makes each a measurement of its own: the same one twice is no two runs.
                let measurement = folder["\(side)/\(number)/measurement.json"]
                var value = try json(Data(contentsOf: URL(filePath: measurement)))
                var steps = try #require(value["steps"] as? [[String: Any]])
                steps[0]["seconds"] = 3 + Double(number) / 10
                value["steps"] = steps
                try JSONSerialization.data(withJSONObject: value).write(to: URL(filePath: measurement))
            }
        }
        _ = try folder.write(
            "budget.yaml", "schema: ecoproxy.budget/1\njourney:\n  - { metric: bytes, max: 1 kB, level: warn }\n")
        let bin = URL(filePath: Ecoproxy.path).deletingLastPathComponent().path
        for script in try scripts(document, platform) {
            let result = try run(
                "bash", ["-e", "-c", "PATH=\(bin):$PATH\n" + script],
                environment: Ecoproxy.environment.merging(["GITHUB_STEP_SUMMARY": folder["summary.md"]]) { $1 },
                directory: folder.url)
            #expect(result.status == 0, "\(script): \(result.errors)")
        }
        #expect(folder.exists("junit.xml") && folder.exists("check.md"))
        #expect(folder.exists(platform == "gitlab" ? "gl-code-quality-report.json" : "summary.md"))
    }
}
