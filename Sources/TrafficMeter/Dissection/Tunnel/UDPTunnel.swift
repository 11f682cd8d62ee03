extension HeaderWalk {
    /// What a UDP datagram carries if one of its ports is a tunnel's (IANA, Service Names and Port Numbers); stands behind the UDP header.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func udpTunnel(_ record: inout PacketRecord) -> Layer {
        // The server's port is mostly the lower one; the other may be anybody's.
        let first = min(record.sourcePort, record.destinationPort)
        let second = max(record.sourcePort, record.destinationPort)
        if Self.isTunnel(first) { return udpTunnel(first, &record) }
        return Self.isTunnel(second) ? udpTunnel(second, &record) : .end
    }

    @inline(__always)
    static func isTunnel(_ port: UInt16) -> Bool {
        switch port {
        case 1701, 2123, 2152, 3544, 4341, 4754, 4789, 4790, 5247, 6081, 6635, 37008: true
        default: false
        }
    }

    @_lifetime(self: copy self)
    private mutating func udpTunnel(_ port: UInt16, _ record: inout PacketRecord) -> Layer {
        switch port {
        case 1701: layerTwoTunnel()
        case 2123, 2152: gtpU()  // some senders put data on the control port
        case 3544: teredo()
        case 4341: locatorSeparation()
        case 4754: gre()  // RFC 8086
        case 4789: vxlan()
        case 4790: vxlanGPE()
        case 5247: wirelessController(&record)
        case 6081: geneve()
        case 6635: mpls()  // RFC 7510
        case 37008: sniffed(&record)
        default: .end
        }
    }

    /// VXLAN (RFC 7348 § 5).
    ///
    /// ```
    ///  0 flags: 8, the network identifier is valid   4..6 network identifier   8.. Ethernet
    /// ```
    @_lifetime(self: copy self)
    private mutating func vxlan() -> Layer {
        guard has(8), bytes.byte(at: offset) & 8 != 0 else { return .end }
        offset += 8
        return .ethernet
    }

    /// VXLAN with a protocol field (draft-ietf-nvo3-vxlan-gpe § 3).
    ///
    /// ```
    ///  0 flags: 8 identifier, 4 protocol   3 protocol: 1 IPv4, 2 IPv6, 3 Ethernet, 4 NSH, 5 MPLS
    /// ```
    @_lifetime(self: copy self)
    private mutating func vxlanGPE() -> Layer {
        guard has(8) else { return .end }
        let type = bytes.byte(at: offset + 3)
        offset += 8
        switch type {
        case 1: return .ip(4)
        case 2: return .ip(6)
        case 3: return .ethernet
        case 4: return serviceHeader()
        case 5: return mpls()
        default: return .end
        }
    }

    /// Geneve (RFC 8926 § 3.4).
    ///
    /// ```
    ///  0 version, 2 bits, length of options / 4   2..3 protocol   4..6 network identifier   8.. options
    /// ```
    @_lifetime(self: copy self)
    private mutating func geneve() -> Layer {
        guard has(8), bytes.byte(at: offset) >> 6 == 0 else { return .end }
        let type = bytes.uint16(at: offset + 2)
        offset += 8 + Int(bytes.byte(at: offset) & 0x3F) * 4
        return type == 0x6558 ? .ethernet : .etherType(type)
    }

    /// GTP-U (3GPP TS 29.281 § 5.1, § 5.2).
    ///
    /// ```
    ///  0 version 1, 3 bits, GTP 0x10, extension 4, sequence 2, N-PDU 1   1 message, 255 for data   4..7 tunnel
    ///  8..11 sequence, N-PDU, next extension, if any of the three is there; extension:  0 length / 4   last: next extension
    /// ```
    @_lifetime(self: copy self)
    private mutating func gtpU() -> Layer {
        guard has(8), bytes.byte(at: offset) & 0xF0 == 0x30, bytes.byte(at: offset + 1) == 255 else { return .end }
        let flags = bytes.byte(at: offset)
        offset += 8
        guard flags & 7 != 0 else { return rawIP() }
        guard has(4) else { return .end }
        var next = flags & 4 != 0 ? bytes.byte(at: offset + 3) : 0
        offset += 4
        while next != 0 {
            guard has(4) else { return .end }
            let length = Int(bytes.byte(at: offset)) * 4
            guard length > 0, has(length) else { return .end }
            next = bytes.byte(at: offset + length - 1)
            offset += length
        }
        return rawIP()
    }

    /// Teredo (RFC 4380 § 5.1.1): IPv6, perhaps behind an authentication and an origin indication.
    ///
    /// ```
    ///  authentication:  0..1 1   2 client's length   3 its value's length   then both   8 nonce   1 confirmation      origin:  0..1 0   8 bytes in all
    /// ```
    @_lifetime(self: copy self)
    private mutating func teredo() -> Layer {
        if has(4), bytes.uint16(at: offset) == 1 {
            offset += 13 + Int(bytes.byte(at: offset + 2)) + Int(bytes.byte(at: offset + 3))
        }
        if has(2), bytes.uint16(at: offset) == 0 { offset += 8 }
        return has(1) && bytes.byte(at: offset) >> 4 == 6 ? .ip(6) : .end
    }
}
