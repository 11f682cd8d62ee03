import Documents
import Foundation
import TestSupport
import Testing

@testable import Verdict

@Suite struct SitespeedBudgetTests {
    @Test(
        "limits hold for each step, those of an alias for that one, and metrics of scripts for the step of their name",
        .reference)
    func sample() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/sitespeed-budget.json")
        #expect(
            try BudgetText.phrases(String(contentsOf: file, encoding: .utf8)) == [
                "!resourceType <= 150000.0", "bytes.down in each but afficherDocuments <= 400000.0",
                "bytes.down in ~afficherDocuments <= 900000.0", "bytes.third.down in each <= 20000.0",
                "duration in ~seConnecter <= 14.5", "requests <= 0.0", "requests <= 2.0", "requests <= 40.0",
            ])
    }

    @Test(
        "what has no figure here says why",
        arguments: [
            (#""timings": {"firstPaint": 1000}"#, "!browserTiming <= 1000.0"),
            (#""score": {"performance": 90}"#, "!otherScore >= 90.0"),
            (#""thirdParty": {"cookies": 3}"#, "!otherMetric <= 3.0"),
            (#""somethingNew": {"x": 3}"#, "!otherMetric <= 3.0"),
            (#""https://a.example/": {"transferSize": {"total": 5}}"#, "!page <= 5.0"),
        ])
    func others(_ row: (group: String, phrase: String)) throws {
        #expect(try BudgetText.phrases(#"{"budget": {\#(row.group)}}"#) == [row.phrase])
    }
}
