import Documents
import Foundation
import TestSupport
import Testing

@testable import Report

/// Figures are compared in Tests/CommandTests/TrafficTablesTests, with real traffic; here is what a hostile text does.
@Suite struct TrafficCSVTests {
    /// The lines as Python's csv module reads them.
    private static func rows(_ text: String) throws -> [[String]] {
        let program = """
            import csv, io, json, sys
            text = sys.stdin.buffer.read().decode("utf-8")
            print(json.dumps(list(csv.reader(io.StringIO(text, newline="")))))
            """
        let result = try run("/usr/bin/python3", ["-c", program], input: Data(text.utf8))
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode([[String]].self, from: result.output)
    }

    @Test("each line has as many fields as the header, and sections stand for each step and outside")
    func shape() throws {
        let rows = try Self.rows(TrafficCSV.text(.full))
        let header = try #require(rows.first)
        #expect(header.count == 17 && Set(header).count == 17)
        #expect(rows.allSatisfy { $0.count == header.count })
        let places = rows.dropFirst().map { "\($0[0]) \($0[1]) \($0[2])" }
        let steps = JourneyMeasurement.full.steps.map { "step \($0.id) \($0.iteration)" }
        let firsts = places.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        #expect(firsts == ["all  "] + steps + ["outside  "])
    }

    @Test(
        "an app's name comes back as it was, behind an apostrophe where a spreadsheet would take it for a formula",
        arguments: ["Santé, rendez-vous", "a \"b\"", "a\r\nb", "=1+1", "+33", "@x", "-1", "\tx", "=\u{301}1"])
    func texts(_ name: String) throws {
        var measurement = JourneyMeasurement.full
        measurement.breakdown?.apps = [GroupTraffic(key: name)]
        let rows = try Self.rows(TrafficCSV.text(measurement))
        let app = try #require(rows.first { $0[0] == "all" && $0[3] == "app" })
        let isFormula = name.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true
        #expect(Array(app[4].unicodeScalars) == Array((isFormula ? "'" + name : name).unicodeScalars))
    }

    @Test("documents of earlier versions have lines for what they have")
    func earlier() throws {
        var measurement = JourneyMeasurement.full
        (measurement.breakdown, measurement.withoutBackground, measurement.outside.breakdown) = (nil, nil, nil)
        let rows = try Self.rows(TrafficCSV.text(measurement)).filter { $0[0] == "all" }
        #expect(Set(rows.map { $0[3] }) == ["total", "host", "other-ip", "non-ip"])
    }
}
