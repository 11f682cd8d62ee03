import Documents
import Foundation
import TestSupport
import Testing

@testable import Verdict

@Suite struct LighthouseBudgetTests {
    @Test("sizes are KiB, and what encryption hides is unchecked", .reference)
    func sample() throws {
        let shared = try #require(Repository.shared).appending(path: "user-samples")
        let limits = try BudgetText.phrases(
            String(contentsOf: shared.appending(path: "lighthouse-budget.json"), encoding: .utf8))
        // What an importer should find in it, computed by another program.
        let expected =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: shared.appending(path: "expected.json"))) as? [String: Any]
        let figures = try #require(expected?["lighthouse-budget.json"] as? [String: Double])
        let (total, third, image, requests, thirdRequests) = try (
            #require(figures["total_bytes"]), #require(figures["third_party_bytes"]), #require(figures["image_bytes"]),
            #require(figures["total_requests"]), #require(figures["third_party_requests"])
        )
        #expect(
            limits
                == [
                    "!browserTiming <= 5000.0", "!resourceType <= \(image)", "bytes.down in each <= \(total)",
                    "bytes.third.down in each <= \(third)", "requests <= \(requests)", "requests <= \(thirdRequests)",
                ].sorted())
    }

    @Test("the last budget for all pages counts, and those of some pages are unchecked")
    func paths() throws {
        func entry(_ path: String?, _ size: Int) -> String {
            let path = path.map { #""path": "\#($0)", "# } ?? ""
            return #"{\#(path)"resourceSizes": [{"resourceType": "total", "budget": \#(size)}]}"#
        }
        #expect(
            try BudgetText.phrases("[\(entry("/*", 1)), \(entry(nil, 2)), \(entry("/login", 3))]")
                == ["!page <= 3.0", "bytes.down in each <= 2048.0"])
    }

    @Test("what isn't written as Lighthouse writes it is refused with its place")
    func refused() {
        let error = BudgetText.problem(#"[{"resourceSizes": [{"resourceType": "total", "budget": "x"}]}]"#)
        #expect(error?.key == "0.resourceSizes.0.budget")
    }
}
