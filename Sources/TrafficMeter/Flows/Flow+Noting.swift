import Documents

extension Flow {
    /// Notes what a packet says beside its counts.
    mutating func note(_ record: PacketRecord, isFromA: Bool, time: Timestamp?) {
        if record.fragment != nil { fragments &+= 1 }
        if let time {
            if first.map({ time < $0 }) ?? true { first = time }
            if last.map({ time > $0 }) ?? true { last = time }
        }
        if record.direction != .unknown {
            outboundFromA &+= (record.direction == .outbound) == isFromA ? 1 : -1
        }
        if isFromA {
            if aLink == 0 { aLink = record.linkSource }
        } else if bLink == 0 {
            bLink = record.linkSource
        }
        // SYN without ACK (RFC 9293 § 3.5).
        if record.kind == .tcp, record.tcpFlags & 0x12 == 0x02, synSender == .unknown {
            synSender = isFromA ? .a : .b
        }
    }

    /// Marks a segment's sequence numbers as seen.
    ///
    /// - Returns: how many of its payload bytes had not been seen before.
    mutating func markSequence(_ record: PacketRecord, isFromA: Bool) -> Int {
        let isSYN = record.tcpFlags & 0x02 != 0
        return isFromA
            ? aSequence.add(sequence: record.sequence, length: record.payloadBytes, isSYN: isSYN)
            : bSequence.add(sequence: record.sequence, length: record.payloadBytes, isSYN: isSYN)
    }
}
