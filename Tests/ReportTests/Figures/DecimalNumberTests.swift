import Testing

@testable import Report

@Suite("decimal numbers")
struct DecimalNumberTests {
    @Test(
        "a figure keeps two significant digits, halves away from zero, as the digits that a reader sees say",
        arguments: [
            (0.00045, 3, "0.45"), (1.15, 0, "1.2"), (0.000115, 4, "1.2"), (2.5, 0, "2.5"), (0.125, 0, "0.13"),
            (-0.125, 0, "-0.13"), (9.96, 0, "10"), (0.0999, 0, "0.10"), (0.0994, 0, "0.099"), (123.4, 0, "120"),
            (1e22, 0, "10000000000000000000000"), (1e-300, 300, "1.0"), (0.04, 0, "0.040"), (49.8, 0, "50"),
        ])
    func significantDigits(_ value: Double, _ shift: Int, _ expected: String) throws {
        let rounded = try #require(DecimalNumber(value)).shifted(by: shift).rounded(toSignificant: 2)
        #expect(text(rounded, places: max(0, 2 - rounded.exponent)) == expected)
    }

    @Test(
        "a score is rounded to the nearest integer, halves away from zero",
        arguments: [
            (69.5, "70"), (69.49999, "69"), (0.5, "1"), (0.49, "0"), (99.5, "100"), (46.666666666666664, "47"),
            (0.0, "0"), (-0.4, "0"), (-0.5, "-1"), (2.5, "3"), (1.005, "1"),
        ])
    func places(_ value: Double, _ expected: String) throws {
        #expect(text(try #require(DecimalNumber(value)).rounded(toPlaces: 0), places: 0) == expected)
    }

    @Test("what is not finite is no number", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ value: Double) {
        #expect(DecimalNumber(value) == nil)
    }

    @Test("the smallest and greatest integers keep their digits")
    func extremes() {
        #expect(text(DecimalNumber(Int.max), places: 0) == "9223372036854775807")
        #expect(text(DecimalNumber(Int.min), places: 0) == "-9223372036854775808")
    }

    private func text(_ number: DecimalNumber, places: Int) -> String {
        (number.isNegative ? "-" : "") + number.integerPart
            + (places > 0 ? "." + number.fractionPart(places: places) : "")
    }
}
