import Documents
import Testing

@testable import Verdict

@Suite struct RunGroupTests {
    private let host = Walked.HostBytes("api.example", .first, 900)

    @Test("each iteration of a measurement is a run; steps at rest are none")
    func iterations() {
        let measurement = Walked.measurement([
            Walked.step("rest", [host], type: .reference), Walked.step("open", [host], iteration: 1),
            Walked.step("open", [host], iteration: 2),
        ])
        let group = Walked.group([measurement])
        #expect(group.walks.count == 2)
        #expect(group.sample(Metric(.bytes), step: nil) == Sample([1000, 1000]))
        #expect(measurement.byWalk.allSatisfy { $0.steps.count == 2 })
    }

    @Test("a run without a step tells of its steps, and not of the journey")
    func incomplete() {
        let group = Walked.group([
            Walked.measurement([Walked.step("open", [host]), Walked.step("close", [host])]),
            Walked.measurement([Walked.step("open", [host])]),
        ])
        #expect(group.sample(Metric(.bytes), step: nil)?.runs == 1)
        #expect(group.sample(Metric(.bytes), step: "open")?.runs == 2)
        #expect(group.side.runs == 2 && group.side.incompleteRuns == 1)
    }

    @Test("a host counts once in a journey, however many steps it is in")
    func hosts() {
        let other = Walked.HostBytes("cdn.example", .third, 1)
        let group = Walked.group([
            Walked.measurement([Walked.step("open", [host, other]), Walked.step("close", [host])])
        ])
        #expect(group.sample(Metric(.hosts), step: nil)?.mean == 2)
    }

    @Test("a bare Score is a run that knows its score, and nothing that was measured")
    func score() throws {
        let group = RunGroup(names: ["score.json"], walks: [Walk(JourneyScore.of(70))], measurements: [])
        #expect(group.sample(Metric(.score), step: nil)?.mean == 70)
        #expect(group.readings(Metric(.bytes), step: nil) == [.missing(.notInScore)])
        // The example's central value is 0.0075 kgCO2e: 0.001 + 0.002 + 0.0005 + 0.00025, twice.
        let grams = try #require(group.sample(Metric(.ghg), step: "ouvrir")?.mean)
        #expect(abs(grams - 3.75) < 1e-9, "\(grams)")
    }
}
