import Documents
import Testing

@testable import Report

@Suite struct PresentationCheckTests {
    private func items(_ result: CheckResult) -> [Item] {
        Presentation(result, language: .en).sections.flatMap(\.blocks).flatMap { block in
            if case .items(let items) = block { items } else { [Item]() }
        }
    }

    @Test("what is undecided has no colour, what is broken for sure has the colour of an alarm")
    func tones() {
        var sure = CheckSample.broken
        sure.undecided = false
        #expect(items(CheckSample.result([CheckSample.broken])).map(\.tone) == [.normal])
        #expect(items(CheckSample.result([sure])).map(\.tone) == [.alarm])
        #expect(items(CheckSample.result([CheckSample.unchecked])).map(\.tone) == [.warning])
    }

    @Test(
        "each outcome is said with its exit code, in both languages",
        arguments: [
            (CheckResult.Outcome.broken, "1"), (.worse, "2"), (.untrusted, "3"),
        ])
    func outcomes(_ row: (outcome: CheckResult.Outcome, code: String)) {
        #expect(EnglishWords().outcome(row.outcome).contains("(exit code \(row.code))"))
        #expect(FrenchWords().outcome(row.outcome).contains("(code de sortie \(row.code))"))
    }

    @Test("every obstacle and difference has a sentence of its own", arguments: Language.allCases)
    func sentences(_ language: Language) {
        let words = language.words
        #expect(Set(Obstacle.allCases.map(words.sentence(of:))).count == Obstacle.allCases.count)
        let conditions = ConditionDifference.Condition.allCases
        #expect(Set(conditions.map { words.name(of: $0) }).count == conditions.count)
    }

    @Test("the runs that would decide are said where they are asked for")
    func deciding() {
        let result = CheckSample.result([CheckSample.broken, CheckSample.kept])
        let asked = TerminalReport(Presentation(result, tellsRunsNeeded: true, language: .en)).text
        #expect(asked.contains("NIST/SEMATECH") && asked.contains("walk it again"))
        #expect(!TerminalReport(Presentation(result, language: .en)).text.contains("NIST/SEMATECH"))
    }
}
