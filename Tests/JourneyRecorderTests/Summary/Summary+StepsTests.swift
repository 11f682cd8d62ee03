import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct SummaryStepsTests {
    /// A step that exchanged some bytes with the publisher, and some in the background.
    static func step(
        _ id: String, _ iteration: Int, bytes: Int, background: Int = 0, seconds: Double = 2, type: StepType = .loading
    ) -> Step {
        func host(_ party: Party, _ bytes: Int) -> HostTraffic {
            HostTraffic(
                name: "\(party).example", nameSource: .sni, party: party,
                traffic: Traffic(up: TrafficCounts(packets: 1, wireBytes: bytes, ipBytes: bytes)))
        }
        let hosts = [host(.first, bytes), host(.background, background)]
        return Step(
            id: id, title: LocalizedText(id), type: type, critical: false, iteration: iteration, start: .nine,
            end: .nine.adding(seconds: 2), seconds: seconds,
            section: Section(traffic: hosts.reduce(into: .zero) { $0 += $1.traffic }, hosts: hosts), connections: 1)
    }

    static func measurement(_ steps: [Step], _ cache: CacheState?) -> JourneyMeasurement {
        var measurement = JourneyMeasurement.minimal
        (measurement.steps, measurement.cache) = (steps, cache)
        return measurement
    }

    @Test("steps are summed up by identifier in the order first walked, without background and without rest")
    func steps() throws {
        let steps = [
            Self.step("repos", 1, bytes: 5, type: .baseline), Self.step("ouvrir", 1, bytes: 100, background: 900),
            Self.step("lire", 1, bytes: 10), Self.step("ouvrir", 2, bytes: 300), Self.step("lire", 2, bytes: 30),
            Self.step("ouvrir", 7, bytes: 200),
        ]
        let summary = try #require(Summary(of: steps, cache: .warm, plan: nil, precision: 0.05))
        #expect(summary.steps.map(\.id) == ["ouvrir", "lire"])
        #expect(summary.steps.map(\.bytes.runs) == [3, 2])
        #expect(summary.steps.map(\.bytes.median) == [200, 20])
        #expect(summary.steps[0].bytes.minimum == 100 && summary.steps[0].bytes.maximum == 300)
        #expect(summary.cache == .warm && summary.isRepeated && summary.precision == 0.05)
    }

    @Test("only what was measured is summed up, over the runs in which it was")
    func measured() throws {
        var steps = (1...3).map { Self.step("ouvrir", $0, bytes: 100) }
        steps[0].energy = Step.Energy(joules: 4, basis: .measured)
        steps[2].energy = Step.Energy(joules: 6, basis: .measured)
        steps[1].displayTime = Step.DisplayTime(seconds: 1, basis: .modelled)
        let summary = try #require(Summary(of: steps, cache: nil, plan: nil, precision: 0.05)?.steps.first)
        #expect(summary.joules?.runs == 2 && summary.joules?.median == 5)
        #expect(summary.displaySeconds == nil)
    }

    @Test("one walk has no summary, unless the journey plans more")
    func single() {
        let steps = [Self.step("ouvrir", 1, bytes: 100), Self.step("lire", 1, bytes: 10)]
        #expect(Summary(of: steps, cache: nil, plan: nil, precision: 0.05) == nil)
        let planned = Summary(of: steps, cache: .cold, plan: Summary.Plan(cold: 3), precision: 0.05)
        #expect(planned?.isRepeated == false && planned?.planned == 3)
        #expect(Summary(of: [], cache: nil, plan: Summary.Plan(cold: 3), precision: 0.05) == nil)
    }

    @Test("several measurements are summed up together, and their runs counted on")
    func several() throws {
        let bytes = [100, 101, 99, 100, 900]
        let measurements = bytes.map { Self.measurement([Self.step("ouvrir", 1, bytes: $0)], .cold) }
        let summary = try #require(Summary(of: measurements))
        #expect(summary.cache == .cold)
        #expect(summary.steps[0].bytes.runs == 5 && summary.steps[0].bytes.median == 100)
        #expect(summary.steps[0].bytes.outliers == [5])
    }

    @Test("cold and warm runs have no summary in common, and with one that doesn't say the kind isn't known")
    func kinds() {
        let step = Self.step("ouvrir", 1, bytes: 100)
        func summary(_ kinds: [CacheState?]) -> Summary? { Summary(of: kinds.map { Self.measurement([step], $0) }) }
        #expect(summary([.cold, .warm]) == nil)
        #expect(summary([.cold, nil]) != nil && summary([.cold, nil])?.cache == nil)
        #expect(summary([.warm, .warm])?.cache == .warm)
    }
}
