import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct JourneyScoreTests {
    static let walks: [JourneyMeasurement] = [
        .full, .walk([.walked("a")]),
        .walk(
            [
                .walked("repos", .reference, joules: 30), .walked("a", critical: true, joules: 60, displayed: 2),
                .walked("b", .pause, joules: 40),
            ], network: .mobile, device: .tablet),
        .walk([.walked("a", bytes: 0, seconds: 0)], device: .desktop),
        .walk([.walked("a"), .walked("a", iteration: 2), .walked("b", iteration: 2)], device: .laptop),
    ]

    @Test("every factor that an indicator names is listed with its figures and sources, and no other")
    func factors() throws {
        let score = try JourneyScore.of([.walked("a"), .walked("b", joules: 3)])
        let named = Set([score.indicators.ghg, score.indicators.water, score.indicators.land].flatMap(\.factors))
        let listed = try #require(score.factors)
        #expect(listed.map(\.id) == named.sorted())
        for used in listed {
            let factor = try #require(FactorSet.tested[used.id])
            #expect(Estimate(low: used.low, central: used.central, high: used.high) == factor.value)
            #expect(used.unit == factor.unit && used.sources.count == factor.sources.count)
            #expect(used.sources.allSatisfy { !$0.isEmpty })
        }
    }

    @Test("a score is valid by its schema, and the same inputs give the same bytes", arguments: walks)
    func valid(_ measurement: JourneyMeasurement) throws {
        let json = try CanonicalJSON.encode(try JourneyScore.of(measurement))
        #expect(try validate(json, against: "score") == [])
        #expect(try CanonicalJSON.encode(try JourneyScore.of(measurement)) == json)
        #expect(try CanonicalJSON.encode(try JourneyScore(json: json)) == json)
    }

    @Test("the journey is the sum of its steps, without those to compare with")
    func sum() throws {
        let score = try JourneyScore.of([
            .walked("veille", .baseline, bytes: 5_000_000), .walked("repos", .reference),
            .walked("a", bytes: 3_000_000),
            .walked("b", .action, bytes: 1_000_000),
        ])
        #expect(score.steps.map(\.id) == ["a", "b"])
        #expect(score.steps.map(\.share.data) == [0.75, 0.25])
        #expect(score.steps.map(\.iteration) == [nil, nil])
        for path in [\Indicators.ghg, \.water, \.land] {
            let sum = score.steps.reduce(0) { $0 + $1.indicators[keyPath: path].central }
            #expect(isClose(score.indicators[keyPath: path].central, sum))
        }
    }

    @Test("repeated walks count as their mean, in one measurement or in several")
    func mean() throws {
        let single = try JourneyScore.of([.walked("a", bytes: 2_000_000), .walked("b", bytes: 500_000)])
        let walks = [1_000_000, 3_000_000]
        let several = try JourneyScore.of(
            .walk([.walked("a", bytes: walks[0]), .walked("b", bytes: 500_000)]),
            .walk([.walked("a", bytes: walks[1]), .walked("b", bytes: 500_000)]))
        let iterated = try JourneyScore.of(
            walks.enumerated().flatMap { index, bytes in
                [.walked("a", bytes: bytes, iteration: index + 1), .walked("b", bytes: 500_000, iteration: index + 1)]
            })
        for score in [several, iterated] {
            #expect(isClose(score.indicators.ghg.central, single.indicators.ghg.central))
            #expect(isClose(score.indicators.water.high, single.indicators.water.high))
            #expect(score.steps.map(\.iteration) == [1, 1, 2, 2])
            // 1 of 1.5 MB, then 3 of 3.5 MB.
            #expect(try isClose(#require(score.steps[0].share.data), 1 / 1.5))
            #expect(try isClose(#require(score.steps[2].share.data), 3 / 3.5))
        }
    }

    @Test("more data never scores better, nor weighs less")
    func monotonic() throws {
        var last = try JourneyScore.of([.walked("a", bytes: 0)])
        for bytes in stride(from: 50_000, through: 8_000_000, by: 150_000) {
            let score = try JourneyScore.of([.walked("a", bytes: bytes)])
            #expect(try #require(score.ecoscore.value) <= #require(last.ecoscore.value))
            #expect(score.indicators.ghg.low > last.indicators.ghg.low)
            #expect(score.indicators.water.central > last.indicators.water.central)
            #expect(score.indicators.land.high > last.indicators.land.high)
            last = score
        }
    }

    @Test("the device's own traffic is no part of the score")
    func background() throws {
        let own: [HostTraffic] = [.host("own.example", bytes: 1_000_000)]
        let both = own + [.host("os.example", .background, bytes: 9_000_000)]
        let scores = try [own, both].map { try JourneyScore.of([.walked("a", hosts: $0)]) }
        #expect(scores[0].indicators == scores[1].indicators && scores[0].ecoscore == scores[1].ecoscore)
    }

    @Test("the measurements' warnings are repeated, and what wasn't measured is said once")
    func warnings() throws {
        var walk = JourneyMeasurement.walk([.walked("a"), .walked("b", .pause)])
        let dropped = Caveat(.packetsDropped, "the kernel dropped 3 packets", count: 3)
        walk.quality.warnings = [dropped, Caveat(.energyAbsent, "no energy")]
        let warnings = try JourneyScore.of(walk, walk).warnings
        #expect(warnings.map(\.code) == [.packetsDropped, .energyAbsent, .displayTimeAbsent])
        #expect(warnings.first == dropped)
        #expect(warnings.map(\.count) == [3, 4, 2])
    }

    @Test("the statement says in both languages what the score is not")
    func statement() throws {
        let statement = try JourneyScore.of([.walked("a")]).statement
        #expect(statement["en"].contains("not the figure") && statement["en"].contains("attributed"))
        #expect(statement["fr"].contains("n’est pas l’écoscore") && statement["fr"].contains("attribués"))
    }

    @Test(
        "what can't be scored is refused with the reason",
        arguments: [
            ([], .noMeasurement), ([.walk([])], .noSteps), ([.walk([.walked("a", .reference)])], .noSteps),
            (
                [.walk([.walked("a")]), .walk([.walked("a")], version: "2.0")],
                .mixed(.version, first: "1.0", other: "2.0")
            ),
            (
                [.walk([.walked("a")]), .walk([.walked("a")], network: .mobile)],
                .mixed(.network, first: "wifi", other: "mobile")
            ),
            (
                [.walk([.walked("a")]), .walk([.walked("a")], device: .laptop)],
                .mixed(.device, first: "smartphone", other: "laptop")
            ),
            ([.walk([.walked("a")]), .minimal], .mixed(.journey, first: "parcours", other: "none")),
            (
                [.walk([.walked("a", bytes: -5)])],
                .implausible(step: "a", figure: "data exchanged (bytes)", value: -5)
            ),
            (
                [.walk([.walked("a", joules: 1e300)])],
                .implausible(step: "a", figure: "energy (J)", value: 1e300)
            ),
            (
                [.walk([.walked("a", displayed: -1)])],
                .implausible(step: "a", figure: "display time (s)", value: -1)
            ),
        ] as [([JourneyMeasurement], ScoringError)])
    func refused(_ measurements: [JourneyMeasurement], _ error: ScoringError) {
        let inputs = measurements.enumerated().map { index, measurement in
            ScoringInput(measurement: measurement, sha256: .repeating(Character(String(index))))
        }
        #expect(throws: error) {
            try JourneyScore(of: inputs, factors: .tested, profile: .tested, tool: .ecoproxy)
        }
    }

    /// A video that was measured for one time, and is used for another.
    private static func video(
        _ seconds: Double, usedFor useSeconds: Double, bytes: Int = 0, joules: Double? = nil
    ) -> Step {
        var step = Step.walked("voir", .media, bytes: bytes, seconds: seconds, joules: joules)
        step.useSeconds = useSeconds
        return step
    }

    static let videos: [(Step, String)] = [
        (video(1e-5, usedFor: 1e308), "declared use (s)"),
        // The ratio is beyond all figures.
        (video(1e-308, usedFor: 600), "duration as used (s)"),
        // 60 million times a gigabyte.
        (video(1e-5, usedFor: 600, bytes: 1_000_000_000), "data exchanged as used (bytes)"),
        // 6e11 times 60 J.
        (video(1e-9, usedFor: 600, joules: 60), "energy as used (J)"),
    ]

    @Test("a length of use that no walk reaches is refused, and one that takes another figure there", arguments: videos)
    func implausibleUse(_ step: Step, _ figure: String) {
        let error = #expect(throws: ScoringError.self) { try JourneyScore.of([step]) }
        guard case .implausible(_, let named, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(named == figure)
    }

    @Test("walks are numbered by their place, whatever their iterations are", arguments: [[1, 2], [1, 3], [2, 3]])
    func places(_ iterations: [Int]) throws {
        let score = try JourneyScore.of(iterations.map { Step.walked("a", iteration: $0) })
        #expect(score.steps.map(\.iteration) == [1, 2])
    }

    /// A walk of one kind, of which a warning about its runs is said beside one about its capture.
    private static func run(_ kind: CacheState?, bytes: Int) -> JourneyMeasurement {
        var measurement = JourneyMeasurement.walk([.walked("a", bytes: bytes)])
        measurement.cache = kind
        measurement.quality.warnings = [Caveat(.runsTooFew, "1 run"), Caveat(.superPackets, "some")]
        return measurement
    }

    @Test("cold and warm walks are not averaged, wherever the second kind stands")
    func kinds() {
        let inputs = [Self.run(nil, bytes: 1), Self.run(.warm, bytes: 2), Self.run(.cold, bytes: 3)].enumerated().map {
            ScoringInput(measurement: $1, sha256: .repeating(Character(String($0))))
        }
        #expect(throws: ScoringError.mixed(.cache, first: "warm", other: "cold")) {
            try JourneyScore(of: inputs, factors: .tested, profile: .tested, tool: .ecoproxy)
        }
    }

    @Test("what a measurement says of its own runs is not repeated where others are scored with it")
    func runs() throws {
        func codes(_ runs: [JourneyMeasurement]) throws -> Set<Caveat.Code> {
            let inputs = runs.enumerated().map {
                ScoringInput(measurement: $1, sha256: .repeating(Character(String($0))))
            }
            return Set(
                try JourneyScore(of: inputs, factors: .tested, profile: .tested, tool: .ecoproxy).warnings.map(\.code))
        }
        #expect(try codes([Self.run(.cold, bytes: 1)]).isSuperset(of: [.runsTooFew, .superPackets]))
        let together = try codes([Self.run(.cold, bytes: 1), Self.run(.cold, bytes: 2)])
        #expect(together.contains(.superPackets) && !together.contains(.runsTooFew))
    }

    @Test("a walk given twice doesn't count double")
    func repeated() {
        let input = ScoringInput(measurement: .walk([.walked("a")]), sha256: .repeating("a"))
        #expect(throws: ScoringError.repeated(sha256: "aaaaaaaaaaaa")) {
            try JourneyScore(of: [input, input], factors: .tested, profile: .tested, tool: .ecoproxy)
        }
    }

    @Test("figures at the limits stay finite")
    func limits() throws {
        let score = try JourneyScore.of(
            .walk([.walked("a", bytes: 1_000_000_000_000_000, seconds: 1e9, joules: 1e12)], device: .desktop))
        #expect(score.indicators.ghg.high.isFinite && score.indicators.water.high.isFinite)
        _ = try CanonicalJSON.encode(score)
    }
}
