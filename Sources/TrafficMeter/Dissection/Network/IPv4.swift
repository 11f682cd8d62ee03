extension HeaderWalk {
    /// An IPv4 header (RFC 791 § 3.1); moves past it.
    ///
    /// ```
    ///  0 version, header length / 4   2..3 total length   4..5 identification   6..7 flags, fragment offset / 8
    ///  9 protocol   12..15 source   16..19 destination
    /// ```
    ///
    /// - Returns: `nil` if the addresses aren't stored, or if it is no IPv4 header.
    @_lifetime(self: copy self)
    mutating func ipv4() -> IPHeader? {
        guard has(20), bytes.byte(at: offset) >> 4 == 4 else { return nil }
        let headerLength = Int(bytes.byte(at: offset) & 15) * 4
        let totalLength = Int(bytes.uint16(at: offset + 2))
        let room = originalLength - offset
        // A total length of 0 stands for a segment that the network card was to cut (TSO): what is left of the frame counts.
        let ipBytes = totalLength == 0 ? room : totalLength
        guard headerLength >= 20, ipBytes >= headerLength else { return nil }
        let fragmentField = bytes.uint16(at: offset + 6)
        var header = IPHeader(
            source: IPAddress(ipv4: bytes.uint32(at: offset + 12)),
            destination: IPAddress(ipv4: bytes.uint32(at: offset + 16)), ipBytes: ipBytes, length: min(ipBytes, room),
            offset: offset, headerLength: headerLength, transportOffset: offset + headerLength,
            transportProtocol: bytes.byte(at: offset + 9))
        // More-fragments is bit 13, the offset the lower 13 bits.
        if fragmentField & 0x3FFF != 0 {
            header.fragment = PacketRecord.Fragment(
                identification: UInt32(bytes.uint16(at: offset + 4)), isFirst: fragmentField & 0x1FFF == 0)
        }
        header.isWhole = has(headerLength)
        offset += headerLength
        return header
    }
}
