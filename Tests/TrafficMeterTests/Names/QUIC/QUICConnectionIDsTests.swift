import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct QUICConnectionIDsTests {
    private func id(_ bytes: [UInt8]) throws -> QUICConnectionID {
        try #require(QUICConnectionID(bytes, 0..<bytes.count))
    }

    private func id(_ number: Int, length: Int = 8) throws -> QUICConnectionID {
        try id(PacketBuilder.uint32(number) + [UInt8](repeating: 1, count: length - 4))
    }

    @Test("a value is found under its ID, by long and by short headers")
    func found() throws {
        var table = QUICConnectionIDs<Int>(limit: 10)
        table.insert(1, for: try id([9, 9, 9, 9]))
        table.insert(2, for: try id([9, 9, 9, 9, 8, 8]))
        table.insert(3, for: try id([]))
        #expect(table.count == 2)
        let value = table.value(for: try id([9, 9, 9, 9]))
        #expect(value == 1)
        // The longest that fits.
        let (long, short, none) = (
            table.value(ofShortHeader: [0x40, 9, 9, 9, 9, 8, 8, 8].rawSpan),
            table.value(ofShortHeader: [0x40, 9, 9, 9, 9, 8, 7].rawSpan),
            table.value(ofShortHeader: [0xC0, 9, 9, 9, 9, 8, 8].rawSpan)
        )
        #expect(long == 2)
        #expect(short == 1)
        #expect(none == nil)
    }

    @Test("a value takes the place of the one before")
    func replaced() throws {
        var table = QUICConnectionIDs<Int>(limit: 2)
        for value in 0..<5 { table.insert(value, for: try id(7)) }
        #expect(table.count == 1)
        let value = table.value(for: try id(7))
        #expect(value == 4)
    }

    @Test("a full table forgets what wasn't asked for lately, and keeps its size")
    func eviction() throws {
        var table = QUICConnectionIDs<Int>(limit: 100)
        for number in 0..<10_000 {
            table.insert(number, for: try id(number, length: 4 + number % 17))
            // Asked for all the time, and so never forgotten.
            _ = table.value(for: try id(3, length: 7))
            #expect(table.count == min(number + 1, 100))
        }
        let kept = table.value(for: try id(3, length: 7))
        #expect(kept == 3)
        let (old, new) = (
            table.value(for: try id(5, length: 9)), table.value(for: try id(9_999, length: 4 + 9_999 % 17))
        )
        #expect(old == nil)
        #expect(new == 9_999)
    }
}
