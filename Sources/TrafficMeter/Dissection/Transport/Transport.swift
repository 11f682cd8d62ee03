extension HeaderWalk {
    /// Reads the transport header after an IP header, or follows an IP header inside it.
    @_lifetime(self: copy self)
    mutating func transport(_ header: IPHeader, _ view: PacketMeterView, _ record: inout PacketRecord) -> Layer {
        guard header.isWhole else { return .end }
        if let fragment = header.fragment, !fragment.isFirst { return .end }
        switch header.transportProtocol {
        case 6: tcp(header, &record)
        case 17:
            udp(header, &record)
            guard view == .inner, record.kind == .udp else { return .end }
            offset += 8
            return udpTunnel(record.sourcePort, record.destinationPort)
        default: return view == .inner ? tunnel(header.transportProtocol) : .end
        }
        return .end
    }

    /// Follows a tunnel that stands directly in IP (IANA, Protocol Numbers).
    @_lifetime(self: copy self)
    private mutating func tunnel(_ number: UInt8) -> Layer {
        switch number {
        case 4: return .ip(4)  // RFC 2003
        case 41: return .ip(6)  // RFC 4213 § 3
        case 47: return gre()
        case 97:  // EtherIP (RFC 3378): two bytes, then a frame
            offset += 2
            return .ethernet
        case 137: return mpls()  // RFC 4023
        case 143: return .ethernet  // RFC 8986 § 10.1
        default: return .end
        }
    }
}
