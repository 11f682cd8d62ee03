import Documents
import Testing

@testable import JourneyRecorder

@Suite struct EnergySeriesReadingsTests {
    private static func readings(_ values: [(Int64, Double)]) -> [EnergySeries.Reading] {
        values.map { EnergySeries.Reading(time: $0.0 * 1_000_000_000, value: $0.1) }
    }

    private static func joules(_ series: EnergySeries, _ from: Double, _ to: Double) -> Double? {
        series.joules(in: EnergySeriesTests.interval(Int64(from * 1e9), Int64(to * 1e9)))
    }

    @Test("power is joined by straight lines, and its ends hold for one reading more")
    func trapezoid() throws {
        let series = try #require(EnergySeries(power: Self.readings([(10, 2), (11, 4), (12, 4)]), scope: .device))
        #expect(series.periodNanoseconds == 1_000_000_000)
        #expect(Self.joules(series, 10, 11) == 3)
        #expect(Self.joules(series, 10, 12) == 7)
        #expect(Self.joules(series, 10.5, 11) == 1.75)  // half a second from 3 W to 4 W
        #expect(Self.joules(series, 9, 10) == 2)
        #expect(Self.joules(series, 12, 13) == 4)
        #expect(Self.joules(series, 8.9, 10) == nil)
        #expect(Self.joules(series, 12, 13.1) == nil)
    }

    @Test("an instrument that stood still for more than three readings leaves a gap")
    func gap() throws {
        let bridged = Self.readings([(10, 1), (11, 1), (12, 1), (15, 1), (16, 1)])
        #expect(Self.joules(try #require(EnergySeries(power: bridged, scope: .device)), 10, 16) == 6)
        let torn = Self.readings([(10, 1), (11, 1), (12, 1), (16, 1), (17, 1)])
        let series = try #require(EnergySeries(power: torn, scope: .device))
        #expect(Self.joules(series, 10, 12) == 2)
        #expect(Self.joules(series, 12, 16) == nil)
        #expect(Self.joules(series, 10, 17) == nil)
        #expect(Self.joules(series, 16, 17) == 1)
    }

    @Test("counters of different times are summed where all are known")
    func counters() throws {
        let one = Self.readings([(10, 0), (12, 4), (14, 4)])
        let other = Self.readings([(11, 100), (13, 106)])
        let series = try #require(EnergySeries(counters: [one, other], scope: .rails))
        // One: 2 W until 12, then 0 W. The other: 3 W from 11 to 13.
        #expect(Self.joules(series, 11, 12) == 5)
        #expect(Self.joules(series, 12, 13) == 3)
        #expect(Self.joules(series, 11, 13) == 8)
        #expect(Self.joules(series, 10, 12) == nil)
        #expect(Self.joules(series, 12, 14) == nil)
        #expect(series.periodNanoseconds == 2_000_000_000)
    }

    @Test("one reading, or none, is no series")
    func tooFew() {
        #expect(EnergySeries(power: Self.readings([(1, 1)]), scope: .device) == nil)
        #expect(EnergySeries(counters: [Self.readings([(1, 1)])], scope: .device) == nil)
        #expect(EnergySeries(counters: [Self.readings([(1, 1), (2, 2)]), []], scope: .device) == nil)
        #expect(EnergySeries(counters: [], scope: .device) == nil)
        #expect(EnergySeries(intervals: [], scope: .device) == nil)
    }
}
