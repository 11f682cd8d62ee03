import Documents
import TestSupport
import Testing

@testable import EcoScore

/// What the compiler refuses can't stand in a test: `kWh + L`, `kWh * L/GB`, `h / W` have no meaning and no operator.
@Suite struct QuantityTests {
    private static func range<Unit>(
        _ low: Double, _ central: Double, _ high: Double
    ) throws -> Quantity<Unit> {
        Quantity(try #require(Estimate(low: low, central: central, high: high)))
    }

    @Test("a sum goes end by end")
    func sum() throws {
        let sum: Quantity<Litre> = try Self.range(1, 2, 4) + Self.range(10, 20, 30)
        #expect(sum.estimate == Estimate(low: 11, central: 22, high: 34))
    }

    @Test("an amount times what each of it costs is a cost")
    func product() throws {
        let energy: Quantity<KilowattHour> = try Self.range(1, 2, 3)
        let each: Quantity<Per<KilogramCO2e, KilowattHour>> = try Self.range(0.5, 1, 2)
        // The type is the test: it would not compile with another unit.
        let gas: Quantity<KilogramCO2e> = energy * each
        #expect(gas.estimate == Estimate(low: 0.5, central: 2, high: 6))
    }

    @Test("a share is least where the whole is greatest")
    func quotient() throws {
        let time: Quantity<Hour> = try Self.range(1, 2, 3)
        let life: Quantity<Hour> = try Self.range(10, 20, 40)
        let share: Quantity<One> = time / life
        #expect(share.estimate == Estimate(low: 1.0 / 40, central: 2.0 / 20, high: 3.0 / 10))
    }

    @Test("low ≤ central ≤ high, whatever is computed", arguments: 0..<200)
    func order(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func any<Unit>() throws -> Quantity<Unit> {
            let figures = (0..<3).map { _ in Double.random(in: 1e-6...1e6, using: &generator) }.sorted()
            return try Self.range(figures[0], figures[1], figures[2])
        }
        let (data, other): (Quantity<Gigabyte>, Quantity<Gigabyte>) = (try any(), try any())
        let rate: Quantity<Per<Litre, Gigabyte>> = try any()
        let perUnit: Quantity<Per<Litre, One>> = try any()
        let water = (data + other) * rate + (data / other) * perUnit
        #expect(water.estimate.low <= water.estimate.central)
        #expect(water.estimate.central <= water.estimate.high)
        #expect(water.estimate.high.isFinite)
    }

    @Test("a unit that is per another says so")
    func symbols() {
        #expect(Per<SquareMetreYear, KilowattHour>.symbol == "m2.year/kWh")
        #expect(Per<Per<Litre, Hour>, One>.symbol == "L/h/unit")
    }
}
