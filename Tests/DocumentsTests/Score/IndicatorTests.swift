import Documents
import Testing

@Suite struct IndicatorTests {
    @Test("an indicator's range is the sum of its parts")
    func sum() throws {
        let part = try #require(Estimate(low: 1, central: 2, high: 4))
        var parts = Indicator.Parts(
            terminalUse: part, terminalManufacture: part + part, network: Estimate(exactly: 0.5))
        // 1 + 2 + 0.5, 2 + 4 + 0.5, 4 + 8 + 0.5
        let indicator = Indicator(unit: "L", parts: parts, factors: ["a"])
        #expect((indicator.low, indicator.central, indicator.high) == (3.5, 6.5, 12.5))
        parts += Indicator.Parts(dataCentre: part)
        #expect(parts.sum == Estimate(low: 4.5, central: 8.5, high: 16.5))
        #expect(parts.dataCentre == part)
        #expect(Indicator.Parts().sum == .zero)
    }
}
