import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct ByteCursorTests {
    /// RFC 9000 § A.1: the samples of the encoding.
    static let samples: [([UInt8], Int)] = [
        ([0xC2, 0x19, 0x7C, 0x5E, 0xFF, 0x14, 0xE8, 0x8C], 151_288_809_941_952_652),
        ([0x9D, 0x7F, 0x3E, 0x7D], 494_878_333), ([0x7B, 0xBD], 15_293), ([0x25], 37), ([0x40, 0x25], 37),
    ]

    @Test("variable integers are those of RFC 9000 § A.1, and cut they are none", arguments: samples)
    func variableInteger(_ bytes: [UInt8], _ value: Int) {
        var cursor = ByteCursor((bytes + [9]).rawSpan)
        let (found, end) = (cursor.variableInteger(), cursor.position)
        #expect(found == value)
        #expect(end == bytes.count)
        for length in 0..<bytes.count {
            var cut = ByteCursor(bytes.rawSpan, 0..<length)
            let none = cut.variableInteger()
            #expect(none == nil)
        }
    }

    @Test("numbers and vectors end where their range does")
    func range() {
        let bytes: [UInt8] = [1, 2, 3, 2, 8, 9]
        var cursor = ByteCursor(bytes.rawSpan, 1..<6)
        let (little, vector, beyond, empty) = (
            cursor.littleEndian(2), cursor.vector(1), cursor.integer(1), cursor.integer(0)
        )
        #expect(little == 0x0302)
        #expect(vector == 4..<6)
        #expect(beyond == nil)
        #expect(empty == 0)
        var other = ByteCursor(bytes.rawSpan, 0..<3)
        let (big, skipped) = (other.integer(3), other.skip(1))
        #expect(big == 0x01_0203)
        #expect(!skipped)
        var long = ByteCursor(bytes.rawSpan, 4..<6)
        let none = long.vector(1)
        #expect(none == nil)
    }
}
