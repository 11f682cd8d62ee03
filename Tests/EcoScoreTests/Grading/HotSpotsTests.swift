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
        // 7 and 1.5 of 9 MB; 0.5 MB of the publisher's are too light to be named one by one, not to be added up.
        #expect(data.first?.parties?.map(\.key) == ["third", "first"])
        #expect(try isClose(#require(data.first?.parties?.last).share, 2.0 / 9))
        #expect(data.first?.purposes == [HotSpot.GroupShare(key: "unknown", share: 1)])
        #expect(data.first?.part == nil && data.first?.duration == nil)
    }

    @Test("where data makes a step's gas, its hosts are named; where the terminal does, its time")
    func reasons() throws {
        // 100 MB by 0.0198 + 0.0084 kgCO2e/GB are 2.8 g; the terminal's 30 s are a small part of that, 30 min are not.
        let heavy = HostTraffic.host("video.example", .third, bytes: 100_000_000, purpose: .video)
        let byData = try JourneyScore.of([.walked("a", hosts: [heavy]), .walked("b"), .walked("c")])
        let gas = try #require(byData.hotSpots.first { $0.measure == .ghg })
        #expect(gas.step == "a" && gas.part?.key == .network)
        #expect(gas.hosts.map(\.name) == ["video.example"])
        #expect(gas.purposes == [HotSpot.GroupShare(key: "video", share: 1)])

        let byTime = try JourneyScore.of([.walked("a", seconds: 1800), .walked("b", seconds: 600)])
        let spots = byTime.hotSpots.filter { $0.step == "a" && $0.measure != .data }
        #expect(spots.map(\.measure) == [.ghg, .water, .land])
        for spot in spots {
            #expect(spot.hosts.isEmpty && spot.parties == nil && spot.purposes == nil)
            #expect(spot.duration == HotSpot.Duration(seconds: 1800, share: 0.75))
        }
        // The part that dominates, told from the score's own parts by sorting them.
        for spot in spots {
            let indicators = try #require(byTime.steps.first { $0.id == spot.step }).indicators
            let indicator =
                spot.measure == .ghg ? indicators.ghg : spot.measure == .water ? indicators.water : indicators.land
            let parts = [
                ("terminalUse", indicator.parts.terminalUse),
                ("terminalManufacture", indicator.parts.terminalManufacture),
                ("network", indicator.parts.network), ("dataCentre", indicator.parts.dataCentre),
            ].sorted { $0.1.central > $1.1.central }
            #expect(spot.part?.key.rawValue == parts[0].0)
            #expect(try isClose(#require(spot.part).share, parts[0].1.central / indicator.central))
        }
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
