import Testing

@testable import TrafficMeter

@Suite struct QUICConnectionIDTests {
    @Test("an ID of any length has the bytes that it was read from", arguments: 0...20)
    func bytes(_ length: Int) throws {
        let bytes = (0..<30).map { UInt8(200 + $0) }
        let id = try #require(QUICConnectionID(bytes, 3..<3 + length))
        #expect(id.count == length)
        #expect(id.bytes == Array(bytes[3..<3 + length]))
        // Of two bytes that are equal, one more is another ID.
        if length > 0 { #expect(id != QUICConnectionID(bytes, 3..<2 + length)) }
    }

    @Test("zeros at the end count")
    func zeros() {
        let zeros = [UInt8](repeating: 0, count: 20)
        #expect(Set((0...20).map { QUICConnectionID(zeros, 0..<$0) }).count == 21)
    }

    @Test("a short header has its destination behind the first byte (RFC 8999 § 5.2)")
    func shortHeader() throws {
        let packet: [UInt8] = [0x41, 1, 2, 3, 4]
        #expect(QUICConnectionID(shortHeader: packet, length: 4)?.bytes == [1, 2, 3, 4])
        #expect(QUICConnectionID(shortHeader: packet, length: 5) == nil)
        #expect(QUICConnectionID(shortHeader: packet, length: -1) == nil)
        #expect(QUICConnectionID(shortHeader: [0xC1, 1, 2, 3, 4], length: 4) == nil)
        #expect(QUICConnectionID(shortHeader: [], length: 0) == nil)
    }
}
