import Documents
import Testing

@testable import Report

@Suite struct MetricTextTests {
    @Test(
        "figures have the unit that people read them in",
        arguments: [
            ("bytes", 1_240_311.0, "1.24\u{A0}MB"), ("hosts", 4, "4"), ("hosts", 4.5, "4.5"),
            ("hosts", 4.33333, "4.33"), ("hosts", 12_345, "12,345"),
            ("duration", 11.84, "11.8\u{A0}s"),
            ("energy", 0.5, "0.5\u{A0}J"), ("ghg", 0.4512, "0.451\u{A0}g\u{A0}CO₂e"), ("water", 0.0025, "2.5\u{A0}mL"),
            ("land", 0.00002, "0.2\u{A0}cm²·year"), ("score", 72.46, "72.5"), ("grade", 6, "B"), ("grade", 9, "–"),
        ])
    func figures(_ row: (key: String, value: Double, text: String)) throws {
        let metric = try #require(Metric(rawValue: row.key))
        #expect(MetricText(language: .en).short(row.value, metric) == row.text)
    }

    @Test("a difference has its sign and its part of the base; the score's has points alone")
    func difference() {
        let text = MetricText(language: .en)
        #expect(text.difference(CheckSample.change(Metric(.hosts), .worse)) == "+1,050 (+100%)")
        #expect(text.difference(CheckSample.change(Metric(.score), .worse)) == "+1,050")
        var none = CheckSample.change(Metric(.hosts), .onlyNew)
        none.difference = nil
        #expect(text.difference(none) == "–")
    }

    @Test("probabilities are written to two digits, never as nothing")
    func probability() {
        #expect(MetricText(language: .en).probability(0.0231) == "0.023")
        #expect(MetricText(language: .fr).probability(0.000_04) == "<0,001")
    }

    @Test(
        "hostile figures are written without a trap",
        arguments: [Double.greatestFiniteMagnitude, -1e300, Double.leastNonzeroMagnitude, .nan, .infinity])
    func hostile(_ value: Double) {
        for key in ["bytes", "hosts", "duration", "ghg", "land", "score", "grade"] {
            guard let metric = Metric(rawValue: key) else { continue }
            _ = MetricText(language: .fr).short(value, metric)
            _ = MetricText(language: .fr).apart(value, 1, metric)
        }
    }
}
