import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct EnergySeriesChargeTests {
    private static func reading(
        _ second: Int64, _ coulombs: Double, _ volts: Double? = 4, plugged: Bool = false
    ) -> EnergySeries.BatteryReading {
        EnergySeries.BatteryReading(
            time: second * 1_000_000_000, coulombs: coulombs, volts: volts, isPlugged: plugged)
    }

    private static func joules(_ series: EnergySeries, _ from: Int64, _ to: Int64) -> Double? {
        series.joules(in: EnergySeriesTests.interval(from * 1_000_000_000, to * 1_000_000_000))
    }

    @Test("only the moments at which a gauge changes say anything")
    func changes() throws {
        // 100 from before 0 s; 96.4 from 3 s; 92.8 from 7 s, unchanged to the end.
        let gauge = [(0, 100), (1, 100), (2, 100), (3, 96.4), (4, 96.4), (7, 92.8), (8, 92.8), (9, 92.8)]
        let series = try #require(
            EnergySeries(battery: gauge.map { Self.reading(Int64($0.0), $0.1) }, volts: nil))
        #expect(series.start == Timestamp(nanoseconds: 3_000_000_000))
        #expect(series.end == Timestamp(nanoseconds: 7_000_000_000))
        let joules = try #require(Self.joules(series, 3, 7))
        #expect(abs(joules - 3.6 * 4) < 1e-12)
        #expect(Self.joules(series, 2, 7) == nil)
        #expect(Self.joules(series, 3, 8) == nil)
    }

    @Test("a steady load is found again through a coarse gauge, within one of its steps", arguments: 0..<10)
    func coarseGauge(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let amperes = Double.random(in: 0.2...1, using: &dice)
        let quantum = 3.6
        let gauge = (0..<400).map { second in
            let left = 5000 - amperes * Double(second)
            return Self.reading(Int64(second), (left / quantum).rounded(.up) * quantum)
        }
        let series = try #require(EnergySeries(battery: gauge, volts: nil))
        for _ in 0..<50 {
            let from = Int64.random(in: 30...100, using: &dice)
            let to = Int64.random(in: from...350, using: &dice)
            let joules = try #require(Self.joules(series, from, to))
            #expect(abs(joules - amperes * 4 * Double(to - from)) <= quantum * 4 + 1e-9)
        }
    }

    @Test("charging, and a plug, leave gaps")
    func charging() throws {
        let rising = [(0, 100.0), (1, 96), (2, 92), (3, 96), (4, 92), (5, 88)].map { Self.reading(Int64($0.0), $0.1) }
        let series = try #require(EnergySeries(battery: rising, volts: nil))
        #expect(Self.joules(series, 1, 2) == 16)
        #expect(Self.joules(series, 2, 3) == nil)
        #expect(Self.joules(series, 4, 5) == 16)
        let plugged = [
            Self.reading(0, 100), Self.reading(1, 96), Self.reading(2, 92), Self.reading(3, 92, plugged: true),
            Self.reading(4, 88), Self.reading(5, 84), Self.reading(6, 80),
        ]
        let other = try #require(EnergySeries(battery: plugged, volts: nil))
        #expect(Self.joules(other, 1, 2) == 16)
        #expect(Self.joules(other, 2, 5) == nil)
        #expect(Self.joules(other, 5, 6) == 16)
    }

    @Test("the voltage is that of the readings, else the one given, and never assumed")
    func voltage() throws {
        let mixed = [Self.reading(0, 10), Self.reading(1, 9, 4.2), Self.reading(2, 8, 3.8)]
        let series = try #require(EnergySeries(battery: mixed, volts: 100))
        #expect(Self.joules(series, 1, 2) == 4)
        let bare = [Self.reading(0, 10, nil), Self.reading(1, 9, nil), Self.reading(2, 8, nil)]
        #expect(EnergySeries(battery: bare, volts: nil) == nil)
        #expect(Self.joules(try #require(EnergySeries(battery: bare, volts: 3.7)), 1, 2) == 3.7)
    }
}
