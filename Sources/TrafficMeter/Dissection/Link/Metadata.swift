/// Headers that the capturing machine writes before the packet.
extension HeaderWalk {
    /// LINKTYPE_NFLOG (tcpdump.org/linktypes/LINKTYPE_NFLOG.html): attributes in the machine's own byte order, one of which is the packet.
    ///
    /// ```
    ///  0 family   1 version, 0   2..3 resource   then attributes:  0..1 length with these 4 bytes   2..3 type   padded to 4
    /// ```
    @_lifetime(self: copy self)
    mutating func nflog() -> Layer {
        guard has(4), bytes.byte(at: offset + 1) == 0 else { return .end }
        offset += 4
        // The order in which the first attribute is no longer than the packet is the machine's.
        guard has(4) else { return .end }
        let order: Endianness = bytes.uint16(at: offset, .little) <= bytes.uint16(at: offset, .big) ? .little : .big
        while has(4) {
            let length = Int(bytes.uint16(at: offset, order))
            guard length >= 4 else { return .end }
            if bytes.uint16(at: offset + 2, order) == 9 {  // NFULA_PAYLOAD
                offset += 4
                return rawIP()
            }
            offset += (length + 3) / 4 * 4
        }
        return .end
    }

    /// LINKTYPE_PKTAP (tcpdump.org/linktypes/LINKTYPE_PKTAP.html), little-endian.
    ///
    /// ```
    ///  0..3 header length   4..7 record, 1 for a packet   8..11 data link type   12..35 interface   36..39 flags: 1 in, 2 out
    /// ```
    @_lifetime(self: copy self)
    mutating func pktap(_ record: inout PacketRecord) -> Layer {
        guard has(40) else { return .end }
        let length = Int(bytes.uint32(at: offset, .little))
        let datalink = bytes.uint32(at: offset + 8, .little)
        guard bytes.uint32(at: offset + 4, .little) == 1, length >= 40, has(length), datalink <= 0xFFFF else {
            return .end
        }
        let flags = bytes.uint32(at: offset + 36, .little)
        if record.direction == .unknown {
            record.direction = flags & 3 == 1 ? .inbound : flags & 3 == 2 ? .outbound : .unknown
        }
        offset += length
        return .link(LinkType(rawValue: UInt16(datalink)))
    }

    /// LINKTYPE_IPNET (Solaris; tcpdump.org/linktypes/LINKTYPE_IPNET.html): 24 bytes, then IP.
    @_lifetime(self: copy self)
    mutating func ipnet() -> Layer {
        offset += 24
        return rawIP()
    }
}
