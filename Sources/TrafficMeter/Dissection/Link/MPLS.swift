extension HeaderWalk {
    /// A stack of MPLS labels (RFC 3032 § 2.1); what follows names itself by its first four bits only.
    ///
    /// ```
    ///  each:  0..2 label, 20 bits, class, 3 bits, bottom of stack, 1 bit   3 time to live
    /// ```
    ///
    /// 4 and 6 are IP. 0 is the control word of a pseudowire that carries Ethernet (RFC 4385 § 3), or the destination of a frame
    /// without one (RFC 4448 § 4.6): whichever puts a known EtherType in its place. Anything else isn't followed, nor what is
    /// behind the labels 13 and 14 of maintenance messages (RFC 5586, RFC 3429).
    @_lifetime(self: copy self)
    mutating func mpls() -> Layer {
        var entry: UInt32 = 0
        while entry & 0x100 == 0 {
            guard has(4) else { return .end }
            entry = bytes.uint32(at: offset)
            offset += 4
        }
        guard has(1), !(13...14).contains(entry >> 12) else { return .end }
        switch bytes.byte(at: offset) >> 4 {
        case 4: return .ip(4)
        case 6: return .ip(6)
        case 0:
            if hasKnownEtherType(at: offset + 12) { return .ethernet }
            guard hasKnownEtherType(at: offset + 16) else { return .end }
            offset += 4
            return .ethernet
        default: return .end
        }
    }

    /// Whether an EtherType that is dissected stands at an offset.
    private func hasKnownEtherType(at position: Int) -> Bool {
        guard bytes.byteCount - position >= 2 else { return false }
        switch bytes.uint16(at: position) {
        case 0x0800, 0x0806, 0x86DD, 0x8100, 0x88A8, 0x9100, 0x9200, 0x8847, 0x8848, 0x8863, 0x8864: return true
        default: return false
        }
    }
}
