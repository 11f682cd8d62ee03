import Documents
import Testing

@testable import EcoScore

/// What a lead says would be gained is what the scenario that does as it says gains.
struct AvoidableTests {
    struct Case: CustomTestStringConvertible {
        let lead: String
        let scenario: String
        var testDescription: String { "\(lead): \(scenario)" }
    }

    static let cases = [
        Case(lead: "third-party", scenario: "third-party=0"),
        Case(lead: "weight", scenario: "step:home/all=1MB,step:heavy/all=1MB"),
        Case(lead: "fonts", scenario: "step:heavy/fonts=400kB"),
        Case(lead: "autoplay-media", scenario: "step:heavy/video=0"),
        Case(lead: "uncapped-upload", scenario: "step:send/all=550kB"),
        Case(lead: "slow-step", scenario: "step:home/display-time=\(limit)s"),
    ]

    private static let limit = ScoreProfile.tested.longestDisplay(.loading, .smartphone, betterThan: .D)

    private static let steps: [Step] = [
        .walked(
            "home", critical: true, joules: 45, displayed: 6,
            hosts: [
                .host("api.example", bytes: 1_700_001, up: 33_333),
                .host("stats.example", .third, bytes: 77_777, up: 999),
                .host("os.example", .background, bytes: 5_000_000),
            ]),
        .walked(
            "heavy", displayed: 2,
            hosts: [
                .host("cdn.example", bytes: 2_500_003), .host("fonts.example", .third, bytes: 650_001, purpose: .fonts),
                .host("player.example", .third, bytes: 90_001, purpose: .video),
            ]),
        .walked("send", displayed: 1, hosts: [.host("api.example", bytes: 50_000, up: 800_000)]),
        .walked("repos", .pause, seconds: 45, hosts: [.host("stats.example", .third, bytes: 12_345)]),
    ]

    @Test("without what a lead says, the score gains exactly the points that it says", arguments: cases)
    func points(_ test: Case) throws {
        let lead = try JourneyScore.of(Self.steps).lead(test.lead)
        let whatIf = try WhatIf.of([.walk(Self.steps)], test.scenario)
        let gains = try #require(lead.gains)
        #expect(gains.points == whatIf.points)
        #expect(try #require(gains.points) > 0)
        #expect(gains.bytes == whatIf.before.bytes - whatIf.after.bytes)
        #expect(isClose(gains.seconds ?? 0, whatIf.before.seconds - whatIf.after.seconds, relative: 1e-9))
        let (before, after) = (whatIf.before.indicators, whatIf.after.indicators)
        for (attributed, path) in [
            (gains.indicators.ghg, \Indicators.ghg), (gains.indicators.water, \.water), (gains.indicators.land, \.land),
        ] {
            let (old, new) = (before[keyPath: path], after[keyPath: path])
            #expect(isClose(attributed.low, old.low - new.low, relative: 1e-6))
            #expect(isClose(attributed.central, old.central - new.central, relative: 1e-6))
            #expect(isClose(attributed.high, old.high - new.high, relative: 1e-6))
        }
        #expect(lead.gain == gains.indicators.ghg)
    }

    @Test("over several walks a gain is the mean, in bytes, gas and points alike")
    func walks() throws {
        let light: [HostTraffic] = [
            .host("api.example", bytes: 400_000), .host("ads.example", .third, bytes: 1_000_000),
        ]
        let heavy: [HostTraffic] = [
            .host("api.example", bytes: 900_000), .host("ads.example", .third, bytes: 3_000_001),
        ]
        let steps: [Step] = [
            .walked("a", hosts: light), .walked("a", iteration: 2, hosts: heavy), .walked("b"),
            .walked("b", iteration: 2),
        ]
        let gains = try #require(try JourneyScore.of(steps).lead("third-party").gains)
        #expect(gains.bytes == 2_000_000.5)
        // To the nearest byte of 2 MB, by net.fixed.ghg 0.0198 + dc.ghg 0.0084 kgCO2e/GB.
        #expect(isClose(gains.indicators.ghg.central, 0.002 * (0.0198 + 0.0084), relative: 1e-6))
        #expect(gains.points == (try WhatIf.of([.walk(steps)], "third-party=0")).points)
    }

    @Test("impacts of a media step are attributed for as long as it is used, its bytes as they were measured")
    func use() throws {
        // 30 s of a video of 10 min: what it does without counts twenty times.
        var step = Step.walked(
            "voir", .media, hosts: [.host("player.example", .third, bytes: 1_000_000), .host("api.example", bytes: 10)])
        step.useSeconds = 600
        let gains = try #require(try JourneyScore.of([step]).lead("third-party").gains)
        #expect(gains.bytes == 1_000_000)
        #expect(isClose(gains.indicators.ghg.central, 0.02 * (0.0198 + 0.0084)))
        let whatIf = try WhatIf.of([.walk([step])], "third-party=0")
        let less = whatIf.before.indicators.ghg.central - whatIf.after.indicators.ghg.central
        #expect(isClose(gains.indicators.ghg.central, less, relative: 1e-6))
        #expect(gains.points == whatIf.points)
    }

    @Test("all gains of one score at once leave no figure below nothing")
    func bounds() throws {
        for lead in try JourneyScore.of(Self.steps).leads {
            guard let gains = lead.gains else { continue }
            #expect(gains.bytes >= 0 && gains.indicators.ghg.low >= 0 && gains.indicators.land.low >= 0)
            #expect((0...100).contains(gains.points ?? 0))
        }
    }
}
