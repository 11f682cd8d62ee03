import Foundation
import Testing

@testable import JourneyRecorder

@Suite struct TextLinesTests {
    @Test("blank lines and remarks are counted and left out")
    func numbers() throws {
        let lines = try TextLines.lines(Data("a\r\n\r\n# b\n c\n".utf8), file: "f")
        #expect(lines.map(\.number) == [1, 4])
        #expect(lines.map { String($0.text) } == ["a", " c"])
    }

    @Test("what is no text, or too much of it, is refused")
    func refused() {
        #expect(throws: MarkerImportError(.notUTF8, file: "f")) { try TextLines.lines(Data([0xFF]), file: "f") }
        let limit = MarkerLog.maximumBytes
        #expect(throws: MarkerImportError(.tooLarge(bytes: limit + 1, limit: limit), file: "f")) {
            try TextLines.lines(Data(count: limit + 1), file: "f")
        }
    }
}
