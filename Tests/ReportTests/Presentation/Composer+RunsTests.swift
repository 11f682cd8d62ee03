import Documents
import Testing

@testable import Report

@Suite("several runs") struct ComposerRunsTests {
    private static func run(_ name: String, _ cache: CacheState?, home bytes: Int, day: Int = 0) -> ReportedRun {
        var measurement = Sample.measurement
        measurement.cache = cache
        measurement.totals.first = Timestamp(nanoseconds: (Sample.start + Int64(day) * 86_400) * 1_000_000_000)
        measurement.steps = [
            Sample.step(
                "home", "Accueil", at: 1, lasting: 12, connections: 1, [Sample.host("a.test", up: 0, down: bytes)])
        ]
        return ReportedRun(name: name, measurement: measurement)
    }

    private func tables(_ blocks: [Block]) -> [Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    @Test("a step of several runs has its median, with the least and the greatest")
    func medians() throws {
        let runs = [1000, 3000, 2000].map { Self.run("\($0)", nil, home: $0) }
        let composer = Composer(ReportSubject(runs: runs, score: nil), language: .en)
        let table = try #require(tables(composer.stepsOfRuns).first)
        #expect(table.rows[0][1].text == "3")
        #expect(table.rows[0][5] == Table.Cell("2.00\u{A0}kB", detail: "[1.00\u{A0}kB–3.00\u{A0}kB]"))
        #expect(composer.stepsOfRuns.contains(.heading("One run in full: 2000")))
    }

    @Test("cold and warm stand side by side, with what the caches save")
    func coldWarm() throws {
        let runs = [
            Self.run("c1", .cold, home: 1000), Self.run("c2", .cold, home: 3000), Self.run("w", .warm, home: 500),
        ]
        let composer = Composer(ReportSubject(runs: runs, score: nil), language: .en)
        let table = try #require(tables(composer.coldWarm).first)
        // The median of 1,000 and 3,000 is 2,000; 1,500 of it is 75 %.
        #expect(
            table.rows[0].prefix(5).map(\.text) == ["Accueil", "2.00\u{A0}kB", "500\u{A0}B", "1.50\u{A0}kB", "75%"])
        #expect(table.footer[0][4].text == "75%")
    }

    @Test("a warm run that is heavier saves less than nothing, and shows no share")
    func heavier() throws {
        let runs = [Self.run("c", .cold, home: 1000), Self.run("w", .warm, home: 1500)]
        let table = try #require(tables(Composer(ReportSubject(runs: runs, score: nil), language: .en).coldWarm).first)
        #expect(table.rows[0][3].text == "−500\u{A0}B" && table.rows[0][4] == .nothing)
    }

    @Test("one kind alone says which, and how to get the other")
    func oneKind() {
        let cold = Composer(ReportSubject(runs: [Self.run("c", .cold, home: 1)], score: nil), language: .en).coldWarm
        #expect(
            cold == [
                .paragraph(
                    "Only cold runs (empty caches) are here: record with --cold and with --warm, and give runs of both kinds: ecoproxy report COLD WARM."
                )
            ])
        let unsaid = Composer(ReportSubject(runs: [Self.run("c", nil, home: 1)], score: nil), language: .fr).coldWarm
        guard case .paragraph(let text)? = unsaid.first else {
            Issue.record("nothing is said")
            return
        }
        #expect(text.hasPrefix("Rien ne dit si ces passages étaient à froid ou à chaud\u{A0}: "))
    }

    @Test("the trend is in the order of time, whatever the order given, and shows the ten latest")
    func trend() throws {
        let runs = (1...12).reversed().map { Self.run("day \($0)", nil, home: $0 * 1000, day: $0) }
        let composer = Composer(ReportSubject(runs: runs, score: nil), language: .en)
        let blocks = composer.trend
        let table = try #require(tables(blocks).first)
        #expect(table.rows.map { $0[0].text } == (3...12).enumerated().map { "\($0 + 1). day \($1)" })
        #expect(blocks.contains(.paragraph("2 earlier runs aren’t shown.")))
        let chart = blocks.lazy.compactMap { block -> TrendChart? in
            if case .chart(.trend(let chart)) = block { chart } else { nil }
        }.first
        #expect(chart?.points.map(\.value) == (3...12).map { Double($0) * 1000 })
        #expect(chart?.band == 1000...12_000)
        #expect(chart?.ticks.last?.label == "15\u{A0}kB")
    }
}
