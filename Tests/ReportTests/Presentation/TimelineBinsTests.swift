import Documents
import Testing

@testable import Report

@Suite struct TimelineBinsTests {
    private func timeline(_ up: [Int], _ down: [Int], bin: Double = 0.25) -> TrafficTimeline {
        TrafficTimeline(
            start: Timestamp(nanoseconds: 0), binSeconds: bin, series: [.init(party: .first, up: up, down: down)])
    }

    @Test("rates times seconds are the bytes, however many bins are joined", arguments: [1, 2, 3, 7, 100])
    func conservation(_ most: Int) throws {
        let (up, down) = ((0..<50).map { $0 * 3 }, (0..<50).map { 1000 - $0 })
        let bins = try #require(TimelineBins(timeline(up, down), most: most))
        #expect(bins.edges.count <= most + 1 && bins.edges.last == 12.5)
        let bytes = zip(bins.edges, bins.edges.dropFirst()).enumerated().reduce(0.0) { sum, bin in
            sum + bins.series[0].rates[bin.offset] * (bin.element.1 - bin.element.0)
        }
        // 3 × 1225 up, 50,000 − 1225 down.
        #expect(abs(bytes - (3675 + 48_775)) < 1e-6)
    }

    @Test("what can't be drawn isn't")
    func hostile() {
        #expect(TimelineBins(nil, most: 10) == nil)
        #expect(TimelineBins(timeline([], []), most: 10) == nil)
        for bin in [0, -1, 1e-300, 1e300, Double.nan, .infinity] {
            #expect(TimelineBins(timeline([1], [1], bin: bin), most: 10) == nil)
        }
        #expect(TimelineBins(timeline([.max, .min], [.max, 1]), most: 10)?.series[0].rates[1] == 4)
        // The shorter of the two directions counts.
        #expect(TimelineBins(timeline([1, 2, 3], [1]), most: 10)?.edges.count == 2)
    }

    @Test("without bins each step is one, with its mean rate and nothing between steps")
    func steps() throws {
        let bins = try #require(TimelineBins(steps: Sample.steps))
        // 12, 14.2, 18.5, 11.8 and 6.05 s, without gaps.
        #expect(bins.edges.map { ($0 * 100).rounded() / 100 } == [0, 12, 26.2, 44.7, 56.5, 62.55])
        let third = try #require(bins.series.first { $0.party == .third })
        #expect(abs(third.rates[0] - 10_000 / 12) < 1e-6 && third.rates[2] == 0)
        let apart = [Sample.steps[0], Sample.steps[3]]
        #expect(TimelineBins(steps: apart)?.series[0].rates.map { $0 > 0 } == [true, false, true])
        #expect(TimelineBins(steps: []) == nil)
    }
}
