extension HeaderWalk {
    /// A UDP header (RFC 768).
    ///
    /// ```
    ///  0..1 source port   2..3 destination port   4..5 length with header   6..7 checksum
    /// ```
    @inline(__always)
    func udp(_ record: inout PacketRecord) {
        guard has(4) else { return }
        let ports = bytes.uint32(at: offset)
        record.kind = .udp
        record.sourcePort = UInt16(truncatingIfNeeded: ports >> 16)
        record.destinationPort = UInt16(truncatingIfNeeded: ports)
        record.payloadOffset = offset + 8
        guard has(6) else { return }
        let length = Int(bytes.uint16(at: offset + 4))
        // IPv6's extension headers aren't subtracted, as Wireshark's own check of the length doesn't.
        let room = max(0, record.ipBytes - record.ipHeaderLength - 8)
        record.payloadBytes =
            switch length {
            case 0: room  // RFC 2675 § 4: a jumbogram's length is the IP packet's
            case 1..<8: 0
            // A first fragment stands for its whole datagram.
            default: record.fragment != .none ? length - 8 : min(length - 8, room)
            }
        record.storedPayload = max(0, min(record.payloadBytes, bytes.byteCount - record.payloadOffset))
    }
}
