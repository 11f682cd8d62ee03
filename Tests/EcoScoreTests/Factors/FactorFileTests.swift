import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

@Suite struct FactorFileTests {
    private static func file(_ json: String, lines: [String: Int] = [:]) -> FactorFile {
        FactorFile(json: Data(json.utf8), name: "mine.yaml", sha256: .repeating("a"), lines: lines)
    }

    @Test("all that is wrong is said at once, each with its entry, key and line")
    func everything() {
        let json = #"""
            {
              "schema": "ecoproxy.factors/1", "id": 7, "version": "1", "date": "25 November", "base": "fr-2026.1",
              "colour": "green",
              "factors": [
                {"id": "dc.wue", "unit": "L/kWh", "low": 0, "central": "much", "high": -1, "covers": "Cooling.",
                 "confidence": "sure", "confidenceNote": "Read.", "date": "2026-13-01",
                 "sources": [{"title": "A", "commit": "abc", "repository": "a/b"},
                             {"title": "B", "addresses": ["ftp://b.example"]}]},
                {"id": "dc.wue", "unit": "L/kWh", "low": 2, "central": 1, "high": 3, "covers": "Cooling.",
                 "confidence": "read", "confidenceNote": "Read.", "date": "2026-11-25",
                 "sources": [{"title": "C", "addresses": ["https://c.example"]}]}
              ]
            }
            """#
        let lines = ["factors.0": 8, "factors.0.central": 11, "factors.1": 20, "factors.1.central": 23, "date": 4]
        let found = Self.file(json, lines: lines).faults.map { "\($0.line ?? 0) \($0.entry ?? "-") \($0.key ?? "-")" }
        #expect(
            found == [
                "0 - colour", "0 - id", "4 - date", "11 dc.wue central", "8 dc.wue high", "8 dc.wue confidence",
                "8 dc.wue date", "0 dc.wue commit", "0 dc.wue addresses", "23 dc.wue central", "20 dc.wue id",
            ])
    }

    @Test("an error reads as a sentence with its place")
    func sentence() {
        let error = FactorError(file: "mine.yaml", line: 12, entry: "dc.wue", key: "sources", .missingKey)
        #expect(error.description == "mine.yaml:12: \"dc.wue\": key sources: this key is missing; add it")
    }

    @Test("a text may be given in the program's languages, both of them")
    func languages() throws {
        let set = FactorSet.tested
        let covers = try #require(set["dc.wue"]?.covers)
        #expect(covers["en"].hasPrefix("Per kWh of data centre electricity"))
        #expect(covers["fr"].hasPrefix("Eau de refroidissement"))
        let file = try FactorMergeTests.file { $0["covers"] = ["fr": "Rien"] }
        #expect(
            file.faults == [FactorError(file: "mine.json", entry: "dc.wue", key: "en", .missingKey)])
    }

    @Test("control characters, which terminals obey, are refused")
    func controls() throws {
        let file = try FactorMergeTests.file { $0["covers"] = "Cooling\u{1B}[2J" }
        #expect(file.faults.map(\.key) == ["covers"])
    }

    @Test("what has no electricity and no base to take it from is incomplete")
    func electricity() {
        let json = #"{"schema": "ecoproxy.factors/1", "id": "a", "version": "1", "date": "2026-11-25", "factors": []}"#
        #expect(Self.file(json).faults == [FactorError(file: "mine.yaml", key: "electricity", .missingKey)])
    }
}
