/// Headers that stand between an Ethernet header and the packet, beside VLAN tags and MPLS.
extension HeaderWalk {
    /// Passes what an EtherType announces, as far as another frame or EtherType stands behind it.
    @_lifetime(self: copy self)
    mutating func shim(_ type: UInt16) -> Layer {
        switch type {
        case 0x8926: return tag(of: 4)  // VN-Tag (Cisco)
        case 0x893F: return tag(of: 6)  // E-TAG (IEEE 802.1BR)
        case 0x892F: return tag(of: 4)  // High-availability Seamless Redundancy (IEC 62439-3)
        case 0x8909: return tag(of: 6)  // Cisco MetaData
        case 0x88E7: return frame(behind: 4)  // backbone bridging's I-TAG (IEEE 802.1ah)
        case 0x8903: return frame(behind: 2)  // Cisco FabricPath, whose addresses were read as Ethernet's
        case 0x6558: return frame(behind: 0)  // transparent bridging
        case 0x88E5: return macSecurity()
        case 0x894F: return serviceHeader()
        case 0x22F3: return trill()
        case 0xD28B: return aristaTimestamp()
        default: return .end
        }
    }

    /// A tag of a length, then an EtherType.
    @_lifetime(self: copy self)
    private mutating func tag(of length: Int) -> Layer {
        offset += length
        guard has(2) else { return .end }
        let type = bytes.uint16(at: offset)
        offset += 2
        return .etherType(type)
    }

    @_lifetime(self: copy self)
    private mutating func frame(behind length: Int) -> Layer {
        offset += length
        return .ethernet
    }

    /// MACsec (IEEE 802.1AE § 9), which can be read where it only protects from change.
    ///
    /// ```
    ///  0 0x20 channel identifier, 0x08 encrypted, 0x04 changed   1 short length   2..5 packet number   6..13 channel identifier
    /// ```
    @_lifetime(self: copy self)
    private mutating func macSecurity() -> Layer {
        guard has(1), bytes.byte(at: offset) & 0x0C == 0 else { return .end }
        return tag(of: bytes.byte(at: offset) & 0x20 != 0 ? 14 : 6)
    }

    /// Network Service Header (RFC 8300 § 2).
    ///
    /// ```
    ///  0..1 the lower 6 bits: length / 4   2 metadata type   3 next protocol: 1 IPv4, 2 IPv6, 3 Ethernet, 4 this again, 5 MPLS
    /// ```
    @_lifetime(self: copy self)
    mutating func serviceHeader() -> Layer {
        guard has(4) else { return .end }
        let (length, next) = (Int(bytes.byte(at: offset + 1) & 0x3F) * 4, bytes.byte(at: offset + 3))
        guard length >= 8 else { return .end }
        offset += length
        switch next {
        case 1: return .ip(4)
        case 2: return .ip(6)
        case 3: return .ethernet
        case 4: return .etherType(0x894F)
        case 5: return .etherType(0x8847)
        default: return .end
        }
    }

    /// Transparent Interconnection of Lots of Links (RFC 6325 § 3.1).
    ///
    /// ```
    ///  0..1 version, 2 bits, ..., length of options / 4, 5 bits, hop count, 6 bits   2..3 egress   4..5 ingress
    /// ```
    @_lifetime(self: copy self)
    private mutating func trill() -> Layer {
        guard has(2) else { return .end }
        return frame(behind: 6 + Int(bytes.uint16(at: offset) >> 6 & 0x1F) * 4)
    }

    /// Arista's timestamp (subtype 1): 64 bits in version 0x0010 and 0x0110, 48 in version 0x0020 and 0x0120.
    ///
    /// ```
    ///  0..1 subtype   2..3 version   4.. time
    /// ```
    @_lifetime(self: copy self)
    private mutating func aristaTimestamp() -> Layer {
        guard has(4), bytes.uint16(at: offset) == 1 else { return .end }
        switch bytes.uint16(at: offset + 2) {
        case 0x0010, 0x0110: return tag(of: 12)
        case 0x0020, 0x0120: return tag(of: 10)
        default: return .end
        }
    }
}
