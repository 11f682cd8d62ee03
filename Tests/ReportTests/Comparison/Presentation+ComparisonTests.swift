import Documents
import Foundation
import Testing

@testable import Report

@Suite struct PresentationComparisonTests {
    private func items(_ comparison: RunComparison) -> [Item] {
        Presentation(comparison, language: .en).sections.flatMap(\.blocks).flatMap { block in
            if case .items(let items) = block { items } else { [Item]() }
        }
    }

    @Test("only what is beyond the noise is named first, and only that has a colour")
    func colours() {
        let verdicts: [FigureChange.Verdict] = [.worse, .better, .noise, .untested, .same]
        let metrics: [Metric] = [Metric(.bytes), Metric(.ghg), Metric(.hosts), Metric(.connections), Metric(.duration)]
        let comparison = CheckSample.comparison(zip(metrics, verdicts).map { CheckSample.change($0, $1) })
        #expect(items(comparison).map(\.tone) == [.alarm, .good])
        let plain = TerminalReport(Presentation(comparison, language: .en), style: .colour).text
        #expect(plain.contains("within the noise"))
        // The sign before an item has the colour; neither table nor noise has one.
        #expect(plain.components(separatedBy: "\u{1B}[31m").count == 2)
        #expect(plain.components(separatedBy: "\u{1B}[32m").count == 2)
    }

    @Test("the test that was used is named, and what one run each means")
    func method() {
        func text(_ verdict: FigureChange.Verdict, _ language: Language) -> String {
            TerminalReport(
                Presentation(CheckSample.comparison([CheckSample.change(Metric(.bytes), verdict)]), language: language),
                width: 400
            ).text
        }
        #expect(text(.noise, .en).contains("Welch’s t-test, two-sided"))
        #expect(text(.noise, .en).contains("Holm"))
        #expect(text(.noise, .fr).contains("Test t de Welch, bilatéral"))
        #expect(text(.untested, .en).contains("One run each: the noise is unknown"))
        #expect(text(.same, .en).contains("There is no difference to test."))
    }

    @Test("what differs beside the app is said with what it means")
    func differences() {
        let comparison = CheckSample.comparison([], differences: [.init(.network, base: "wifi", new: "mobile")])
        let item = items(comparison).first
        #expect(item?.text == "network: wifi → mobile" && item?.tone == .warning)
        #expect(item?.details.isEmpty == false)
    }
}
