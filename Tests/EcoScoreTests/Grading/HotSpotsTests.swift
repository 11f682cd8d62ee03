import Documents
import Testing

struct HotSpotsTests {
    @Test("a step above twice the mean share is hot, with the hosts that carry its data")
    func hot() throws {
        // Shares of 3/4, 1/12, 1/12, 1/12; the limit is 2/4.
        let hosts: [HostTraffic] = [
            .host("video.example", .third, bytes: 7_000_000), .host("api.example", bytes: 1_500_000),
            .host("tiny.example", bytes: 500_000), .host("os.example", .background, bytes: 900_000),
        ]
        let score = try JourneyScore.of(
            [.walked("voir", hosts: hosts)] + ["a", "b", "c"].map { .walked($0, bytes: 1_000_000) })
        let data = score.hotSpots.filter { $0.measure == .data }
        #expect(data.map(\.step) == ["voir"])
        #expect(try isClose(#require(data.first).share, 0.75))
        // 7 of 9 MB are less than four fifths, so that the next host is named, too.
        #expect(data.first?.hosts.map(\.name) == ["video.example", "api.example"])
        #expect(try isClose(#require(data.first?.hosts.first).share, 7.0 / 9))
        #expect(score.hotSpots.filter { $0.measure != .data }.allSatisfy { $0.hosts.isEmpty })
    }

    @Test("where no step stands out, the heaviest is named; the first of equals")
    func top() throws {
        let score = try JourneyScore.of([.walked("a"), .walked("b"), .walked("c")])
        #expect(score.hotSpots.map(\.step) == ["a", "a", "a", "a"])
        #expect(score.hotSpots.map(\.measure) == [.data, .ghg, .water, .land])
    }

    @Test("energy is ranked only where every step was measured", arguments: [(20.0, ["b"]), (nil, [])])
    func energy(_ joules: Double?, _ expected: [String]) throws {
        let score = try JourneyScore.of([.walked("a", joules: joules), .walked("b", joules: 60)])
        #expect(score.hotSpots.filter { $0.measure == .energy }.map(\.step) == expected)
    }

    @Test("a journey without data has no hot spot in data")
    func nothing() throws {
        let score = try JourneyScore.of([.walked("a", bytes: 0)])
        #expect(!score.hotSpots.contains { $0.measure == .data })
    }
}
