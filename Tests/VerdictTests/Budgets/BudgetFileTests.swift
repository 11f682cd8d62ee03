import Documents
import FoundationEssentials
import TestSupport
import Testing

@testable import Verdict

@Suite struct BudgetFileTests {
    static let examples: [(format: BudgetFormat, json: String)] = [
        (.ecoproxy, #"{"schema": "ecoproxy.budget/1", "journey": [{"metric": "requests", "max": 1}]}"#),
        (.lighthouse, #"[{"resourceCounts": [{"resourceType": "total", "budget": 1}]}]"#),
        (.lighthouseCI, #"{"ci": {"assert": {"assertions": {"network-requests": ["error", {"maxLength": 1}]}}}}"#),
        (.sitespeed, #"{"budget": {"requests": {"total": 1}}}"#),
        (.greenframe, #"{"scenarios": [{"name": "x", "threshold": 1}, {"name": "y", "threshold": 1}]}"#),
    ]

    private func file(_ json: String, _ format: BudgetFormat? = nil) throws -> BudgetFile {
        try BudgetFile(json: Data(json.utf8), name: "budget", lines: [:], format: format)
    }

    @Test("a format is told from the content, and none is taken for another", arguments: examples)
    func recognised(_ example: (format: BudgetFormat, json: String)) throws {
        #expect(try file(example.json).format == example.format)
        for format in BudgetFormat.allCases where format != example.format {
            #expect(throws: BudgetError(file: "budget", .notOfFormat(format))) { try file(example.json, format) }
        }
    }

    @Test("in each format a limit without a metric never passes", arguments: examples)
    func withoutMetric(_ example: (format: BudgetFormat, json: String)) throws {
        let limits = try file(example.json).limits(for: ["parcours-standard"])
        let result = CheckResult(Walked.runs(1000), limits: limits, budgets: [], baseline: nil, tool: .ecoproxy)
        #expect(result.limits.allSatisfy { $0.status == .unchecked })
        #expect(result.outcome == .untrusted)
    }

    @Test(
        "what is no budget is refused",
        arguments: ["{}", "[]", "3", #"{"schema": "ecoproxy.score/1"}"#, #"[{"a": 1}]"#])
    func unknown(_ json: String) {
        #expect(throws: BudgetError(file: "budget", .unknownFormat)) { try file(json) }
    }

    @Test("cut anywhere, a budget is read or refused", arguments: examples)
    func cut(_ example: (format: BudgetFormat, json: String)) {
        for length in 0..<example.json.utf8.count {
            let json = String(example.json.utf8.prefix(length)) ?? ""
            _ = try? file(json).limits(for: [])
        }
    }
}
