import Foundation
import TestSupport
import Testing

/// Several processes at once, and processes that are killed, on both engines.
@Suite struct CatalogueDurabilityTests {
    enum Engine: CaseIterable, CustomTestStringConvertible {
        case sqlite, postgres

        static let all = PostgresServer.isPossible ? allCases : [.sqlite]
        var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }
    }

    private static let application = "test.sante-demo.web"
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// An empty catalogue with the application, and the environment by which the program finds it.
    private func catalogue(_ engine: Engine) throws -> [String: String] {
        var environment = ["ECOPROXY_CATALOGUE": folder["catalogue.sqlite"]]
        if engine == .postgres {
            let server = try PostgresServer.shared.get()
            environment["ECOPROXY_CATALOGUE"] = server.address(try server.newDatabase())
        }
        let added = try Ecoproxy.run("catalogue", "add", Self.application, "--title", "Santé", environment: environment)
        try #require(added.status == 0, "\(added.errors)")
        return environment
    }

    /// Measurements that differ by the device's label alone, each a document of its own, with its score.
    private func runs(_ count: Int) throws -> [(measurement: String, score: String)] {
        let bundle = try folder.demoBundle()
        let measured = try Ecoproxy.run("replay", bundle, "--json")
        try #require(measured.status == 0, "\(measured.errors)")
        let text = measured.text
        return try (0..<count).map { number in
            let changed = text.replacing("\"id\" : \"parcours-demo\"", with: "\"id\" : \"parcours-\(number)\"")
            try #require(changed != text)
            let measurement = try folder.write("m\(number).json", changed)
            let score = folder["s\(number).json"]
            let scored = try Ecoproxy.run("score", measurement, "--output", score)
            try #require(scored.status == 0, "\(scored.errors)")
            return (measurement, score)
        }
    }

    private func attach(_ run: (measurement: String, score: String)) -> [String] {
        [Ecoproxy.path, "catalogue", "attach", run.measurement, "--score", run.score]
    }

    private func attached(_ environment: [String: String]) throws -> [String] {
        let sheet = try json(
            Ecoproxy.run("catalogue", "show", Self.application, "--json", environment: environment).output)
        let versions = sheet["versions"] as? [[String: Any]] ?? []
        return versions.flatMap { $0["runs"] as? [[String: Any]] ?? [] }.compactMap { $0["journey"] as? String }
            .sorted()
    }

    @Test("processes that attach the same runs at once lose none and duplicate none", arguments: Engine.all)
    func concurrent(_ engine: Engine) throws {
        let environment = try catalogue(engine)
        let runs = try runs(6)
        // Each run by two processes, all of them at once.
        let programs = try (runs + runs).map { try RunningProgram(attach($0), environment: environment) }
        for program in programs { #expect(try program.end() == 0, "\(program.errors)") }
        #expect(try attached(environment) == (0..<6).map { "parcours-\($0)" })
        let done = programs.map(\.errors)
        #expect(done.filter { $0.hasPrefix("attached") }.count == 6, "\(done)")
        #expect(done.filter { $0.hasPrefix("already attached") }.count == 6, "\(done)")
        let history = try json(Ecoproxy.run("catalogue", "history", "--json", environment: environment).output)
        #expect((history["entries"] as? [Any])?.count == 7, "one addition and six runs")
        let check = try Ecoproxy.run("catalogue", "check", environment: environment)
        #expect(check.status == 0 && check.text.contains("6 runs, 6 scores, 12 documents"), "\(check.text)")
    }

    @Test(
        "processes killed while they attach leave a sound catalogue with all that was confirmed", arguments: Engine.all)
    func killed(_ engine: Engine) throws {
        let environment = try catalogue(engine)
        let runs = try runs(4)
        var confirmed: Set<String> = []
        // Killed ever later, by the kernel, from before the program's first line to after its last.
        for round in 0..<24 {
            let run = runs[round % runs.count]
            let delay = String(format: "%.3f", Double(round) * 0.008)
            let result = try TestSupport.run(
                "timeout", ["-s", "KILL", delay == "0.000" ? "0.001" : delay] + attach(run),
                environment: Ecoproxy.environment.merging(environment) { $1 })
            if result.errors.hasPrefix("attached") || result.errors.hasPrefix("already attached") {
                confirmed.insert("parcours-\(round % runs.count)")
            }
            let check = try Ecoproxy.run("catalogue", "check", environment: environment)
            #expect(check.status == 0, "after \(delay) s: \(check.text) \(check.errors)")
            #expect(confirmed.isSubset(of: try attached(environment)), "after \(delay) s")
        }
        for run in runs {
            let result = try Ecoproxy.run(Array(attach(run).dropFirst()), environment: environment)
            #expect(result.status == 0, "\(result.errors)")
        }
        #expect(try attached(environment) == (0..<4).map { "parcours-\($0)" })
        #expect(try Ecoproxy.run("catalogue", "check", environment: environment).status == 0)
    }
}
