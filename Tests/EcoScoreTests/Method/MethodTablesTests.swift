import Documents
import Foundation
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
        for thing in try EverydayComparisons.bundled().things {
            #expect(lines.contains { $0.hasPrefix("| \(thing.text[language]) |") }, "\(thing.id)")
        }
    }

    @Test("of a set over another, what differs is listed")
    func difference() throws {
        let second = try #require(try FactorSet.bundled("fr-2026.2", hashedBy: lengthHash))
        let text = try MethodTables(sets: [.tested, second], comparisons: .bundled()).markdown(language: "en")
        let part = try #require(text.components(separatedBy: "### ").first { $0.hasPrefix("Factors `fr-2026.2`") })
        #expect(part.contains("the others as in `fr-2026.1`"))
        #expect(part.matches(of: /\n\| `/).count == 2)
    }

    @Test("figures are written as the language writes them")
    func figures() throws {
        #expect(try Self.tables("en").contains { $0.contains("| 0.0213 | 0.04418 | 0.098 | read |") })
        #expect(try Self.tables("fr").contains { $0.contains("| 0,0213 | 0,04418 | 0,098 | lu |") })
    }

    @Test("the profile's curves, weights and grades are those of its file", arguments: ["en", "fr"])
    func profile(_ language: String) throws {
        let lines = try Self.tables(language)
        let comma = language == "fr" ? "," : "."
        for row in [
            "| `data` | bytes | 1000000 | 2000000 |", "| `time.mobile` | s | 2\(comma)5 | 4 |",
            "| `energy` | ratio | 1\(comma)2 | 2 |",
        ] { #expect(lines.contains(row), "\(row)") }
        #expect(lines.contains { $0.hasSuffix("| A > 80, B > 70, C > 55, D > 40, E > 25, F > 10 |") })
    }
}
