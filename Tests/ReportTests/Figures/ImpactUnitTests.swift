import Testing

@testable import Report

@Suite("units of impacts")
struct ImpactUnitTests {
    @Test(
        "the unit suits the total: 1 kg = 10³ g, 1 L = 10³ mL, 1 m² = 10⁴ cm²",
        arguments: [
            ("kgCO2e", 2.0, 0, "kg\u{A0}CO₂e"), ("kgCO2e", 0.00045, 3, "g\u{A0}CO₂e"),
            ("kgCO2e", 0.000_001, 6, "mg\u{A0}CO₂e"), ("kgCO2e", 0, 3, "g\u{A0}CO₂e"), ("L", 1.0, 0, "L"),
            ("L", 0.0498, 3, "mL"), ("m2.year", 0.1, 0, "m²·year"), ("m2.year", 0.000115, 4, "cm²·year"),
            ("kBq U235", 0.3, 0, "kBq U235"),
        ])
    func choice(_ unit: String, _ central: Double, _ power: Int, _ symbol: String) {
        let chosen = ImpactUnit(of: unit, central: central, words: EnglishWords())
        #expect(chosen.power == power)
        #expect(chosen.symbol == symbol)
    }

    @Test("a year is un an in French")
    func french() {
        #expect(ImpactUnit(of: "m2.year", central: 1, words: FrenchWords()).symbol == "m²·an")
    }
}
