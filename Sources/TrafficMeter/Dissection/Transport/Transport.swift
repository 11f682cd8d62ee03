extension HeaderWalk {
    /// Reads the transport header after an IP header, or follows an IP header inside it.
    @_lifetime(self: copy self)
    mutating func transport(_ header: IPHeader, _ view: PacketMeterView, _ record: inout PacketRecord) -> Layer {
        guard header.isWhole else { return .end }
        if let fragment = header.fragment, !fragment.isFirst { return .end }
        switch header.transportProtocol {
        case 6: tcp(header, &record)
        case 17: udp(header, &record)
        case 4 where view == .inner: return .ip(4)  // RFC 2003
        case 41 where view == .inner: return .ip(6)  // RFC 4213 § 3
        default: break
        }
        return .end
    }
}
