import TestSupport
import Testing

@testable import TrafficMeter

/// The test vectors of RFC 9460, appendix D.
@Suite struct DNSServiceBindingTests {
    private static let documentation: [UInt8] = [0x20, 1, 0xD, 0xB8]

    /// The hints of a record's data whose target is uncompressed; `nil` if it is malformed.
    private static func hints(_ data: [UInt8]) -> [String]? {
        var names = DNSNames()
        guard let (_, end) = names.read(data.rawSpan, at: 2), DNSServiceBinding.isWhole(data.rawSpan, end..<data.count)
        else { return nil }
        var found: [String] = []
        DNSServiceBinding.forEachHint(data.rawSpan, end..<data.count) { found.append($0.description) }
        return found
    }

    @Test("well-formed records give their hints")
    func wellFormed() {
        let com = DNSBuilder.name("foo.example.com")
        let zeros = { [UInt8](repeating: 0, count: $0) }
        // Figure 2 (an alias), 3 (the owner itself), 4 (a port), 5 (a key of private use).
        #expect(Self.hints([0, 0] + com) == [])
        #expect(Self.hints([0, 1, 0]) == [])
        #expect(Self.hints([0, 16] + com + [0, 3, 0, 2, 0, 53]) == [])
        #expect(Self.hints([0, 1] + com + [2, 0x9B, 0, 5] + Array("hello".utf8)) == [])
        // Figure 7: two IPv6 hints.
        let two = Self.documentation + zeros(11) + [1] + Self.documentation + zeros(9) + [0x53, 0, 1]
        #expect(Self.hints([0, 1] + com + [0, 6, 0, 32] + two) == ["2001:db8::1", "2001:db8::53:1"])
        // Figure 8: one that embeds an IPv4 address.
        let embedded = Self.documentation + [1, 0x22, 3, 0x44] + zeros(4) + [0xC0, 0, 2, 0x21]
        #expect(Self.hints([0, 1] + com + [0, 6, 0, 16] + embedded) == ["2001:db8:122:344::c000:221"])
        // Figure 9: mandatory, alpn and an IPv4 hint, in the order of keys.
        let ordered: [UInt8] =
            [0, 16] + DNSBuilder.name("foo.example.org") + [0, 0, 0, 4, 0, 1, 0, 4]
            + [0, 1, 0, 9, 2, 0x68, 0x32, 5, 0x68, 0x33, 0x2D, 0x31, 0x39] + [0, 4, 0, 4, 0xC0, 0, 2, 1]
        #expect(Self.hints(ordered) == ["192.0.2.1"])
    }

    @Test(
        "malformed records are refused: keys out of order or twice, lists that aren't whole, values beyond the record",
        arguments: [
            [0, 4, 0, 4, 1, 2, 3, 4, 0, 3, 0, 2, 0, 53], [0, 4, 0, 4, 1, 2, 3, 4, 0, 4, 0, 4, 1, 2, 3, 4],
            [0, 4, 0, 0], [0, 4, 0, 5, 1, 2, 3, 4, 5], [0, 6, 0, 4, 1, 2, 3, 4], [0, 4, 0, 4, 1, 2, 3], [0, 4, 0],
        ] as [[UInt8]])
    func malformed(_ parameters: [UInt8]) {
        #expect(Self.hints([0, 1, 0] + parameters) == nil)
    }
}
