import Documents
import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite struct JUnitReportTests {
    /// Foundation's reader: which elements there are, with their attributes.
    private func cases(_ xml: String) throws -> [XMLElement] {
        let document = try XMLDocument(xmlString: xml)
        return try document.nodes(forXPath: "/testsuites/testsuite/testcase").compactMap { $0 as? XMLElement }
    }

    @Test("a case a step and limit: failed, skipped, passed, and an error where nothing can be trusted")
    func kinds() throws {
        let comparison = CheckSample.comparison([
            CheckSample.change(Metric(.bytes), .worse), CheckSample.change(Metric(.hosts), .untested),
            CheckSample.change(Metric(.score), .noise),
        ])
        let result = CheckSample.result(
            [CheckSample.broken, CheckSample.unchecked, CheckSample.kept], comparison: comparison,
            reasons: [Caveat(.captureEmpty, "no packet")])
        let cases = try cases(JUnitReport(result, language: .en).xml)
        let kinds = cases.map { element in
            ["error", "failure", "skipped"].first { !element.elements(forName: $0).isEmpty } ?? "passed"
        }
        #expect(kinds == ["error", "failure", "skipped", "passed", "failure", "skipped", "passed"])
        #expect(cases[1].attribute(forName: "classname")?.stringValue == "parcours.Open the app")
        #expect(cases[1].attribute(forName: "name")?.stringValue == "bytes.third [journey.0]")
        #expect(cases[1].elements(forName: "failure").first?.stringValue?.contains("cdn.example") == true)
    }

    @Test("a broken warning doesn't fail")
    func warning() throws {
        var limit = CheckSample.broken
        limit.level = .warn
        let xml = JUnitReport(CheckSample.result([limit]), language: .en).xml
        #expect(try cases(xml).allSatisfy { $0.elements(forName: "failure").isEmpty })
        #expect(xml.contains("failures=\"0\"") && xml.contains("warning only"))
    }

    @Test("names that would break XML don't")
    func hostile() throws {
        var limit = CheckSample.broken
        limit.stepTitle = LocalizedText("</testcase>\"&\u{0}\u{FFFE}\u{1B}[31m")
        limit.hosts = [.init(name: "]]><x/>", party: .third, bytes: 1)]
        let cases = try cases(JUnitReport(CheckSample.result([limit]), language: .fr).xml)
        #expect(cases.count == 1)
        #expect(
            cases[0].attribute(forName: "classname")?.stringValue == "parcours.</testcase>\"&\\u{0}\\u{FFFE}\\u{1B}[31m"
        )
    }
}
