extension HeaderWalk {
    /// LINKTYPE_NULL and LINKTYPE_LOOP: four bytes of address family, in the capturing machine's byte order or in network order.
    ///
    /// IPv4 is 2 everywhere; IPv6 is 24 (NetBSD, OpenBSD), 28 (FreeBSD), 30 (Darwin), 23 (Windows) or 10 (Linux), as
    /// tcpdump.org/linktypes/LINKTYPE_NULL.html lists them. Families fit 16 bits, which tells the byte order; what is no family
    /// but fits an EtherType is one, with stray bits above it (as Wireshark reads such captures).
    @_lifetime(self: copy self)
    mutating func loopback() -> Layer {
        guard has(4) else { return .end }
        let value = bytes.uint32(at: offset, .little)
        offset += 4
        switch (value > 0xFFFF ? value.byteSwapped : value) & 0xFFFF {
        case 2: return .ip(4)
        case 10, 23, 24, 28, 30: return .ip(6)
        case let type where type >= 0x0600: return .etherType(UInt16(type))
        default: return .end
        }
    }
}
