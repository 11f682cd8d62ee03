import Documents
import Foundation
import Testing

@testable import Report

@Suite struct CheckAnnotationsTests {
    @Test("GitHub's commands are escaped as its toolkit escapes them")
    func github() {
        var limit = CheckSample.broken
        limit.origin.file = "a,b:c%.yaml"
        limit.stepTitle = LocalizedText("line\nbreak\u{1B}")
        let text = CheckAnnotations(CheckSample.result([limit, CheckSample.kept]), language: .en).github
        // toolkit's escapeData and escapeProperty: % first, then line breaks; in properties colons and commas too.
        #expect(
            text.hasPrefix("::error file=a%2Cb%3Ac%25.yaml,line=7,title=ecoproxy%3A line%0Abreak\\u{1B}%2C broken::"))
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.contains("95%25 confidence"))
    }

    @Test("warnings are warnings, changes for the worse and reasons for distrust are errors")
    func levels() throws {
        let comparison = CheckSample.comparison([
            CheckSample.change(Metric(.bytes), .worse), CheckSample.change(Metric(.duration), .worse),
            CheckSample.change(Metric(.hosts), .noise),
        ])
        let result = CheckSample.result(
            [CheckSample.unchecked], comparison: comparison, reasons: [Caveat(.captureEmpty, "no packet")])
        let lines = CheckAnnotations(result, language: .en).github.split(separator: "\n")
        #expect(lines.map { $0.prefix(9) } == ["::error t", "::warning", "::error t"])
        let data = try CheckAnnotations(result, language: .en).gitlab(place: "budget.yaml") { data in
            ContentHash(rawValue: String(decoding: data, as: UTF8.self))
        }
        let issues = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(issues.map { $0["severity"] as? String } == ["major", "minor", "major"])
        #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 3)
    }
}
