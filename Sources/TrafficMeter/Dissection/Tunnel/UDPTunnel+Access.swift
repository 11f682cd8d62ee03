/// Tunnels in UDP of access networks: dial-in, wireless controllers, mobility, remote capture.
extension HeaderWalk {
    /// L2TP's data messages (RFC 2661 § 3.1), which carry PPP.
    ///
    /// ```
    ///  0..1 0x8000 control, 0x4000 length, 0x0800 sequence, 0x0200 offset, 4 bits of version   then length, tunnel, session,
    ///  both sequence numbers, size of the offset, 2 bytes each if they are there
    /// ```
    @_lifetime(self: copy self)
    mutating func layerTwoTunnel() -> Layer {
        guard has(6) else { return .end }
        let flags = bytes.uint16(at: offset)
        guard flags & 0x8000 == 0, flags & 0x000F == 2 else { return .end }
        offset += 6 + (flags & 0x4000 != 0 ? 2 : 0) + (flags & 0x0800 != 0 ? 4 : 0)
        if flags & 0x0200 != 0 {
            guard has(2) else { return .end }
            offset += 2 + Int(bytes.uint16(at: offset))
        }
        return ppp()
    }

    /// CAPWAP's data channel (RFC 5415 § 4.3): an Ethernet frame, or a wireless one (RFC 5416) whose frame control has its bytes the
    /// other way round, as controllers send it and Wireshark expects it.
    ///
    /// ```
    ///  0 type, 4 bits: 0 in clear   1 header length / 4, 5 bits   3 binding, 5 bits from bit 6 of byte 2, 1 for 802.11
    ///  3 0x01 native frame, 0x80 fragment, 0x08 keep-alive
    /// ```
    @_lifetime(self: copy self)
    mutating func wirelessController(_ record: inout PacketRecord) -> Layer {
        guard has(8), bytes.byte(at: offset) & 0x0F == 0 else { return .end }
        // 5 bits of length, 5 of radio, 5 of binding, then the flags T F L W M K.
        let word = bytes.uint32(at: offset)
        let (length, binding) = (Int(word >> 19 & 0x1F) * 4, word >> 9 & 0x1F)
        let (isNative, isFragment, isKeepAlive) = (word & 0x100 != 0, word & 0x80 != 0, word & 0x08 != 0)
        guard length >= 8, has(length), !isFragment, !isKeepAlive else { return .end }
        offset += length
        guard isNative else { return .ethernet }
        return binding == 1 ? wireless(&record, isSwapped: true) : .end
    }

    /// LISP's data header (RFC 9300 § 5.1): 8 bytes, then IP.
    @_lifetime(self: copy self)
    mutating func locatorSeparation() -> Layer {
        offset += 8
        return rawIP()
    }

    /// TaZmen Sniffer Protocol, by which probes and routers send what they capture.
    ///
    /// ```
    ///  0 version   1 type: 0 received, 1 to be sent   2..3 encapsulation: 1 Ethernet, 18 802.11
    ///  4.. fields: tag, length, value; tag 0 pads, tag 1 is the last, both without length
    /// ```
    @_lifetime(self: copy self)
    mutating func sniffed(_ record: inout PacketRecord) -> Layer {
        guard has(4), bytes.byte(at: offset + 1) <= 1 else { return .end }
        let encapsulation = bytes.uint16(at: offset + 2)
        offset += 4
        while has(1), bytes.byte(at: offset) != 1 {
            if bytes.byte(at: offset) == 0 {
                offset += 1
            } else {
                guard has(2) else { return .end }
                offset += 2 + Int(bytes.byte(at: offset + 1))
            }
        }
        offset += 1
        switch encapsulation {
        case 1: return .ethernet
        case 18: return wireless(&record)
        default: return .end
        }
    }
}
