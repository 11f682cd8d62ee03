extension HeaderWalk {
    /// An IPv6 header with its extension headers (RFC 8200 § 3, § 4); moves past them.
    ///
    /// ```
    ///  0 version   4..5 payload length   6 next header   8..23 source   24..39 destination
    ///  extension:  0 next header   1 length / 8 - 1
    ///  fragment:   0 next header   2..3 offset / 8, more   4..7 identification
    /// ```
    ///
    /// - Returns: `nil` if the addresses aren't stored, or if it is no IPv6 header.
    @_lifetime(self: copy self)
    mutating func ipv6() -> IPHeader? {
        guard has(40), bytes.byte(at: offset) >> 4 == 6 else { return nil }
        let payloadLength = Int(bytes.uint16(at: offset + 4))
        let room = originalLength - offset
        // 0 stands for a jumbogram (RFC 2675) or a segment that the network card was to cut: what is left of the frame counts.
        let ipBytes = payloadLength == 0 ? room : 40 + payloadLength
        var header = IPHeader(
            source: IPAddress(high: bytes.uint64(at: offset + 8), low: bytes.uint64(at: offset + 16)),
            destination: IPAddress(high: bytes.uint64(at: offset + 24), low: bytes.uint64(at: offset + 32)),
            ipBytes: ipBytes, length: min(ipBytes, room), offset: offset, headerLength: 40,
            transportOffset: offset + 40,
            transportProtocol: bytes.byte(at: offset + 6))
        offset += 40
        readExtensions(&header)
        return header
    }

    @_lifetime(self: copy self)
    private mutating func readExtensions(_ header: inout IPHeader) {
        for _ in 0..<Self.deepest {
            let length: Int
            switch header.transportProtocol {
            case 0, 43, 60:  // hop-by-hop options, routing, destination options
                guard has(2) else { return header.isWhole = false }
                length = (Int(bytes.byte(at: offset + 1)) + 1) * 8
            case 44:  // fragment
                guard has(8) else { return header.isWhole = false }
                length = 8
                let field = bytes.uint16(at: offset + 2)
                // The offset is the upper 13 bits, more-fragments the lowest; neither set is a whole packet (RFC 6946).
                if field & 0xFFF9 != 0 {
                    header.fragment = PacketRecord.Fragment(
                        identification: bytes.uint32(at: offset + 4), isFirst: field >> 3 == 0)
                }
            default:
                return
            }
            header.transportProtocol = bytes.byte(at: offset)
            offset += length
            header.transportOffset = offset
            if header.fragment?.isFirst == false { return }
        }
    }
}
