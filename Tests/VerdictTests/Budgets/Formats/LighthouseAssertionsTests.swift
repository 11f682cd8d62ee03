import Documents
import Foundation
import TestSupport
import Testing

@testable import Verdict

@Suite struct LighthouseAssertionsTests {
    private func phrases(_ assertions: String) throws -> [String] {
        try BudgetText.phrases(#"{"ci": {"assert": {"assertions": {\#(assertions)}}}}"#)
    }

    @Test("levels, sizes and ways to take several runs together are as Lighthouse CI has them", .reference)
    func sample() throws {
        let file = try #require(Repository.shared).appending(path: "user-samples/lighthouserc.json")
        #expect(
            try BudgetText.phrases(String(contentsOf: file, encoding: .utf8)) == [
                "!otherScore >= 0.8 (warn) median", "bytes.down in each <= 409600.0 greatest",
                "requests <= 2.0 (warn) least",
            ])
    }

    @Test(
        "each assertion is a limit, or says why it is none",
        arguments: [
            (#""total-byte-weight": ["error", {"maxNumericValue": 5000}]"#, "bytes.down in each <= 5000.0 least"),
            (
                #""resource-summary.third-party.size": ["warn", {"maxNumericValue": 5}]"#,
                "bytes.third.down in each <= 5.0 (warn) least"
            ),
            (#""resource-summary:image:size": ["error", {"maxNumericValue": 5}]"#, "!resourceType <= 5.0 least"),
            (#""resource-summary:total:size": "error""#, "!noLimit least"),
            (#""interactive": ["error", {"maxNumericValue": 5000}]"#, "!browserTiming <= 5000.0 least"),
            (#""uses-http2": "error""#, "!otherMetric least"),
        ])
    func assertions(_ row: (assertion: String, phrase: String)) throws {
        #expect(try phrases(row.assertion) == [row.phrase])
    }

    @Test("an assertion that is off is none, and presets and other files are said to be elsewhere")
    func others() throws {
        #expect(
            try BudgetText.phrases(
                #"{"ci": {"assert": {"preset": "lighthouse:recommended", "budgetsFile": "b.json", "assertions": {"uses-http2": "off"}}}}"#
            )
                == ["!elsewhere", "!elsewhere"])
        #expect(
            try BudgetText.phrases(
                #"{"assertMatrix": [{"matchingUrlPattern": "/a", "assertions": {"total-byte-weight": ["error", {"maxNumericValue": 1}]}}]}"#
            )
                == ["!page <= 1.0 least"])
    }

    @Test("a level that there isn't is refused")
    func refused() {
        #expect(BudgetText.problem(#"{"assertions": {"uses-http2": "fatal"}}"#)?.key == "assertions.uses-http2")
    }
}
