import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct EnergyTableTests {
    private static func rows(_ text: String) throws -> [[String]] {
        var table = try EnergyTable(EnergyLines(Data(text.utf8), file: "t.csv"))
        var rows = [table.header.names]
        while let row = try table.next() { rows.append(row.cells) }
        return rows
    }

    @Test("the separator is the one that most cells come of", arguments: [",", ";", "\t"])
    func separators(_ separator: String) throws {
        let text = [["time", "W"], ["1", "2"], ["3", "4"]].map { $0.joined(separator: separator) }.joined(
            separator: "\n")
        #expect(try Self.rows(text) == [["time", "W"], ["1", "2"], ["3", "4"]])
    }

    @Test("quotation marks, blanks, remarks, CRLF and a byte order mark")
    func dress() throws {
        let text = "\u{FEFF}# by hand\r\n\r\n\"time; s\" ; \"W\"\r\n 1 ;2,5\r\n\n# end"
        #expect(try Self.rows(text) == [["time; s", "W"], ["1", "2,5"]])
    }

    @Test("a row of another length is named with its line")
    func wrongCount() {
        #expect(throws: EnergyFileError(.wrongCellCount(found: 3, expected: 2), file: "t.csv", line: 4)) {
            try Self.rows("# x\na,b\n1,2\n1,2,3\n")
        }
    }

    @Test("no table")
    func none() {
        #expect(throws: EnergyFileError(.tooFewReadings(found: 0), file: "t.csv")) { try Self.rows("\n\n") }
        #expect(throws: EnergyFileError(.unknownFormat, file: "t.csv", line: 1)) { try Self.rows("alone\n") }
        let wide = String(repeating: ",", count: 5000)
        #expect(throws: EnergyFileError(.unknownFormat, file: "t.csv", line: 1)) { try Self.rows(wide) }
    }
}
