/// Link headers of wide-area and older networks.
extension HeaderWalk {
    /// Cisco's HDLC (LINKTYPE_C_HDLC): address, control, EtherType.
    @_lifetime(self: copy self)
    mutating func ciscoHDLC() -> Layer {
        guard has(4) else { return .end }
        let type = bytes.uint16(at: offset + 2)
        offset += 4
        return .etherType(type)
    }

    /// Frame Relay (LINKTYPE_FRELAY): an address whose last byte is odd, then RFC 2427's header, or Cisco's bare EtherType.
    ///
    /// ```
    ///  0 control, 3   perhaps a pad of 0   then the network layer protocol: 0xCC IPv4, 0x8E IPv6, 0x80 SNAP, 0xCF PPP
    /// ```
    @_lifetime(self: copy self)
    mutating func frameRelay() -> Layer {
        var length = 1
        while has(length), length < 4, bytes.byte(at: offset + length - 1) & 1 == 0 { length += 1 }
        offset += length
        guard has(2) else { return .end }
        guard bytes.byte(at: offset) == 3 else {
            let type = bytes.uint16(at: offset)
            offset += 2
            return .etherType(type)
        }
        offset += bytes.byte(at: offset + 1) == 0 ? 2 : 1
        guard has(1) else { return .end }
        let identifier = bytes.byte(at: offset)
        offset += 1
        switch identifier {
        case 0xCC: return .ip(4)
        case 0x8E: return .ip(6)
        case 0xCF: return ppp()
        case 0x80: return subnetworkAccess()
        default: return .end
        }
    }

    /// IP over InfiniBand (LINKTYPE_IPOIB): 40 bytes of the adapter's, an EtherType, two reserved bytes (RFC 4391 § 6).
    @_lifetime(self: copy self)
    mutating func infiniBand() -> Layer {
        guard has(44) else { return .end }
        let type = bytes.uint16(at: offset + 40)
        offset += 44
        return .etherType(type)
    }

    /// FDDI (LINKTYPE_FDDI): frame control, both addresses, then 802.2; its frames have the control bits 0x50.
    @_lifetime(self: copy self)
    mutating func fddi() -> Layer {
        guard has(13), bytes.byte(at: offset) & 0xF0 == 0x50 else { return .end }
        offset += 13
        return logicalLinkControl()
    }

    /// Token Ring (LINKTYPE_IEEE802_5): access and frame control, both addresses, perhaps a route, then 802.2.
    ///
    /// ```
    ///  0 access control   1 frame control, 0x40 for data   8 the source's highest bit: a route follows   14 its length, 5 bits
    /// ```
    @_lifetime(self: copy self)
    mutating func tokenRing() -> Layer {
        guard has(15), bytes.byte(at: offset + 1) & 0xC0 == 0x40 else { return .end }
        let hasRoute = bytes.byte(at: offset + 8) & 0x80 != 0
        offset += 14 + (hasRoute ? Int(bytes.byte(at: offset + 14) & 0x1F) : 0)
        return logicalLinkControl()
    }
}
