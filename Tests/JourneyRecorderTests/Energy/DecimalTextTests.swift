import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct DecimalTextTests {
    @Test(
        "numbers with point, comma or exponent",
        arguments: [("1", 1), ("-1.5", -1.5), ("3,87", 3.87), ("+.5", 0.5), ("1e3", 1000), ("1,5E-3", 0.0015)])
    func numbers(_ text: String, _ value: Double) {
        #expect(DecimalText.number(text) == value)
    }

    @Test(
        "what is no number, or none of a device",
        arguments: [
            "", "-", ".", ",", "e", "nan", "inf", "0x10", "1 000", "1.2.3", "1,234.5", "1e400", "1e20", "12V", "１",
        ])
    func noNumbers(_ text: String) {
        #expect(DecimalText.number(text) == nil)
    }

    @Test("nanoseconds are exact to the last digit")
    func nanoseconds() {
        #expect(DecimalText.nanoseconds("1772442000.123456789", unit: 1_000_000_000) == 1_772_442_000_123_456_789)
        #expect(DecimalText.nanoseconds("1772442000,2", unit: 1_000_000_000) == 1_772_442_000_200_000_000)
        #expect(DecimalText.nanoseconds("1002.90", unit: 1_000_000) == 1_002_900_000)
        #expect(DecimalText.nanoseconds("-1.5", unit: 1000) == -1500)
        #expect(DecimalText.nanoseconds("7.9", unit: 1) == 7)
        #expect(DecimalText.nanoseconds("1.5e3", unit: 1000) == 1_500_000)
        #expect(DecimalText.nanoseconds("1e18", unit: 1_000_000_000) == nil)
        #expect(DecimalText.nanoseconds("9223372036854775807", unit: 1000) == nil)
        #expect(DecimalText.nanoseconds("x", unit: 1) == nil)
    }

    @Test("agrees with integers written out", arguments: 0..<5)
    func roundTrip(_ seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let value = Int64.random(in: 0...4_000_000_000_000_000_000, using: &dice)
            let fraction = String(value % 1_000_000_000)
            let text = "\(value / 1_000_000_000).\(String(repeating: "0", count: 9 - fraction.count))\(fraction)"
            #expect(DecimalText.nanoseconds(text, unit: 1_000_000_000) == value)
        }
    }
}
