import Documents
import TestSupport
import Testing

@testable import EcoScore

struct ScenarioParsingTests {
    @Test("what a person writes is read: steps, parts, changes, in their order")
    func read() throws {
        let scenario = try Scenario(
            "third-party=0, step:home/fonts=-40%,host:CDN.example:8443=+10%,all=1.5MB,step:a/b/time=90s,display-time=2min"
        )
        #expect(scenario.changes.map(\.step) == [nil, "home", nil, nil, "a/b", nil])
        #expect(
            scenario.changes.map(\.target) == [
                .traffic(.party(.third)), .traffic(.purpose("fonts")), .traffic(.host("CDN.example:8443")),
                .traffic(.all),
                .time, .displayTime,
            ])
        #expect(
            scenario.changes.map(\.amount) == [
                .times(0), .times(0.6), .times(1.1), .becomes(1_500_000), .becomes(90), .becomes(120),
            ])
        #expect(try Scenario(scenario.text) == scenario)
    }

    @Test(
        "bytes are in powers of ten, in English and French; times in ms, s and min",
        arguments: [
            ("all=700B", 700.0), ("all=500kB", 500_000), ("all=2MB", 2e6), ("all=1GB", 1e9), ("all=3o", 3),
            ("all=500ko", 500_000), ("all=0.5Mo", 500_000), ("all=1 Go", 1e9), ("time=250ms", 0.25), ("time=2.5s", 2.5),
            ("time=1min", 60),
        ])
    func units(_ text: String, _ value: Double) throws {
        #expect(try Scenario(text).changes.map(\.amount) == [.becomes(value)])
    }

    @Test("every purpose of the documents can be changed, as can name resolution")
    func purposes() throws {
        for purpose in Purpose.allCases.map(\.rawValue) + ["dns"] {
            #expect(try Scenario("\(purpose)=0").changes.map(\.target) == [.traffic(.purpose(purpose))])
        }
    }

    @Test(
        "what can't be read names the item and what is wrong",
        arguments: [
            ("", "", .empty), ("all=0,", "", .empty), ("all", "all", .noChange),
            ("step:home=0", "step:home=0", .stepAlone),
            ("step:/all=0", "step:/all=0", .stepAlone), ("all=0,all=-1%", "all=-1%", .repeated),
            ("tierces=0", "tierces=0", .unknownTarget("tierces")),
            ("background=0", "background=0", .unknownTarget("background")),
            ("host:=0", "host:=0", .unknownTarget("host:")),
            ("step:a/images=0", "step:a/images=0", .needsRequests("images")),
            ("all=40%", "all=40%", .unknownChange("40%", inBytes: true)),
            ("all=-101%", "all=-101%", .unknownChange("-101%", inBytes: true)),
            ("all=-1MB", "all=-1MB", .unknownChange("-1MB", inBytes: true)),
            ("all=nan%", "all=nan%", .unknownChange("nan%", inBytes: true)),
            ("all=1e9B", "all=1e9B", .unknownChange("1e9B", inBytes: true)),
            ("all=12345678901B", "all=12345678901B", .unknownChange("12345678901B", inBytes: true)),
            ("all=500", "all=500", .unknownChange("500", inBytes: true)),
            ("all=", "all=", .unknownChange("", inBytes: true)),
            ("all=2s", "all=2s", .unknownChange("2s", inBytes: true)),
            ("time=5kB", "time=5kB", .unknownChange("5kB", inBytes: false)),
        ] as [(String, String, ScenarioError.Problem)])
    func wrong(_ text: String, _ item: String, _ problem: ScenarioError.Problem) {
        #expect(throws: ScenarioError(item, problem)) { try Scenario(text) }
    }

    @Test("messages name the item and what is allowed")
    func messages() {
        let message = ScenarioError("images=-40%", .needsRequests("images")).description
        #expect(message.contains("images=-40%") && message.contains("third-party") && message.contains("fonts"))
        #expect(ScenarioError("x=0", .unknownTarget("x")).description.contains("host:NAME"))
    }

    @Test("whatever is written is either read, and written the same again, or refused")
    func anything() {
        var generator = SeededGenerator(seed: 2026)
        let pieces = [
            "step:", "a", "/", "all", "time", "host:", "é", " ", "=", "-", "+", "40", ".", "%", "kB", "s", ",", "0",
            "=0",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...8, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            do {
                let scenario = try Scenario(text)
                read += 1
                #expect(try Scenario(scenario.text) == scenario)
            } catch {
                #expect(error.item.isEmpty || text.contains(error.item))
            }
        }
        #expect(read > 20)
    }
}
