import Documents
import Foundation
import TestSupport
import Testing

@testable import Report

@Suite("A catalogue as a table")
struct CatalogueCSVTests {
    private static let score = ScoreSummary(
        sha256: Sample.hash, attached: .nine, value: 72.5, grade: nil, partial: true,
        interval: .init(low: 24, high: 91), gradeRange: .init(best: .A, worst: .F),
        ghgKilograms: Estimate(low: 1e-5, central: 2.5e-5, high: 0.1) ?? .zero, waterLitres: .zero,
        landSquareMetreYears: nil, factorSet: .init(id: "fr-2026.1", version: "1.0.0"), replacedFactors: 2,
        profile: .init(id: "sante", version: "1.0.0"))

    private static let sheet = ApplicationSheet(
        application: Application(
            id: "-a", title: "=HYPERLINK(\"x\"),\nsuite", publisher: "+33", platform: .ios,
            category: "Santé; bien-être",
            identifiers: ["play": "b", "app-store": "1"], url: nil, created: .nine),
        versions: [
            .init(
                version: "@2",
                runs: [
                    RunSummary(
                        measurement: Sample.hash, journey: nil, started: nil, attached: .nine, exchangedBytes: -5,
                        quality: .fair, scores: 3, score: score)
                ])
        ])

    /// The rows as Python's csv module reads them, by heading.
    private func read(_ text: String) throws -> [[String: String]] {
        let script = """
            import csv, io, json, sys
            text = sys.stdin.buffer.read().decode("utf-8")
            rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
            assert all(None not in row and None not in row.values() for row in rows)
            json.dump(rows, sys.stdout)
            """
        let result = try run("/usr/bin/python3", ["-c", script], input: Data(text.utf8))
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode([[String: String]].self, from: result.output)
    }

    @Test("another reader finds each figure in its column, and no formula in any text")
    func columns() throws {
        let rows = try read(CatalogueCSV.header + CatalogueCSV.lines(Self.sheet))
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        let expected = [
            "id": "'-a", "name": "'=HYPERLINK(\"x\"),\nsuite", "publisher": "'+33", "platform": "ios",
            "category": "Santé; bien-être", "url": "", "identifiers": "app-store=1; play=b",
            "added": "2026-03-02T09:00:00.000000000Z", "version": "'@2", "run": Sample.hash.rawValue, "journey": "",
            "started": "", "quality": "fair", "score": "72.5", "grade": "", "grade_best": "A", "grade_worst": "F",
            "partial": "true", "score_low": "24.0", "score_high": "91.0", "ghg_kgco2e_low": "1e-05",
            "ghg_kgco2e_central": "2.5e-05", "ghg_kgco2e_high": "0.1", "water_l_central": "0.0",
            "land_m2_year_low": "", "factor_set": "fr-2026.1", "replaced_factors": "2", "profile": "sante",
            "score_sha256": Sample.hash.rawValue, "scores": "3",
            // A figure is a figure, even where it begins as a formula does.
            "exchanged_ip_bytes": "-5",
        ]
        for (heading, value) in expected { #expect(row[heading] == value, "\(heading)") }
    }

    @Test("an application without a run has a line of its own")
    func withoutRun() throws {
        let sheet = ApplicationSheet(application: Self.sheet.application, versions: [])
        let rows = try read(CatalogueCSV.header + CatalogueCSV.lines(sheet))
        #expect(rows.map { $0["id"] } == ["'-a"])
        #expect(rows.first?["run"] == "" && rows.first?["scores"] == "")
    }
}
