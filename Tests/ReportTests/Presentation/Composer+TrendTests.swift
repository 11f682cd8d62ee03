import Documents
import Testing

@testable import Report

@Suite struct ComposerTrendTests {
    private func blocks(_ check: CheckResult?, _ language: Language) -> [Block] {
        let run = ReportedRun(name: "a", measurement: Sample.measurement, score: Sample.score)
        return Composer(ReportSubject(runs: [run], score: Sample.score, check: check), language: language).trend
    }

    @Test("limits that are broken are said as check says them, and those kept in a table", arguments: Language.allCases)
    func limits(_ language: Language) {
        let check = CheckSample.result([CheckSample.broken, CheckSample.kept])
        let said = Presentation(check, language: language).sections.flatMap(\.blocks)
        let blocks = blocks(check, language)
        #expect(!said.isEmpty && said.allSatisfy(blocks.contains))
        #expect(!blocks.contains(.paragraph(language.words.noBudget)))
    }

    @Test("without limits it is said how to give some", arguments: Language.allCases)
    func none(_ language: Language) {
        #expect(
            blocks(nil, language).prefix(2) == [.heading(language.words.budget), .paragraph(language.words.noBudget)])
    }
}
