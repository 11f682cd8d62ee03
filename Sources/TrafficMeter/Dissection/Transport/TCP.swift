extension HeaderWalk {
    /// A TCP header (RFC 9293 § 3.1).
    ///
    /// ```
    ///  0..1 source port   2..3 destination port   4..7 sequence   8..11 acknowledgement   12 header length / 4 << 4   13 flags
    /// ```
    @inline(__always)
    func tcp(_ record: inout PacketRecord) {
        guard has(4) else { return }
        let ports = bytes.uint32(at: offset)
        record.kind = .tcp
        record.sourcePort = UInt16(truncatingIfNeeded: ports >> 16)
        record.destinationPort = UInt16(truncatingIfNeeded: ports)
        record.payloadOffset = offset + 20
        // Up to the window, without which Wireshark doesn't take it for a segment either.
        guard has(16) else { return }
        record.isSegment = true
        record.sequence = bytes.uint32(at: offset + 4)
        record.acknowledgement = bytes.uint32(at: offset + 8)
        let field = bytes.uint16(at: offset + 12)
        record.tcpFlags = UInt8(truncatingIfNeeded: field)
        let headerLength = Int(field >> 12) * 4
        // From the IP length, so that a snap length changes nothing.
        let payload = max(0, record.ipOffset + record.ipLength - offset - headerLength)
        // As Wireshark has it: a first fragment's length isn't that of its segment, and one with too short a header still has one.
        if record.fragment == .none { record.payloadBytes = payload }
        guard headerLength >= 20 else { return }
        record.hasTCPHeader = true
        record.payloadOffset = offset + headerLength
        record.storedPayload = max(0, min(payload, bytes.byteCount - record.payloadOffset))
    }
}
