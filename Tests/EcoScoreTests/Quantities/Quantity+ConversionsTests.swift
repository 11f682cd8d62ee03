import Documents
import Testing

@testable import EcoScore

@Suite struct QuantityConversionsTests {
    @Test("1 GB is 10^9 bytes, an hour 3600 s, a kWh 3.6 MJ")
    func conversions() {
        #expect(Quantity<Gigabyte>(bytes: 2_500_000_000).estimate == Estimate(exactly: 2.5))
        #expect(Quantity<Hour>(seconds: 5400).estimate == Estimate(exactly: 1.5))
        #expect(Quantity<KilowattHour>(joules: 1_800_000).estimate == Estimate(exactly: 0.5))
    }

    @Test("a power of 1 to 3 kW for half an hour is 0.5 to 1.5 kWh")
    func energy() throws {
        let power = Quantity<Watt>(try #require(Estimate(low: 1000, central: 2000, high: 3000)))
        let energy = Quantity<KilowattHour>(of: power, seconds: 1800)
        #expect(energy.estimate == Estimate(low: 0.5, central: 1, high: 1.5))
    }
}
