extension HeaderWalk {
    /// The session stage of PPP over Ethernet (RFC 2516 § 4).
    ///
    /// ```
    ///  0 version, type   1 code, 0 for a session's data   2..3 session   4..5 length   6.. PPP
    /// ```
    @_lifetime(self: copy self)
    mutating func pppoe() -> Layer {
        guard has(6), bytes.byte(at: offset + 1) == 0 else { return .end }
        offset += 6
        return ppp()
    }

    /// PPP, with or without the address and control bytes of HDLC (RFC 1662 § 3.1), protocol field compressed or not (RFC 1661 § 6.5).
    @_lifetime(self: copy self)
    mutating func ppp() -> Layer {
        if has(2), bytes.uint16(at: offset) == 0xFF03 { offset += 2 }
        // Cisco's HDLC is captured as PPP too; its addresses are no beginning of a protocol number (RFC 1547 § 4.3.1).
        if has(2), [0x0F00, 0x8F00].contains(bytes.uint16(at: offset)) { return ciscoHDLC() }
        guard has(1) else { return .end }
        // The last byte of a protocol number is odd, all before it are even.
        let isShort = bytes.byte(at: offset) & 1 != 0
        guard isShort || has(2) else { return .end }
        let type = isShort ? UInt16(bytes.byte(at: offset)) : bytes.uint16(at: offset)
        offset += isShort ? 1 : 2
        switch type {
        case 0x0021: return .ip(4)  // RFC 1332
        case 0x0057: return .ip(6)  // RFC 5072
        case 0x0281, 0x0283: return mpls()  // RFC 3032 § 4
        default: return .end
        }
    }
}
