import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct LogNormalCurveTests {
    /// Lighthouse's own tests (shared/test/statistics-test.js): score and decimals; `nil` is exact.
    @Test(
        "Lighthouse's vectors come out",
        arguments: [
            (7300.0, 3785.0, 7300.0, 0.5, nil), (7300, 3785, 3785, 0.9, nil), (7300, 3785, 0, 1, nil),
            (7300, 3785, 1000, 1.00, 2), (7300, 3785, 2500, 0.98, 2), (7300, 3785, 5000, 0.77, 2),
            (7300, 3785, 7500, 0.48, 2), (7300, 3785, 10_000, 0.27, 2), (7300, 3785, 30_000, 0, 2),
            (7300, 3785, 1_000_000, 0, nil), (1000, 500, -100_000, 1, nil), (1000, 500, -1, 1, nil),
            (1000, 500, 0, 1, nil),
        ] as [(Double, Double, Double, Double, Int?)])
    func lighthouse(_ median: Double, _ p10: Double, _ value: Double, _ score: Double, _ decimals: Int?) {
        let found = LogNormalCurve(p10: p10, median: median).points(value) / 100
        #expect(abs(found - score) <= (decimals == nil ? 1e-15 : 0.005))
    }

    @Test("every vector of the oracle comes out", .reference)
    func oracle() throws {
        let oracle = try ModelOracle("lighthouse_lognormal")
        func found(_ vector: [String: Any]) throws -> Double {
            LogNormalCurve(p10: try vector.number("p10"), median: try vector.number("median"))
                .points(try vector.number("value")) / 100
        }
        for vector in try oracle.vectors("upstream_test_vectors") {
            // Two decimals, or exact: then the same double, but for its last bits.
            let tolerance = vector["decimals"] as? String == "exact" ? 1e-15 : 0.005
            #expect(abs(try found(vector) - vector.number("score")) <= tolerance, "\(vector)")
        }
        for vector in try oracle.vectors("extra_vectors_recomputed_here") {
            // Lighthouse's error function is Abramowitz and Stegun's 7.1.26, off by 1.5e-7 at most; half of it counts.
            #expect(abs(try found(vector) - vector.number("score")) <= 7.5e-8, "\(vector)")
        }
        #expect(oracle.checked == oracle.count)
        #expect(oracle.count >= 41)
    }

    @Test("more is never better")
    func falls() {
        let curve = LogNormalCurve(p10: 1e6, median: 2e6)
        var last = 101.0
        for value in stride(from: 0.0, through: 2e7, by: 9973) {
            let points = curve.points(value)
            #expect(points <= last && (0...100).contains(points))
            last = points
        }
    }
}
