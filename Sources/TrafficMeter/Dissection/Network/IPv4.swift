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
        // The addresses must be of the packet; options may be missing, and then nothing follows.
        guard headerLength >= 20, ipBytes >= 20 else { return nil }
        let end = min(bytes.byteCount, offset + ipBytes)
        guard let destination = destination(options: offset + 20..<offset + headerLength, end: end) else { return nil }
        let fragmentField = bytes.uint16(at: offset + 6)
        var header = IPHeader(
            source: IPAddress(ipv4: bytes.uint32(at: offset + 12)),
            destination: IPAddress(ipv4: destination), ipBytes: ipBytes, length: min(ipBytes, room),
            offset: offset, headerLength: headerLength, transportOffset: offset + headerLength,
            transportProtocol: bytes.byte(at: offset + 9))
        // More-fragments is bit 13, the offset the lower 13 bits.
        if fragmentField & 0x3FFF != 0 {
            header.fragment = PacketRecord.Fragment(
                identification: UInt32(bytes.uint16(at: offset + 4)), isFirst: fragmentField & 0x1FFF == 0)
        }
        header.isWhole = has(headerLength) && ipBytes >= headerLength
        offset += headerLength
        return header
    }

    /// Where an IPv4 packet goes in the end: the last address of a source route that isn't used up (RFC 791 § 3.1), else the
    /// destination field.
    ///
    /// ```
    ///  option:  0 type   1 length   source route, types 131 and 137:  2 pointer, from 4 on, past the length when used up   3.. addresses
    /// ```
    ///
    /// - Parameters:
    ///   - options: where they should be.
    ///   - end: the first offset that isn't the packet's or isn't stored.
    /// - Returns: `nil` if options are missing that could hold a route.
    private func destination(options: Range<Int>, end: Int) -> UInt32? {
        let field = bytes.uint32(at: options.lowerBound - 4)
        var option = options.lowerBound
        while option < options.upperBound {
            guard option < end else { return nil }
            let type = bytes.byte(at: option)
            if type == 0 { break }
            if type == 1 {
                option += 1
                continue
            }
            guard option + 1 < options.upperBound else { break }
            guard option + 1 < end else { return nil }
            let length = Int(bytes.byte(at: option + 1))
            guard length >= 2, option + length <= options.upperBound else { break }
            if type == 131 || type == 137, length >= 7 {
                guard option + length <= end else { return nil }
                let pointer = Int(bytes.byte(at: option + 2))
                return pointer >= 4 && pointer < length ? bytes.uint32(at: option + length - 4) : field
            }
            option += length
        }
        return field
    }
}
