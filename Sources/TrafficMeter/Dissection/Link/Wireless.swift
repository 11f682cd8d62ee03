extension HeaderWalk {
    /// Radiotap (radiotap.org): a header of the length that it states, before an IEEE 802.11 frame.
    ///
    /// ```
    ///  0 version, 0   2..3 length   4..7 fields present, bit 31: four more bytes of them follow   all little-endian
    /// ```
    @_lifetime(self: copy self)
    mutating func radiotap(_ record: inout PacketRecord) -> Layer {
        guard has(8), bytes.byte(at: offset) == 0 else { return .end }
        let start = offset
        let length = Int(bytes.uint16(at: offset + 2, .little))
        let present = bytes.uint32(at: offset + 4, .little)
        var field = 8
        while has(field), bytes.uint32(at: start + field - 4, .little) >> 31 != 0 { field += 4 }
        // TSFT is first, 8 bytes on a border of 8; then come the flags, of which 0x20 says that the header is padded to 4 bytes.
        if present & 1 != 0 { field = (field + 7) / 8 * 8 + 8 }
        let isPadded = present & 2 != 0 && has(field + 1) && bytes.byte(at: start + field) & 0x20 != 0
        guard length >= 8, has(length) else { return .end }
        offset += length
        return wireless(&record, isPadded: isPadded)
    }

    /// Prism (LINKTYPE_IEEE802_11_PRISM) or AVS (LINKTYPE_IEEE802_11_AVS), whose magic number tells it.
    ///
    /// ```
    ///  Prism:  0..3 message, little-endian   4..7 length      AVS:  0..3 0x8021_1001 or 2, big-endian   4..7 length
    /// ```
    @_lifetime(self: copy self)
    mutating func prism(_ record: inout PacketRecord) -> Layer {
        guard has(8) else { return .end }
        let isAVS = bytes.uint32(at: offset) & 0xFFFF_F000 == 0x8021_1000
        let length = Int(bytes.uint32(at: offset + 4, isAVS ? .big : .little))
        guard length >= 8, has(length) else { return .end }
        offset += length
        return wireless(&record)
    }

    /// Per-Packet Information (LINKTYPE_PPI): a header of the length that it states, and the link type behind it.
    ///
    /// ```
    ///  0 version, 0   2..3 length   4..7 data link type   all little-endian
    /// ```
    @_lifetime(self: copy self)
    mutating func perPacketInformation() -> Layer {
        guard has(8) else { return .end }
        let length = Int(bytes.uint16(at: offset + 2, .little))
        let datalink = bytes.uint32(at: offset + 4, .little)
        guard length >= 8, has(length), datalink <= 0xFFFF else { return .end }
        offset += length
        return .link(LinkType(rawValue: UInt16(datalink)))
    }

    /// An IEEE 802.11 frame (IEEE 802.11-2020 § 9.2): data frames in clear are followed, all others carry no packet.
    ///
    /// ```
    ///  0 version, type, subtype   1 flags: 1 to, 2 from the distribution system, 4 more fragments, 0x40 protected, 0x80 +HTC
    ///  22..23 fragment number, 4 bits, sequence   +6 fourth address   +2 QoS control   +4 HT control
    /// ```
    @_lifetime(self: copy self)
    mutating func wireless(_ record: inout PacketRecord, isPadded: Bool = false, isSwapped: Bool = false) -> Layer {
        guard has(24) else { return .end }
        let control = bytes.byte(at: isSwapped ? offset + 1 : offset)
        let flags = bytes.byte(at: isSwapped ? offset : offset + 1)
        // Type 2 is data; the subtype's bit 0x40 says that there is none in it, 0x80 that it has a QoS field.
        guard control & 0x0C == 0x08, control & 0x40 == 0, flags & 0x44 == 0 else { return .end }
        // A controller has put fragments together, and its sequence field is swapped too.
        guard isSwapped || bytes.byte(at: offset + 22) & 0x0F == 0 else { return .end }
        let hasQoS = control & 0x80 != 0
        record.linkSource = bytes.linkAddress(at: offset + (flags & 2 == 0 ? 10 : 16))
        var length = 24 + (flags & 3 == 3 ? 6 : 0)
        var isAggregate = false
        if hasQoS {
            guard has(length + 2) else { return .end }
            isAggregate = bytes.byte(at: offset + length) & 0x80 != 0
            length += 2 + (flags & 0x80 != 0 ? 4 : 0)
        }
        offset += isPadded ? (length + 3) / 4 * 4 : length
        return isAggregate ? .aggregate : logicalLinkControl()
    }

    /// An A-MSDU (§ 9.3.2.2): frames behind one another, of which the first is the outer and the last the inner.
    ///
    /// ```
    ///  0..5 destination   6..11 source   12..13 length of the rest   padded to 4
    /// ```
    @_lifetime(self: copy self)
    mutating func aggregate() -> Layer {
        guard has(14) else { return .end }
        var next = offset
        repeat {
            offset = next
            next += (14 + Int(bytes.uint16(at: offset + 12)) + 3) / 4 * 4
        } while view == .inner && bytes.byteCount - next >= 22
        offset += 14
        return logicalLinkControl()
    }
}
