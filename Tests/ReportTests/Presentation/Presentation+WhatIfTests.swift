import Documents
import TestSupport
import Testing

@testable import Report

@Suite("presentations of scenarios")
struct PresentationOfWhatIfTests {
    private static var whatIf: WhatIf {
        var whatIf = WhatIf.full
        whatIf.before.ecoscore = Sample.ecoscore(70, (40, 80), .B, .D)
        whatIf.after.ecoscore = Sample.ecoscore(73.44, (44, 84), .A, .D)
        whatIf.before.bytes = 1_258_291
        whatIf.after.bytes = 258_291
        whatIf.after.steps[0].bytes = 0
        return whatIf
    }

    private func tables(_ language: Language) -> [Table] {
        Presentation(Self.whatIf, language: language).sections.flatMap(\.blocks).compactMap {
            if case .table(let table) = $0 { table } else { nil }
        }
    }

    @Test("before, after and the difference stand side by side, in both languages")
    func totals() throws {
        let english = try #require(tables(.en).first)
        let space = Figures.noBreakSpace
        #expect(english.columns.map(\.heading) == ["Figure", "Measured", "With the scenario", "Difference"])
        #expect(english.rows[0].map(\.text) == ["Score", "70\(space)B–D", "73\(space)A–D", "+3.4"])
        #expect(
            english.rows[1].map(\.text) == [
                "Data exchanged", "1.26\(space)MB", "258\(space)kB", "−1.00\(space)MB",
            ])
        // Nothing takes longer or shorter: no row of time.
        #expect(english.rows.count == 5)
        let french = try #require(tables(.fr).first)
        #expect(french.rows[0].map(\.text).last == "+3,4")
        #expect(french.columns.map(\.heading) == ["Grandeur", "Mesuré", "Avec le scénario", "Différence"])
    }

    @Test("each step has its row")
    func steps() throws {
        let steps = try #require(tables(.fr).last)
        #expect(steps.rows.map { $0[0].text } == ["Ouvrir"])
        #expect(
            steps.rows[0][1].text == "7,90\(Figures.noBreakSpace)ko"
                && steps.rows[0][2].text == "0\(Figures.noBreakSpace)o")
    }

    @Test("that it is hypothetical is said first, and the scenario word for word")
    func statement() throws {
        let blocks = try #require(Presentation(Self.whatIf, language: .fr).sections.first).blocks
        #expect(blocks[0] == .notice(Self.whatIf.statement["fr"], .warning))
        guard case .facts(let facts) = blocks[1] else {
            Issue.record("no facts")
            return
        }
        #expect(facts[0].values == [.code("third-party=0")])
    }
}
