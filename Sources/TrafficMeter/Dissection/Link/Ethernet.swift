extension HeaderWalk {
    /// Ethernet II or IEEE 802.3 (RFC 894, RFC 1042).
    ///
    /// ```
    ///  0..5 destination   6..11 source   12..13 EtherType, or length up to 1500
    /// ```
    @_lifetime(self: copy self)
    mutating func ethernet(_ record: inout PacketRecord) -> Layer {
        guard has(14) else { return .end }
        // Source and EtherType in one load.
        let word = bytes.uint64(at: offset + 6)
        // A tunnel's frame is another machine's.
        if record.linkSource == 0 { record.linkSource = 1 << 63 | word >> 16 }
        offset += 14
        let type = UInt16(truncatingIfNeeded: word)
        return type >= 0x0600 ? etherType(type, &record) : logicalLinkControl()
    }

    /// IEEE 802.2 with SNAP (RFC 1042): AA AA 03, then an organisation of 0 and an EtherType.
    @_lifetime(self: copy self)
    mutating func logicalLinkControl() -> Layer {
        guard has(3), bytes.uint16(at: offset) == 0xAAAA, bytes.byte(at: offset + 2) == 3 else { return .end }
        offset += 3
        return subnetworkAccess()
    }

    /// SNAP's organisation of 0 and EtherType (IEEE 802).
    @_lifetime(self: copy self)
    mutating func subnetworkAccess() -> Layer {
        guard has(5), bytes.uint16(at: offset) == 0, bytes.byte(at: offset + 2) == 0 else { return .end }
        let type = bytes.uint16(at: offset + 3)
        offset += 5
        return .etherType(type)
    }

    /// Follows an EtherType, through VLAN tags (IEEE 802.1Q, 802.1ad).
    ///
    /// ```
    ///  tag:  0..1 priority and VLAN identifier   2..3 EtherType
    /// ```
    @_lifetime(self: copy self)
    mutating func etherType(_ type: UInt16, _ record: inout PacketRecord) -> Layer {
        switch type {
        case 0x0800: return ipv4(&record)
        case 0x86DD: return ipv6(&record)
        case 0x0806, 0x8035:  // RARP (RFC 903) is the same protocol
            if record.kind == .nonIP { record.protocolNumber = NonIPKind.arp.rawValue }
            return .end
        case 0x8100, 0x88A8, 0x9100, 0x9200:
            guard has(4) else { return .end }
            let inner = bytes.uint16(at: offset + 2)
            offset += 4
            return inner >= 0x0600 ? .etherType(inner) : logicalLinkControl()
        case 0x8847, 0x8848: return mpls()
        case 0x8864: return pppoe()
        default: return shim(type)
        }
    }
}

extension RawSpan {
    /// Six bytes of link address with bit 63 set, so that an address of zeros differs from none.
    func linkAddress(at offset: Int) -> UInt64 {
        1 << 63 | UInt64(uint16(at: offset)) << 32 | UInt64(uint32(at: offset + 2))
    }
}
