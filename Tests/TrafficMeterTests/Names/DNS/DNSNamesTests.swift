import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct DNSNamesTests {
    /// The name at a position of a message, and where it ends.
    private static func read(_ message: [UInt8], at position: Int) -> (String, end: Int)? {
        var names = DNSNames()
        return names.read(message.rawSpan, at: position).map { (names.text($0.name), $0.end) }
    }

    /// RFC 1035 § 4.1.4's example: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64, the root at 92.
    private static let example: [UInt8] = {
        var message = [UInt8](repeating: 0, count: 93)
        message.replaceSubrange(20..<32, with: DNSBuilder.name("F.ISI.ARPA"))
        message.replaceSubrange(40..<46, with: [3] + Array("FOO".utf8) + [0xC0, 20])
        message.replaceSubrange(64..<66, with: [0xC0, 26])
        return message
    }()

    @Test("the compressed names of RFC 1035 § 4.1.4 are read")
    func compressed() throws {
        let expected = [(20, "f.isi.arpa", 32), (40, "foo.f.isi.arpa", 46), (64, "arpa", 66), (92, "", 93)]
        for (position, name, end) in expected {
            #expect(try #require(Self.read(Self.example, at: position)) == (name, end))
        }
    }

    @Test("a name is numbered once, whatever its case and its way of being written")
    func once() throws {
        var names = DNSNames()
        let message = Self.example + DNSBuilder.name("foo.f.isi.arpa")
        let numbers = [40, 93, 20, 40, 64].map { names.read(message.rawSpan, at: $0)?.name }
        #expect(numbers == [0, 0, 1, 0, 2])
        #expect(names.count == 3)
    }

    @Test("pointers forward, to themselves, in a circle or into the header are refused")
    func loops() {
        let header = [UInt8](repeating: 0, count: 12)
        for body: [UInt8] in [[0xC0, 12], [0xC0, 14, 0xC0, 12], [1, 0x61, 0xC0, 12], [0xC0, 14, 0], [0xC0, 4]] {
            #expect(Self.read(header + body, at: 12) == nil, "\(body)")
        }
        #expect(Self.read(header + [1, 0x61, 0, 0xC0, 17, 0xC0, 12], at: 15) == nil)
        #expect(Self.read(header + [1, 0x61, 0, 0xC0, 12, 0xC0, 15], at: 17)?.0 == "a")
    }

    @Test("many pointers in a row are refused, and none makes reading long")
    func pointers() {
        var message = [UInt8](repeating: 0, count: 14)
        for index in 0..<8000 { message += PacketBuilder.uint16(0xC000 | (12 + 2 * index)) }
        #expect(Self.read(message, at: 14 + 2 * 127) != nil)
        #expect(Self.read(message, at: 14 + 2 * 128) == nil)
        #expect(Self.read(message, at: message.count - 2) == nil)
    }

    @Test("a name has 255 bytes at most, and a label 63 (RFC 1035 § 2.3.4)")
    func lengths() {
        let label = [63] + [UInt8](repeating: 0x61, count: 63)
        let longest = label + label + label + [61] + [UInt8](repeating: 0x61, count: 61) + [0]
        #expect(longest.count == 255)
        #expect(Self.read(longest, at: 0)?.end == 255)
        let beyond = label + label + label + [62] + [UInt8](repeating: 0x61, count: 62) + [0]
        #expect(Self.read(beyond, at: 0) == nil)
        #expect(Self.read([64] + [UInt8](repeating: 0x61, count: 64) + [0], at: 0) == nil)
        #expect(Self.read([0x80, 0], at: 0) == nil)
    }

    @Test("a name cut at any byte is none")
    func cut() {
        let name = DNSBuilder.name("www.example.org")
        for length in 0..<name.count { #expect(Self.read(Array(name.prefix(length)), at: 0) == nil) }
    }

    @Test("bytes that aren't printable, and dots within labels, are escaped (RFC 1035 § 5.1)")
    func escaped() {
        #expect(Self.read([4, 0x1B, 0x5B, 0x20, 0xE9, 0], at: 0)?.0 == "\\027[\\032\\233")
        #expect(Self.read([8] + Array("www.bank".utf8) + [2, 0x66, 0x72, 0], at: 0)?.0 == "www\\046bank.fr")
    }

    @Test("names beyond the limit are equal to none")
    func limit() {
        var names = DNSNames()
        for index in 0..<200 {
            let name = names.read(DNSBuilder.name("host-\(index)").rawSpan, at: 0)?.name
            #expect(name == (index < DNSNames.most ? index : DNSNames.unknown))
        }
        #expect(names.text(DNSNames.unknown) == "")
    }
}
