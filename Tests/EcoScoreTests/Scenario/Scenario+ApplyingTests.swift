import Documents
import TestSupport
import Testing

@testable import EcoScore

struct ScenarioApplyingTests {
    private func applied(_ text: String, _ steps: [Step]) throws -> [Step] {
        try #require(try Scenario(text).applied(to: [.walk(steps)]).first).steps
    }

    private static let hosts: [HostTraffic] = [
        .host("api.example", bytes: 1001, up: 333), .host("fonts.example", .third, bytes: 555, purpose: .fonts),
        .host("os.example", .background, bytes: 9000), .host("192.0.2.9", .unknown, bytes: 77, nameSource: .none),
    ]

    @Test(
        "each part is what it says, and the device's own is in none",
        arguments: [
            ("all=0", [0, 0, 9000, 0]), ("first-party=0", [0, 555, 9000, 77]), ("third-party=0", [1334, 0, 9000, 77]),
            ("fonts=0", [1334, 0, 9000, 77]), ("host:192.0.2.9=0", [1334, 555, 9000, 0]),
            // 1001/2 and 333/2, each rounded half away from zero: 501 + 167.
            ("first-party=-50%", [668, 555, 9000, 77]), ("all=+100%", [2668, 1110, 9000, 154]),
            // The two in turn: first what the third party was, then everything.
            ("third-party=0,all=+100%", [2668, 0, 9000, 154]),
        ])
    func parts(_ text: String, _ bytes: [Int]) throws {
        let steps = try applied(text, [.walked("a", hosts: Self.hosts)])
        #expect(steps[0].hosts.map(\.traffic.both.ipBytes) == bytes)
    }

    @Test("what traffic becomes is the sum of the steps' means over their walks")
    func becomes() throws {
        let walks = [100_000, 300_000].enumerated().flatMap { index, bytes in
            [
                Step.walked("a", iteration: index + 1, hosts: [.host("ads.example", .third, bytes: bytes)]),
                .walked("b", iteration: index + 1, hosts: [.host("ads.example", .third, bytes: 200_000)]),
            ]
        }
        // Means of 200 kB each: 400 kB become 100 kB, a quarter of every walk.
        #expect(try applied("third-party=100kB", walks).map(\.exchangedBytes) == [25_000, 50_000, 75_000, 50_000])
        #expect(
            try applied("step:a/third-party=100kB", walks).map(\.exchangedBytes) == [50_000, 200_000, 150_000, 200_000])
    }

    @Test("time goes with the time to display and the energy, at the same power; rests and references stay")
    func time() throws {
        let steps: [Step] = [
            .walked("r", .reference, seconds: 60, joules: 60), .walked("a", seconds: 30, joules: 45, displayed: 4),
            .walked("p", .pause, seconds: 30),
        ]
        let changed = try applied("time=-50%", steps)
        #expect(changed.map(\.seconds) == [60, 15, 30])
        #expect(changed.map(\.energy.joules) == [60, 22.5, nil])
        #expect(changed[1].displayTime.seconds == 2)
        // 4 s become 1 s: the step is 3 s shorter, 27 of 30.
        let shown = try applied("display-time=1s", steps)
        #expect(shown.map(\.seconds) == [60, 27, 30])
        #expect(shown[1].displayTime.seconds == 1)
        #expect(try isClose(#require(shown[1].energy.joules), 40.5))
    }

    @Test(
        "what concerns nothing measured is refused",
        arguments: [
            ("step:z/all=0", "step:z/all=0", .unknownStep("z", known: ["a", "p"])),
            ("step:r/all=0", "step:r/all=0", .unknownStep("r", known: ["a", "p"])),
            (
                "host:x.example=0", "host:x.example=0",
                .unknownHost("x.example", known: ["big.example", "small.example"])
            ),
            (
                "host:os.example=0", "host:os.example=0",
                .unknownHost("os.example", known: ["big.example", "small.example"])
            ),
            ("video=5kB", "video=5kB", .nothingToScale), ("display-time=2s", "display-time=2s", .nothingToScale),
            ("all=0,step:a/all=5kB", "step:a/all=5kB", .nothingToScale),
            // Less of nothing makes no difference, which isn't the same as a change that makes none.
            ("fonts=0", "fonts=0", .nothingToScale), ("fonts=0kB", "fonts=0kB", .nothingToScale),
            ("third-party=-40%", "third-party=-40%", .nothingToScale),
            ("step:p/all=+10%", "step:p/all=+10%", .nothingToScale),
            ("all=0,display-time=-50%", "display-time=-50%", .nothingToScale),
            ("step:p/time=-10%", "step:p/time=-10%", .restHasNoTime("p")),
        ] as [(String, String, ScenarioError.Problem)])
    func refused(_ text: String, _ item: String, _ problem: ScenarioError.Problem) {
        let hosts: [HostTraffic] = [
            .host("small.example", bytes: 10), .host("big.example", bytes: 20),
            .host("os.example", .background, bytes: 5),
        ]
        let steps: [Step] = [.walked("r", .reference), .walked("a", hosts: hosts), .walked("p", .pause, hosts: [])]
        #expect(throws: ScenarioError(item, problem)) { try applied(text, steps) }
    }

    @Test("an item is made if one of the steps or walks has what it concerns, though an item before it took that")
    func concernsOne() throws {
        let steps: [Step] = [
            .walked("a", bytes: 10), .walked("b", hosts: [.host("ads.example", .third, bytes: 1000)]),
        ]
        #expect(try applied("third-party=-50%", steps).map(\.exchangedBytes) == [10, 500])
        #expect(try applied("all=0,third-party=-50%", steps).map(\.exchangedBytes) == [0, 0])
        let walks = try Scenario("third-party=0").applied(to: steps.map { .walk([$0]) })
        #expect(walks.flatMap(\.steps).map(\.exchangedBytes) == [10, 0])
    }

    @Test(
        "what is scaled still adds up, in every figure and section",
        arguments: ["all=-37%", "first-party=-37%,all=+3%", "host:api.sante.example=1234B", "step:ouvrir/all=0"])
    func conserves(_ text: String) throws {
        let before = JourneyMeasurement.full
        let after = try #require(try Scenario(text).applied(to: [before]).first)
        #expect(after != before)
        for step in after.steps {
            #expect(step.hosts.reduce(step.otherIP + step.nonIP) { $0 + $1.traffic } == step.traffic)
            let background = step.hosts.filter { $0.party == .background }.reduce(Traffic.zero) { $0 + $1.traffic }
            if let rest = step.withoutBackground { #expect(rest == step.traffic - background) }
            for counts in step.hosts.flatMap({ [$0.traffic.up, $0.traffic.down] }) {
                #expect(0 <= counts.uniquePayloadBytes && counts.uniquePayloadBytes <= counts.payloadBytes)
                #expect(counts.payloadBytes <= counts.ipBytes && counts.ipBytes <= counts.wireBytes)
            }
        }
        let sum = after.measured
        #expect(after.whole.traffic == sum)
        #expect(sum.both.ipBytes == after.totals.ipBytes && sum.both.packets == after.totals.packets)
        #expect(sum.both.wireBytes == after.totals.wireBytes && sum.both.payloadBytes == after.totals.payloadBytes)
        #expect(after.selection?.kept == sum.both)
        #expect(after.breakdown == nil)
    }

    @Test("a scenario without a change is the measurement itself", arguments: ["all=+0%", "all=-0%", "time=-0%"])
    func nothing(_ text: String) throws {
        #expect(try Scenario(text).applied(to: [.full]) == [.full])
    }
}
