extension HeaderWalk {
    /// Reads the link header that the capture's link type announces.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func link(_ type: LinkType, _ record: inout PacketRecord) -> Layer {
        type == .ethernet ? ethernet(&record) : otherLink(type, &record)
    }

    @_lifetime(self: copy self)
    private mutating func otherLink(_ type: LinkType, _ record: inout PacketRecord) -> Layer {
        switch type {
        case .linuxCooked: linuxCooked(&record)
        case .linuxCooked2: linuxCooked2(&record)
        case .raw, .rawBSD, .rawOpenBSD: rawIP()
        case .ipv4: .ip(4)
        case .ipv6: .ip(6)
        case .null, .loop: loopback()
        case .ppp, .pppHDLC, .pppWithDirection: ppp()
        case .pppoe: pppoe()
        case .wireless: wireless(&record)
        case .wirelessPrism, .wirelessAVS: prism(&record)
        case .wirelessRadiotap: radiotap(&record)
        case .perPacketInformation: perPacketInformation()
        case .nflog: nflog()
        case .pktap: pktap(&record)
        case .ipnet: ipnet()
        case .ciscoHDLC: ciscoHDLC()
        case .frameRelay: frameRelay()
        case .infiniBand: infiniBand()
        case .fddi: fddi()
        case .tokenRing: tokenRing()
        default: .end
        }
    }

    /// Whether packets of a link type are dissected; others are counted as non-IP.
    static func dissects(_ type: LinkType) -> Bool {
        switch type {
        case .ethernet, .linuxCooked, .linuxCooked2, .raw, .rawBSD, .rawOpenBSD, .ipv4, .ipv6, .null, .loop, .ppp,
            .pppHDLC, .pppWithDirection, .pppoe, .wireless, .wirelessPrism, .wirelessAVS, .wirelessRadiotap,
            .perPacketInformation, .nflog, .pktap, .ipnet, .ciscoHDLC, .frameRelay, .infiniBand, .fddi, .tokenRing:
            true
        default: false
        }
    }

    /// No link header: the first four bits are IP's version (RFC 791 § 3.1, RFC 8200 § 3).
    func rawIP() -> Layer {
        guard has(1) else { return .end }
        switch bytes.byte(at: offset) >> 4 {
        case 4: return .ip(4)
        case 6: return .ip(6)
        default: return .end
        }
    }
}
