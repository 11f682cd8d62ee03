import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct EnergySeriesTests {
    /// Pieces of random lengths and powers, some with gaps between them.
    static func pieces(_ dice: inout SeededGenerator) -> [EnergySeries.Piece] {
        var moment = Int64.random(in: 0...50, using: &dice)
        return (0..<Int.random(in: 1...20, using: &dice)).map { _ in
            moment += Int.random(in: 0...3, using: &dice) == 0 ? Int64.random(in: 1...20, using: &dice) : 0
            let start = moment
            moment += Int64.random(in: 1...30, using: &dice)
            return EnergySeries.Piece(
                start: start, end: moment, startWatts: .random(in: 0...5, using: &dice),
                endWatts: .random(in: 0...5, using: &dice))
        }
    }

    /// The definition, nanosecond by nanosecond: power half way through each, if there is any.
    static func naive(_ pieces: [EnergySeries.Piece], _ from: Int64, _ to: Int64) -> Double? {
        var sum = 0.0
        for moment in from..<to {
            guard let piece = pieces.first(where: { $0.start <= moment && moment < $0.end }) else { return nil }
            let share = (Double(moment - piece.start) + 0.5) / Double(piece.end - piece.start)
            sum += (piece.startWatts + (piece.endWatts - piece.startWatts) * share) * 1e-9
        }
        return sum
    }

    static func interval(_ from: Int64, _ to: Int64) -> Range<Timestamp> {
        Timestamp(nanoseconds: from)..<Timestamp(nanoseconds: to)
    }

    @Test("agrees with the sum over nanoseconds, and knows nothing of gaps", arguments: 0..<20)
    func definition(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let pieces = Self.pieces(&dice)
        let series = try #require(EnergySeries(pieces, scope: .device))
        let end = try #require(pieces.last?.end)
        for _ in 0..<200 {
            let from = Int64.random(in: 0...(end + 5), using: &dice)
            let to = Int64.random(in: from...(end + 5), using: &dice)
            let expected = Self.naive(pieces, from, to)
            let joules = series.joules(in: Self.interval(from, to))
            #expect((joules == nil) == (expected == nil), "\(from) \(to)")
            if let joules, let expected { #expect(abs(joules - expected) < 1e-15) }
        }
    }

    @Test("adjacent intervals sum up to the whole", arguments: 100..<120)
    func additive(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let series = try #require(EnergySeries(Self.pieces(&dice), scope: .device))
        var checked = 0
        let range = series.start.nanoseconds...series.end.nanoseconds
        for _ in 0..<500 {
            let cuts = (0..<3).map { _ in Int64.random(in: range, using: &dice) }.sorted()
            guard let whole = series.joules(in: Self.interval(cuts[0], cuts[2])) else { continue }
            let parts = try [(0, 1), (1, 2)].map { one, other in
                try #require(series.joules(in: Self.interval(cuts[one], cuts[other])))
            }
            #expect(abs(parts[0] + parts[1] - whole) <= 1e-12 * max(1, whole))
            checked += 1
        }
        #expect(checked > 0)
    }

    @Test("an empty interval has no energy, and the ends of time are not covered")
    func extremes() throws {
        let piece = EnergySeries.Piece(start: 10, end: 20, startWatts: 1, endWatts: 1)
        let series = try #require(EnergySeries([piece], scope: .device))
        #expect(series.joules(in: Self.interval(.max, .max)) == 0)
        #expect(series.joules(in: Self.interval(.min, .max)) == nil)
        #expect(series.joules(in: Self.interval(9, 15)) == nil)
        #expect(series.joules(in: Self.interval(15, 21)) == nil)
        #expect(series.joules(in: Self.interval(10, 20)) == 1e-8)
        #expect(series.cutLength(at: Timestamp(nanoseconds: 15)) == 10)
        #expect([10, 20, 5].map { series.cutLength(at: Timestamp(nanoseconds: $0)) } == [0, 0, 0])
        #expect(EnergySeries([], scope: .device) == nil)
    }
}
