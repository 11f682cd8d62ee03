import Documents
import Testing

@testable import Report

@Suite("hosts as areas and columns") struct ComposerHostMapTests {
    private func chart(_ hosts: [HostTraffic]) -> TreemapChart? {
        let composer = Composer(measurement: Sample.measurement, score: nil, language: .en)
        return composer.hostMap(of: Section(hosts: hosts)).lazy.compactMap { block in
            if case .chart(.treemap(let chart)) = block { chart } else { nil }
        }.first
    }

    @Test("hosts of a party are together, and beyond forty the others of each party share an area")
    func groups() throws {
        let hosts =
            [Sample.host("own.test", up: 0, down: 5_000)]
            + (1...60).map { Sample.host("h\($0).test", .third, up: 0, down: 1_000) }
        let chart = try #require(self.chart(hosts))
        #expect(chart.groups.map(\.name) == ["Third parties 92%", "Own hosts 8%"])
        #expect(chart.groups[0].items.count == 40)  // 39 drawn, 21 others
        #expect(chart.groups[0].items[0].name == "21 other hosts" && chart.groups[0].items[0].value == 21_000)
        #expect(chart.groups.reduce(0) { $0 + $1.value } == 65_000)
    }

    @Test("no bytes, no drawing; negative ones aren't drawn")
    func nothing() {
        #expect(chart([]) == nil)
        #expect(chart([Sample.host("a.test", up: 0, down: -5)]) == nil)
    }

    /// Steps of the sample: 1,193,791 + 284,000 of the heaviest host in all, 1,662,291 in steps.
    @Test("a step's row adds up to the step, and the heaviest pairs come first")
    func cross() throws {
        let composer = Composer(measurement: Sample.measurement, score: nil, language: .en)
        guard case .table(let table)? = composer.stepsByHost.first,
            case .table(let pairs)? = composer.heaviestCells.first
        else {
            Issue.record("no tables")
            return
        }
        #expect(
            table.columns.map(\.heading) == [
                "Step", "Hosts", "cdn.sante-demo.test", "sante-demo.test", "mesure.audience.test", "Other hosts",
            ])
        #expect(
            table.rows[0].map(\.text) == [
                "1. Accueil", "3", "1.19\u{A0}MB", "54.5\u{A0}kB", "10.0\u{A0}kB", "–",
            ])
        #expect(table.footer[0][2].text == "1.48\u{A0}MB")
        #expect(pairs.rows[0].map(\.text) == ["Accueil", "cdn.sante-demo.test", "Own hosts", "1.19\u{A0}MB", "72%"])
        #expect(pairs.rows[1][0].text == "Rechercher")
    }
}
