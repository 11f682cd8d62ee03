import Documents
import Testing

@testable import Report

@Suite("spread between runs") struct ComposerSpreadTests {
    private static func summary(runs: Int, cache: CacheState? = nil) -> Summary {
        func spread(_ median: Double) -> Spread {
            Spread(
                runs: runs, median: median, medianAbsoluteDeviation: median / 10, coefficientOfVariation: 0.126,
                minimum: median / 2, maximum: median * 2, relativeHalfWidth: 0.2, runsNeeded: 27,
                outliers: runs < 5 ? nil : [2, 5])
        }
        return Summary(
            cache: cache, precision: 0.05, confidence: 0.95,
            steps: [
                StepSummary(
                    id: "home", title: LocalizedText("Accueil"), bytes: spread(1_200_000), seconds: spread(12),
                    joules: spread(4))
            ])
    }

    private func section(_ measurement: JourneyMeasurement, _ score: JourneyScore? = nil, _ language: Language = .en)
        -> ReportSection?
    {
        Presentation(measurement: measurement, score: score, language: language, extent: .brief).sections
            .first { $0.id == .spread }
    }

    @Test("each figure that was measured more than once has a table of its own", arguments: Language.allCases)
    func tables(_ language: Language) throws {
        var measurement = Sample.measurement
        measurement.summary = Self.summary(runs: 5)
        let section = try #require(self.section(measurement, nil, language))
        let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.count == 3)
        #expect(tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
        guard language == .en else { return }
        #expect(section.heading == "Spread between runs")
        #expect(
            tables[0].rows[0].map(\.text) == [
                "Accueil", "5", "1.20\u{A0}MB", "120\u{A0}kB", "13%", "600\u{A0}kB–2.40\u{A0}MB", "±20%", "27",
                "#2\u{A0}#5",
            ])
        #expect(tables[1].rows[0][2].text == "12.0\u{A0}s")
    }

    @Test("steps walked once have no spread to show")
    func once() {
        var measurement = Sample.measurement
        measurement.summary = Self.summary(runs: 1)
        #expect(section(measurement) == nil)
        #expect(section(Sample.measurement) == nil)
    }

    @Test("where several measurements were scored together, the summary of all is shown, with their kind")
    func together() throws {
        var (measurement, score) = (Sample.measurement, Sample.score)
        measurement.summary = Self.summary(runs: 5)
        score.summary = Self.summary(runs: 9, cache: .warm)
        guard case .table(let table) = try #require(section(measurement, score)).blocks[0] else {
            Issue.record("no table")
            return
        }
        #expect(table.rows[0][1].text == "9")
        #expect(table.caption.contains("warm"))
    }
}
