import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct WhatIfTests {
    /// Something of every part, to be taken away.
    private static let parts: [HostTraffic] = [
        .host("fonts.example", bytes: 10_000, purpose: .fonts),
        .host("player.example", .third, bytes: 10_000, purpose: .video),
        .host("stats.example", .third, bytes: 10_000, purpose: .audienceMeasurement),
    ]

    private static func walk(_ generator: inout SeededGenerator) -> JourneyMeasurement {
        let types: [StepType] = [.loading, .action, .pause, .media, .scroll]
        let steps = (0..<Int.random(in: 1...5, using: &generator)).map { index in
            let hosts = (0..<Int.random(in: 1...6, using: &generator)).map { host in
                HostTraffic.host(
                    "h\(host).example",
                    [Party.first, .third, .background, .unknown].randomElement(using: &generator) ?? .first,
                    bytes: Int.random(in: 0...2_000_000, using: &generator),
                    up: Int.random(in: 0...90_000, using: &generator),
                    purpose: [nil, .fonts, .video, .audienceMeasurement].randomElement(using: &generator) ?? nil)
            }
            return Step.walked(
                "s\(index)", types.randomElement(using: &generator) ?? .loading,
                seconds: Double.random(in: 1...90, using: &generator), critical: index == 1,
                hosts: index == 0 ? hosts + parts : hosts)
        }
        return .walk(steps)
    }

    @Test("the outcome is valid by its schema, and the same inputs give the same bytes")
    func valid() throws {
        let whatIf = try WhatIf.of(JourneyScoreTests.walks.prefix(1).map { $0 }, "all=-40%,time=-10%")
        let json = try CanonicalJSON.encode(whatIf)
        #expect(try validate(json, against: "what-if") == [])
        #expect(try CanonicalJSON.encode(WhatIf(json: json)) == json)
        #expect(try CanonicalJSON.encode(WhatIf.of([.full], "all=-40%,time=-10%")) == json)
        #expect(whatIf.scenario == "all=-40%,time=-10%")
    }

    @Test(
        "what was measured is what the score says",
        arguments: JourneyScoreTests.walks.filter { walk in walk.steps.contains { $0.exchangedBytes > 0 } })
    func before(_ measurement: JourneyMeasurement) throws {
        let score = try JourneyScore.of(measurement)
        let whatIf = try WhatIf.of([measurement], "all=+0%")
        #expect(whatIf.before.ecoscore == score.ecoscore && whatIf.before.indicators == score.indicators)
        #expect(whatIf.after == whatIf.before)
        #expect(whatIf.factorSet == score.factorSet && whatIf.measurements == score.measurements)
    }

    @Test("the outcome is the score of a walk that was measured so")
    func measuredSo() throws {
        let whatIf = try WhatIf.of(
            [.walk([.walked("a", bytes: 3_000_000), .walked("b", bytes: 500_000)])], "step:a/all=-50%")
        let other = try JourneyScore.of([.walked("a", bytes: 1_500_000), .walked("b", bytes: 500_000)])
        #expect(whatIf.after.ecoscore == other.ecoscore && whatIf.after.indicators == other.indicators)
        #expect(whatIf.before.bytes == 3_500_000 && whatIf.after.bytes == 2_000_000)
        #expect(whatIf.after.steps.map(\.bytes) == [1_500_000, 500_000])
    }

    @Test("less traffic never scores worse nor weighs more, whatever goes away", arguments: 1...40)
    func monotonic(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let measurement = Self.walk(&generator)
        for part in ["all", "first-party", "third-party", "fonts", "video", "audienceMeasurement", "step:s0/all"] {
            var last = try WhatIf.of([measurement], "\(part)=+0%").after
            for percent in [1, 10, 33, 50, 99, 100] {
                let after = try WhatIf.of([measurement], "\(part)=-\(percent)%").after
                #expect(after.bytes <= last.bytes)
                #expect(try #require(after.ecoscore.value) >= #require(last.ecoscore.value), "\(part) \(percent)")
                for path in [\Indicators.ghg, \.water, \.land] {
                    let (new, old) = (after.indicators[keyPath: path], last.indicators[keyPath: path])
                    #expect(new.low <= old.low && new.central <= old.central && new.high <= old.high)
                }
                last = after
            }
        }
    }

    @Test("more than a walk can reach is refused, not computed")
    func implausible() throws {
        #expect(throws: ScoringError.self) {
            try WhatIf.of([.walk([.walked("a", bytes: 1_000_000_000)])], "all=+999999999%")
        }
    }

    @Test("the statement says in both languages that nobody measured it")
    func statement() throws {
        let statement = try WhatIf.of([.walk([.walked("a")])], "all=0").statement
        #expect(statement["en"].contains("nobody measured") && statement["fr"].contains("personne ne l’a mesuré"))
    }
}
