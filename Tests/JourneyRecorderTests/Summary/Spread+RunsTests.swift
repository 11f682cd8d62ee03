import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct SpreadRunsTests {
    private func spread(_ values: [Double], precision: Double = 0.05) -> Spread? {
        Spread(
            of: values.enumerated().map { RunValue(number: $0.offset + 1, value: $0.element) }, precision: precision)
    }

    @Test("median, deviation and variation are those of Python's statistics module", arguments: 1...12)
    func python(_ count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let values = (0..<count).map { _ in Double(Int.random(in: 1_000...2_000_000, using: &generator)) }
        let script = """
            import json, statistics as s, sys
            v = json.load(sys.stdin)
            m = s.median(v)
            d = s.median([abs(x - m) for x in v])
            print(json.dumps([m, d, s.stdev(v) / s.mean(v) if len(v) > 1 else -1, min(v), max(v)]))
            """
        let result = try run("python3", ["-c", script], input: JSONEncoder().encode(values))
        let expected = try JSONDecoder().decode([Double].self, from: result.output)
        let found = try #require(spread(values))
        #expect(found.runs == count)
        #expect(found.median == expected[0])
        #expect(found.medianAbsoluteDeviation == expected[1])
        #expect(((found.coefficientOfVariation ?? -1) - expected[2]).magnitude < 1e-12)
        #expect(found.minimum == expected[3] && found.maximum == expected[4])
    }

    @Test("no runs have no spread, one has no variation, and equal ones vary by nothing")
    func edges() throws {
        #expect(spread([]) == nil)
        let one = try #require(spread([7]))
        #expect(one.coefficientOfVariation == nil && one.runsNeeded == nil && one.outliers == nil)
        let equal = try #require(spread([7, 7, 7, 7, 7]))
        #expect(equal.coefficientOfVariation == 0 && equal.relativeHalfWidth == 0 && equal.runsNeeded == 2)
        #expect(equal.outliers == [])
        let nothing = try #require(spread([0, 0]))
        #expect(nothing.coefficientOfVariation == nil && nothing.runsNeeded == nil)
    }

    /// By hand, with the published t: 18 runs give 2.110 · 0.1 / √18 = 0.0497, 17 give 2.120 · 0.1 / √17 = 0.0514;
    /// 3 give 4.303 · 0.02 / √3 = 0.0497, 2 give 12.706 · 0.02 / √2 = 0.18; 7 give 2.447 · 0.1 / √7 = 0.0925, 6 give 0.105.
    @Test(
        "the runs needed are the fewest whose interval is narrow enough",
        arguments: [(0.1, 0.05, 18), (0.02, 0.05, 3), (0.1, 0.1, 7), (0, 0.05, 2)])
    func needed(_ variation: Double, _ precision: Double, _ runs: Int) {
        #expect(Spread.runsNeeded(variation: variation, precision: precision, confidence: 0.95) == runs)
    }

    @Test("a figure that can't settle asks for no more than the limit")
    func endless() {
        #expect(Spread.runsNeeded(variation: 1e6, precision: 0.0001, confidence: 0.95) == Spread.mostRunsNeeded)
    }

    @Test("five values of which the interval is known: 2.776 · s / √5")
    func interval() throws {
        // Mean 100; squares 4 + 1 + 0 + 1 + 4 = 10, s = √(10 / 4) = 1.5811; half-width 2.776 · 1.5811 / 2.2361 = 1.963.
        let found = try #require(spread([98, 99, 100, 101, 102]))
        #expect(((found.relativeHalfWidth ?? 0) - 0.01963).magnitude < 0.00001)
    }

    /// Median 100, distances 2 1 0 1 x: MAD 1. A distance of 5.189 has the score 0.6745 · 5.189 = 3.49998, one of 5.190 3.50066.
    @Test(
        "outliers are those of a modified z-score above 3.5, where there are five runs",
        arguments: [
            ([98, 99, 100, 101, 105.189], [Int]()), ([98, 99, 100, 101, 105.19], [5]),
            ([94.81, 99, 100, 101, 102], [1]),
            // MAD 0, mean distance d / 5: d / (1.253314 · d / 5) = 3.99.
            ([100, 100, 140, 100, 100], [3]),
            // MAD 0 again: of six, two apart have 3 / 1.253314 = 2.39.
            ([100, 100, 140, 100, 100, 140], []),
        ])
    func outliers(_ values: [Double], _ expected: [Int]) throws {
        #expect(try #require(spread(values)).outliers == expected)
    }

    @Test("of four runs none is called an outlier")
    func tooFew() throws {
        #expect(try #require(spread([100, 100, 100, 900])).outliers == nil)
    }
}
