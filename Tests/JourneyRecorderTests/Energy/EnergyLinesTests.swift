import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct EnergyLinesTests {
    @Test("lines end with LF or CRLF, the last with nothing")
    func lines() throws {
        var lines = EnergyLines(Data("a\r\n\nb".utf8), file: "f")
        #expect(try lines.next() == "a")
        #expect(try lines.next() == "")
        #expect(try lines.next() == "b")
        #expect(lines.number == 3)
        #expect(try lines.next() == nil)
    }

    @Test("what isn't UTF-8, or too long, is named with its line")
    func hostile() throws {
        var broken = EnergyLines(Data("a\n".utf8) + Data([0xFF, 0x0A]), file: "f")
        _ = try broken.next()
        #expect(throws: EnergyFileError(.notUTF8, file: "f", line: 2)) { try broken.next() }
        let limit = EnergyLines.maximumLineBytes
        var long = EnergyLines(Data(repeating: 0x61, count: limit + 1), file: "f")
        #expect(throws: EnergyFileError(.tooLarge(bytes: limit + 1, limit: limit), file: "f", line: 1)) {
            try long.next()
        }
    }
}
