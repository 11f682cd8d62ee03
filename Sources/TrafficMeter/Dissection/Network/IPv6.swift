extension HeaderWalk {
    /// An IPv6 header with its extension headers (RFC 8200 § 3, § 4); moves past them.
    ///
    /// ```
    ///  0 version   4..5 payload length   6 next header   8..23 source   24..39 destination
    /// ```
    ///
    /// - Returns: what follows; the end if the addresses aren't stored, or if it is no IPv6 header.
    @_lifetime(self: copy self)
    mutating func ipv6(_ record: inout PacketRecord) -> Layer {
        guard has(40) else { return undecodable(&record) }
        let start = bytes.uint64(at: offset)
        guard start >> 60 == 6 else { return undecodable(&record) }
        let payloadLength = Int(start >> 16 & 0xFFFF)
        let room = originalLength - offset
        record.beginIP(at: offset, headerLength: 40)
        record.source = IPAddress(high: bytes.uint64(at: offset + 8), low: bytes.uint64(at: offset + 16))
        record.destination = IPAddress(high: bytes.uint64(at: offset + 24), low: bytes.uint64(at: offset + 32))
        // 0 stands for a jumbogram (RFC 2675) or a segment that the network card was to cut: what is left of the frame counts.
        record.ipBytes = payloadLength == 0 ? room : 40 + payloadLength
        record.ipLength = min(record.ipBytes, room)
        record.protocolNumber = UInt8(truncatingIfNeeded: start >> 8)
        offset += 40
        record.payloadOffset = offset
        switch record.protocolNumber {
        case 0, 43, 44, 60: return extensions(&record)
        default: return transport(record.protocolNumber, &record)
        }
    }

    /// The extension headers up to the first that isn't one, or to a later fragment's.
    ///
    /// ```
    ///  extension:  0 next header   1 length / 8 - 1
    ///  fragment:   0 next header   2..3 offset / 8, more   4..7 identification
    /// ```
    @_lifetime(self: copy self)
    private mutating func extensions(_ record: inout PacketRecord) -> Layer {
        for _ in 0..<Self.deepest {
            let length: Int
            switch record.protocolNumber {
            case 0, 43, 60:  // hop-by-hop options, routing, destination options
                guard has(2) else { return .end }
                length = (Int(bytes.byte(at: offset + 1)) + 1) * 8
            case 44:  // fragment
                guard has(8) else { return .end }
                length = 8
                let field = bytes.uint16(at: offset + 2)
                // The offset is the upper 13 bits, more-fragments the lowest; neither set is a whole packet (RFC 6946).
                if field & 0xFFF9 != 0 {
                    record.identification = bytes.uint32(at: offset + 4)
                    record.fragment = field >> 3 == 0 ? .first : .later
                }
            default:
                return transport(record.protocolNumber, &record)
            }
            record.protocolNumber = bytes.byte(at: offset)
            offset += length
            record.payloadOffset = offset
            if record.fragment == .later { return .end }
        }
        record.isTooDeep = true
        return .end
    }
}
