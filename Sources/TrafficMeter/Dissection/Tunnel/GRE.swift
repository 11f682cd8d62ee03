extension HeaderWalk {
    /// Generic Routing Encapsulation (RFC 2784, RFC 2890; with source routes RFC 1701; version 1, PPTP, RFC 2637 § 4.1).
    ///
    /// ```
    ///  0..1 flags: 0x8000 checksum, 0x4000 routing, 0x2000 key, 0x1000 sequence, 0x0080 acknowledgement (version 1), 7 version
    ///  2..3 protocol   then 4 bytes for each that is there, checksum and routing together
    /// ```
    @_lifetime(self: copy self)
    mutating func gre() -> Layer {
        guard has(4) else { return .end }
        let (flags, type) = (bytes.uint16(at: offset), bytes.uint16(at: offset + 2))
        offset += 4
        if flags & 0xC000 != 0 { offset += 4 }
        if flags & 0x2000 != 0 { offset += 4 }
        let hasSequence = flags & 0x1000 != 0
        if hasSequence { offset += 4 }
        if flags & 0x0080 != 0, flags & 7 == 1 { offset += 4 }
        if flags & 0x4000 != 0 { guard skipSourceRoutes() else { return .end } }
        switch type {
        case 0x0800: return .ip(4)
        case 0x86DD: return .ip(6)
        case 0x6558, 0x6400: return .ethernet  // transparent bridging; 0x6400 is Aruba's and others'
        case 0x8847, 0x8848: return mpls()
        case 0x880B, 0x8881, 0x88D2: return ppp()  // the last two are 3GPP2's (A.S0008-C)
        case 0x883E: return webCacheRedirect()
        case 0x88BE: return erspan(hasHeader: hasSequence)
        case 0x22EB: return erspan3()
        default: return .end
        }
    }

    /// RFC 1701: entries of address family, offset and length, up to one of family 0 and length 0.
    @_lifetime(self: copy self)
    private mutating func skipSourceRoutes() -> Bool {
        while has(4) {
            let (family, length) = (bytes.uint16(at: offset), Int(bytes.byte(at: offset + 3)))
            offset += 4 + length
            if family == 0, length == 0 { return true }
        }
        return false
    }

    /// The Web Cache Communication Protocol's redirect header, 4 bytes, which only its version 2 has (draft-wilson-wrec-wccp-v2-01 § 3.12.2).
    @_lifetime(self: copy self)
    private mutating func webCacheRedirect() -> Layer {
        guard has(1) else { return .end }
        if bytes.byte(at: offset) >> 4 != 4 { offset += 4 }
        return .ip(4)
    }

    /// ERSPAN I, without a header of its own, or II with one of 8 bytes (draft-foschiano-erspan-03 § 4.1, § 4.2).
    @_lifetime(self: copy self)
    private mutating func erspan(hasHeader: Bool) -> Layer {
        if hasHeader { offset += 8 }
        return .ethernet
    }

    /// ERSPAN III: 12 bytes, and 8 more if the last bit says so (§ 4.3).
    @_lifetime(self: copy self)
    private mutating func erspan3() -> Layer {
        guard has(12) else { return .end }
        offset += bytes.byte(at: offset + 11) & 1 != 0 ? 20 : 12
        return .ethernet
    }
}
