import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

/// EcoIndex as a second implementation, for tests only: its tables come with the reference folder, because their licence
/// (CC BY-NC-ND 3.0) doesn't let them be shipped, and no journey's traffic shows the elements of a page that it needs.
///
/// cnumr/ecoindex_python_fullstack@44ec88f7, components/ecoindex/compute/ecoindex.py and components/ecoindex/data.
private struct EcoIndex {
    let tables: [String: [Double]]
    let weights: [String: Double]
    /// What each table is weighed by.
    private static let weighed = ["dom": "dom", "requests": "requests", "size_kb": "size"]

    init(_ oracle: ModelOracle) throws {
        tables = try #require(oracle.root["quantiles"] as? [String: [Double]])
        weights = try #require(oracle.root["weights"] as? [String: Double])
    }

    /// The place of a value among the quantiles, with the linear part inside its interval; 20 from the last bound on.
    func quantile(_ table: String, _ value: Double) throws -> Double {
        let bounds = try #require(tables[table])
        guard let upper = bounds.firstIndex(where: { value < $0 }) else { return Double(bounds.count - 1) }
        let lower = upper - 1
        return Double(lower) + (value - bounds[lower]) / (bounds[upper] - bounds[lower])
    }

    /// 0 to 100, not rounded.
    func score(_ page: [String: Any]) throws -> Double {
        var (sum, all) = (0.0, 0.0)
        for (table, name) in Self.weighed {
            let weight = try #require(weights[name])
            sum += weight * (try quantile(table, page.number(table)))
            all += weight
        }
        return 100 - 5 * sum / all
    }

    static func rounded(_ score: Double) -> Double { score.rounded(.toNearestOrEven) }
    static func grams(_ score: Double) -> Double { 2 + 2 * (50 - score) / 100 }
    static func centilitres(_ score: Double) -> Double { 3 + 3 * (50 - score) / 100 }
}

@Suite struct EcoIndexOracle {
    @Test("every vector of the oracle comes out, with the letters of our own scale of grades", .reference)
    func oracle() throws {
        let oracle = try ModelOracle("ecoindex")
        let index = try EcoIndex(oracle)
        let grades = ScoreProfile.tested.grades
        for vector in try oracle.vectors("upstream_test_vectors", "quantile") {
            let table = try #require(vector["table"] as? String)
            #expect(agrees(try index.quantile(table, vector.number("value")), try vector.number("q")), "\(vector)")
        }
        for vector in try oracle.vectors("upstream_test_vectors", "score") {
            #expect(EcoIndex.rounded(try index.score(vector)) == (try vector.number("score")), "\(vector)")
        }
        for vector in try oracle.vectors("upstream_test_vectors", "grade") {
            #expect(grades.grade(try vector.number("score")).rawValue == vector["grade"] as? String, "\(vector)")
        }
        for vector in try oracle.vectors("upstream_test_vectors", "gco2e") {
            #expect(agrees(EcoIndex.grams(try vector.number("score")), try vector.number("value")), "\(vector)")
        }
        for vector in try oracle.vectors("upstream_test_vectors", "water_cl") {
            #expect(agrees(EcoIndex.centilitres(try vector.number("score")), try vector.number("value")), "\(vector)")
        }
        for vector in try oracle.vectors("upstream_test_vectors", "full")
            + oracle.vectors("extra_vectors_recomputed_here")
        {
            let score = try index.score(vector)
            if vector["score_unrounded"] != nil { #expect(agrees(score, try vector.number("score_unrounded"))) }
            let rounded = EcoIndex.rounded(score)
            #expect(rounded == (try vector.number("score")), "\(vector)")
            #expect(grades.grade(rounded).rawValue == vector["grade"] as? String, "\(vector)")
            #expect(agrees(EcoIndex.grams(rounded), try vector.number("gco2e")), "\(vector)")
            #expect(agrees(EcoIndex.centilitres(rounded), try vector.number("water_cl")), "\(vector)")
        }
        #expect(oracle.checked == oracle.count)
        #expect(oracle.count >= 33)
    }

    @Test("none of its tables is in the product", .reference)
    func notShipped() throws {
        let tables = try EcoIndex(try ModelOracle("ecoindex")).tables
        // Figures that stand nowhere else: those with a fraction.
        let figures = try #require(tables["size_kb"]).filter { $0 != $0.rounded() }.map { "\($0)" }
        #expect(figures.count > 15)
        let sources = Repository.root.appending(path: "Sources/EcoScore")
        let paths = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        for path in paths where path.hasSuffix(".swift") || path.hasSuffix(".json") {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            let found = figures.count { text.contains($0) }
            #expect(found < 5, "\(path)")
        }
    }
}
