extension HeaderWalk {
    /// An IPv4 header (RFC 791 § 3.1); moves past it.
    ///
    /// ```
    ///  0 version, header length / 4   2..3 total length   4..5 identification   6..7 flags, fragment offset / 8
    ///  9 protocol   12..15 source   16..19 destination
    /// ```
    ///
    /// - Returns: what follows; the end if the addresses aren't stored, or if it is no IPv4 header.
    @_lifetime(self: copy self)
    mutating func ipv4(_ record: inout PacketRecord) -> Layer {
        // Some senders announce IPv6 so; the version field decides.
        if has(1), bytes.byte(at: offset) >> 4 == 6 { return ipv6(&record) }
        guard has(20) else { return undecodable(&record) }
        // Two loads for what would be eight fields: bytes 0..7 and 8..15.
        let (start, middle) = (bytes.uint64(at: offset), bytes.uint64(at: offset + 8))
        let headerLength = Int(start >> 56 & 15) * 4
        let totalLength = Int(start >> 32 & 0xFFFF)
        let room = originalLength - offset
        // A total length of 0 stands for a segment that the network card was to cut (TSO): what is left of the frame counts.
        let ipBytes = totalLength == 0 ? room : totalLength
        // The addresses must be of the packet; options may be missing, and then nothing follows.
        guard start >> 60 == 4, headerLength >= 20, ipBytes >= 20 else { return undecodable(&record) }
        var destination = bytes.uint32(at: offset + 16)
        if headerLength > 20 {
            let end = min(bytes.byteCount, offset + ipBytes)
            guard let last = routed(destination, options: offset + 20..<offset + headerLength, end: end) else {
                return undecodable(&record)
            }
            destination = last
        }
        record.beginIP(at: offset, headerLength: headerLength)
        record.source = IPAddress(ipv4: UInt32(truncatingIfNeeded: middle))
        record.destination = IPAddress(ipv4: destination)
        record.protocolNumber = UInt8(truncatingIfNeeded: middle >> 48)
        record.ipBytes = ipBytes
        record.ipLength = min(ipBytes, room)
        record.payloadOffset = offset + headerLength
        record.identification = UInt32(start >> 16 & 0xFFFF)
        // More-fragments is bit 13, the offset the lower 13 bits.
        if start & 0x3FFF != 0 {
            record.fragment = start & 0x1FFF == 0 ? .first : .later
        }
        guard has(headerLength), ipBytes >= headerLength else { return .end }
        offset += headerLength
        return transport(record.protocolNumber, &record)
    }

    /// Where an IPv4 packet goes in the end: the last address of a source route that isn't used up (RFC 791 § 3.1), else the
    /// destination field.
    ///
    /// ```
    ///  option:  0 type   1 length   source route, types 131 and 137:  2 pointer, from 4 on, past the length when used up   3.. addresses
    /// ```
    ///
    /// - Parameters:
    ///   - field: the destination field.
    ///   - options: where they should be.
    ///   - end: the first offset that isn't the packet's or isn't stored.
    /// - Returns: `nil` if options are missing that could hold a route.
    private func routed(_ field: UInt32, options: Range<Int>, end: Int) -> UInt32? {
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

    /// An IP header that can't be read ends the walk.
    func undecodable(_ record: inout PacketRecord) -> Layer {
        record.markUndecodable()
        return .end
    }
}
