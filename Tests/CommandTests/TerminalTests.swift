import Foundation
import TestSupport
import Testing

/// What a person at a terminal sees and presses.
@Suite struct TerminalTests {
    private static let colour = "\u{1B}["

    @Test("colours on a terminal, none where they aren't wanted")
    func colours() throws {
        let words = [Ecoproxy.path, "report", Recorded.demo.path]
        #expect(try PseudoTerminal.run(words).text.contains(Self.colour))
        #expect(try !PseudoTerminal.run(words, environment: ["NO_COLOR": "1"]).text.contains(Self.colour))
        #expect(try !PseudoTerminal.run(words, environment: ["TERM": "dumb"]).text.contains(Self.colour))
        #expect(try !Ecoproxy.run("report", Recorded.demo.path).text.contains(Self.colour))
    }

    @Test("tables keep to the width of the terminal", arguments: [80, 120])
    func width(_ columns: Int) throws {
        let words = [Ecoproxy.path, "report", Recorded.demo.path, "--lang", "fr"]
        let result = try PseudoTerminal.run(words, columns: columns, environment: ["NO_COLOR": "1"])
        #expect(result.status == 0)
        for line in result.text.split(whereSeparator: \.isNewline) { #expect(line.count <= columns, "\(line)") }
    }
}
