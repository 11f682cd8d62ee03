extension HeaderWalk {
    /// A TCP header (RFC 9293 § 3.1).
    ///
    /// ```
    ///  0..1 source port   2..3 destination port   4..7 sequence   8..11 acknowledgement   12 header length / 4 << 4   13 flags
    /// ```
    func tcp(_ header: IPHeader, _ record: inout PacketRecord) {
        guard has(4) else { return }
        record.kind = .tcp
        record.sourcePort = bytes.uint16(at: offset)
        record.destinationPort = bytes.uint16(at: offset + 2)
        record.payloadOffset = offset + 20
        guard has(14) else { return }
        let headerLength = Int(bytes.byte(at: offset + 12) >> 4) * 4
        record.sequence = bytes.uint32(at: offset + 4)
        record.tcpFlags = bytes.byte(at: offset + 13)
        guard headerLength >= 20 else { return }
        record.hasTCPHeader = true
        // From the IP length, so that a snap length changes nothing.
        record.payloadBytes = max(0, header.offset + header.length - offset - headerLength)
        record.payloadOffset = offset + headerLength
        record.storedPayload = max(0, min(record.payloadBytes, bytes.byteCount - record.payloadOffset))
    }
}
