import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct SilenceWatchTests {
    private static let second: Int64 = 1_000_000_000

    private static func step(_ markers: [(Int64, Marker.Kind, String?)]) throws -> WalkedStep {
        try #require(try Timeline(try TimelineTests.log(markers), journey: nil).steps.first)
    }

    private static func silence(_ times: [Int64], _ step: WalkedStep) -> Int64? {
        var watch = SilenceWatch(stepCount: 1)
        for time in times { watch.note(slice: 0, time...time) }
        return watch.silence(slice: 0, of: step)?.nanoseconds
    }

    /// The definition: sorted, the last packet before the first gap of two seconds, or before the end.
    private static func naive(_ times: [Int64], end: Int64) -> Int64? {
        let sorted = times.sorted() + [end]
        return zip(sorted, sorted.dropFirst()).first { $1 - $0 >= 2 * second }?.0
    }

    @Test("agrees with the definition in any order", arguments: 0..<50)
    func definition(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let step = try Self.step([(0, .step, "a"), (60, .end, nil)])
        for _ in 0..<40 {
            var time: Int64 = .random(in: 0...Self.second, using: &dice)
            let lengths: [Int64] = [
                1000, 50_000_000, 900_000_000, 1_950_000_000, 2_000_000_000 - 1, 2_000_000_000, 2_050_000_000,
            ]
            let times = (0..<Int.random(in: 0...25, using: &dice)).map { _ in
                time += (lengths.randomElement(using: &dice) ?? 0) + .random(in: 0...3, using: &dice)
                return min(time, 60 * Self.second - 1)
            }
            let expected = Self.naive(times, end: 60 * Self.second)
            for _ in 0..<10 {
                let order = times.shuffled(using: &dice)
                #expect(Self.silence(order, step) == expected, "\(order)")
            }
        }
    }

    @Test("no packet, or traffic until the end, is no silence")
    func none() throws {
        let step = try Self.step([(0, .step, "a"), (10, .end, nil)])
        #expect(Self.silence([], step) == nil)
        #expect(Self.silence([1, 2, 3, 4, 5, 6, 7, 8, 9].map { $0 * Self.second }, step) == nil)
        #expect(Self.silence([8 * Self.second], step) == 8 * Self.second)
        #expect(Self.silence([8 * Self.second + 1], step) == nil)
    }

    @Test("a silence that a pause cuts isn't seen whole")
    func pause() throws {
        let step = try Self.step([(0, .step, "a"), (5, .pause, nil), (9, .resume, nil), (20, .end, nil)])
        #expect(Self.silence([Self.second, 9 * Self.second], step) == Self.second)
        #expect(Self.silence([4 * Self.second, 9 * Self.second], step) == nil)
    }

    @Test("steps are apart, and what is of none is skipped")
    func slices() throws {
        let step = try Self.step([(0, .step, "a"), (10, .end, nil)])
        var watch = SilenceWatch(stepCount: 2)
        for (slice, time) in [(-1, 5), (0, 1), (1, 2), (2, 3), (.max, 4), (.min, 4), (0, 2)] as [(Int, Int64)] {
            watch.note(slice: slice, time * Self.second...time * Self.second)
        }
        #expect(watch.silence(slice: 0, of: step) == Timestamp(nanoseconds: 2 * Self.second))
        #expect(watch.silence(slice: 1, of: step) == Timestamp(nanoseconds: 2 * Self.second))
        #expect(watch.silence(slice: 2, of: step) == nil)
        #expect(watch.silence(slice: -1, of: step) == nil)
        #expect(SilenceWatch(stepCount: -1).silence(slice: 0, of: step) == nil)
    }

    @Test("times at the ends of the range overflow nothing")
    func extremes() throws {
        let step = try Self.step([(0, .step, "a"), (10, .end, nil)])
        for times in [[Int64.min, .max, 0], [.max, .min], [0, .max, .max - 1, 1], [.min, .min, .max, .max]] {
            _ = Self.silence(times, step)
        }
        #expect(Self.silence([Self.second, .max], step) == Self.second)
    }
}
