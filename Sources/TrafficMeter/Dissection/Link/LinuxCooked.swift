extension HeaderWalk {
    /// LINKTYPE_LINUX_SLL (tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html).
    ///
    /// ```
    ///  0..1 packet type   2..3 ARPHRD type   4..5 address length   6..13 sender's address   14..15 protocol
    /// ```
    @_lifetime(self: copy self)
    mutating func linuxCooked(_ record: inout PacketRecord) -> Layer {
        guard has(16) else { return .end }
        let hardware = bytes.uint16(at: offset + 2)
        let type = bytes.uint16(at: offset + 14)
        readSender(type: bytes.uint16(at: offset), length: Int(bytes.uint16(at: offset + 4)), at: offset + 6, &record)
        offset += 16
        return cooked(type, hardware)
    }

    /// LINKTYPE_LINUX_SLL2 (tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html).
    ///
    /// ```
    ///  0..1 protocol   4..7 interface index   8..9 ARPHRD type   10 packet type   11 address length   12..19 sender's address
    /// ```
    @_lifetime(self: copy self)
    mutating func linuxCooked2(_ record: inout PacketRecord) -> Layer {
        guard has(20) else { return .end }
        let hardware = bytes.uint16(at: offset + 8)
        let type = bytes.uint16(at: offset)
        record.cookedInterface = bytes.uint32(at: offset + 4)
        readSender(
            type: UInt16(bytes.byte(at: offset + 10)), length: Int(bytes.byte(at: offset + 11)), at: offset + 12,
            &record)
        offset += 20
        return cooked(type, hardware)
    }

    /// The sender's address, and the direction: packet type 4 was sent by the capturing machine, 0 was sent to it.
    private func readSender(type: UInt16, length: Int, at position: Int, _ record: inout PacketRecord) {
        if length == 6 { record.linkSource = bytes.linkAddress(at: position) }
        if record.direction == .unknown {
            record.direction = type == 4 ? .outbound : (type == 0 ? .inbound : .unknown)
        }
    }

    /// Protocol 4 is an IEEE 802.2 frame; netlink (ARPHRD 824) gives the field another meaning.
    @_lifetime(self: copy self)
    private mutating func cooked(_ type: UInt16, _ hardware: UInt16) -> Layer {
        if hardware == 824 { return .end }
        if type == 4 { return logicalLinkControl() }
        return type >= 0x0600 ? .etherType(type) : .end
    }
}
