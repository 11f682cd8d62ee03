extension HeaderWalk {
    /// Reads what an IP protocol number names (IANA, Protocol Numbers): a transport header, or an IP header inside a tunnel's.
    @_lifetime(self: copy self)
    @inline(__always)
    mutating func transport(_ number: UInt8, _ record: inout PacketRecord) -> Layer {
        guard record.fragment != .later else { return .end }
        switch number {
        case 6: tcp(&record)
        case 17:
            udp(&record)
            guard view == .inner, record.kind == .udp else { return .end }
            offset += 8
            return udpTunnel(&record)
        case 51: return authentication()
        default: return view == .inner ? tunnel(number) : .end
        }
        return .end
    }

    /// IPsec's authentication header (RFC 4302 § 2), behind which the payload is in clear.
    ///
    /// ```
    ///  0 next header   1 length / 4 - 2
    /// ```
    @_lifetime(self: copy self)
    private mutating func authentication() -> Layer {
        guard has(12) else { return .end }
        let next = bytes.byte(at: offset)
        offset += (Int(bytes.byte(at: offset + 1)) + 2) * 4
        return .transport(next)
    }

    /// Follows a tunnel that stands directly in IP (IANA, Protocol Numbers).
    @_lifetime(self: copy self)
    private mutating func tunnel(_ number: UInt8) -> Layer {
        switch number {
        case 4: return .ip(4)  // RFC 2003
        case 41: return .ip(6)  // RFC 4213 § 3
        case 47: return gre()
        case 97:  // EtherIP (RFC 3378): two bytes, then a frame
            offset += 2
            return .ethernet
        case 103: return multicastRegister()
        case 137: return mpls()  // RFC 4023
        case 143: return .ethernet  // RFC 8986 § 10.1
        default: return .end
        }
    }

    /// A register message of Protocol Independent Multicast (RFC 7761 § 4.9.3), which carries a packet.
    ///
    /// ```
    ///  0 version 2, type 1   4..7 flags   8.. packet
    /// ```
    @_lifetime(self: copy self)
    private mutating func multicastRegister() -> Layer {
        guard has(8), bytes.byte(at: offset) == 0x21 else { return .end }
        offset += 8
        return rawIP()
    }
}
