import Documents
import Foundation
import Testing

@Suite struct EstimateTests {
    @Test(
        "figures out of order, or not finite, make no range",
        arguments: [
            (2, 1, 3), (1, 3, 2), (3, 2, 1), (.nan, 1, 2), (1, .nan, 2), (1, 2, .nan), (-.infinity, 0, 1),
            (0, 1, .infinity),
        ] as [(Double, Double, Double)])
    func refused(_ low: Double, _ central: Double, _ high: Double) {
        #expect(Estimate(low: low, central: central, high: high) == nil)
    }

    @Test("a range adds end by end")
    func sum() throws {
        // 0.25 + 1 = 1.25, 0.5 + 2 = 2.5, 1 + 4 = 5: exact in binary
        var total = try #require(Estimate(low: 0.25, central: 0.5, high: 1))
        let other = try #require(Estimate(low: 1, central: 2, high: 4))
        let expected = try #require(Estimate(low: 1.25, central: 2.5, high: 5))
        #expect(total + other == expected)
        #expect(total + .zero == total)
        total += other
        #expect(total == expected)
        #expect(Estimate(exactly: 3) == Estimate(low: 3, central: 3, high: 3))
    }

    @Test("its JSON is three figures, and out of order they are refused with their values")
    func json() throws {
        let range = try #require(Estimate(low: 0.5, central: 1, high: 1.5))
        let text = "{\n  \"central\" : 1,\n  \"high\" : 1.5,\n  \"low\" : 0.5\n}\n"
        #expect(String(decoding: try CanonicalJSON.encode(range), as: UTF8.self) == text)
        #expect(try CanonicalJSON.decode(Estimate.self, from: Data(text.utf8)) == range)
        let error = #expect(throws: DocumentError.self) {
            try CanonicalJSON.decode(Estimate.self, from: Data(#"{"low": 2, "central": 1, "high": 3}"#.utf8))
        }
        #expect(error?.path == "central")
        #expect(error?.reason.contains("low 2.0, central 1.0, high 3.0") == true)
    }
}
