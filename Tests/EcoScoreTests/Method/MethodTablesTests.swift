import Testing

@testable import EcoScore

@Suite struct MethodTablesTests {
    private static func tables(_ language: String) throws -> [String] {
        try MethodTables(sets: [.tested], comparisons: .bundled()).markdown(language: language)
            .split(separator: "\n").map(String.init)
    }

    @Test("each factor has a row with its figures and a link to each source", arguments: ["en", "fr"])
    func rows(_ language: String) throws {
        let lines = try Self.tables(language)
        for factor in FactorSet.tested.factors {
            let row = try #require(lines.first { $0.hasPrefix("| `\(factor.id)` |") })
            #expect(row.split(separator: "|").count == 7, "\(row)")
            #expect(row.matches(of: /\]\(https?:\/\/[^ )]+\)/).count == factor.sources.count, "\(row)")
        }
        let comparisons = try EverydayComparisons.bundled()
        #expect(
            lines.filter { $0.hasPrefix("| ") }.count == 2 * 2 + FactorSet.tested.factors.count
                + comparisons.things.count)
    }

    @Test("figures are written as the language writes them")
    func figures() throws {
        #expect(try Self.tables("en").contains { $0.contains("| 0.0213 | 0.04418 | 0.098 | read |") })
        #expect(try Self.tables("fr").contains { $0.contains("| 0,0213 | 0,04418 | 0,098 | lu |") })
    }
}
