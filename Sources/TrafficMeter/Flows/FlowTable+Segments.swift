extension FlowTable {
    /// Marks a TCP segment that isn't simply the next one of its direction.
    ///
    /// - Returns: how many of its payload bytes had not been seen before.
    mutating func markOutOfTurn(_ segment: borrowing PacketRecord, of id: FlowID, isFromA: Bool) -> Int {
        if self[id].isAnswerToKeepAlive(segment, isFromA: isFromA) {
            updateDetail(of: id) { $0[isFromA: isFromA].keepAlives += 1 }
        }
        if self[id].opensAnew(segment, isFromA: isFromA) {
            updateDetail(of: id) { $0.connections += 1 }
            // Only a SYN without ACK says that the other side begins anew as well.
            restart(id, isFromA: isFromA)
            restart(id, isFromA: !isFromA)
        } else if self[id].restarts(segment, isFromA: isFromA) {
            restart(id, isFromA: isFromA)
        }
        // The acknowledgement field of a reset may hold anything.
        if segment.tcpFlags & 0x14 == 0x10 { self[id].acknowledge(segment.acknowledgement, isFromA: isFromA) }
        var gaps = SequenceGaps()
        let known = self[id].detail >= 0
        if known { updateDetail(of: id) { swap(&gaps, &$0[isFromA: isFromA].gaps) } }
        let verdict = self[id].add(segment, isFromA: isFromA, &gaps)
        guard known || verdict.isNotable || !gaps.isEmpty else { return verdict.fresh }
        updateDetail(of: id) { detail in
            detail[isFromA: isFromA].gaps = gaps
            detail[isFromA: isFromA].note(verdict)
        }
        return verdict.fresh
    }

    /// Ends what a side has sent so far, whose missing bytes stay counted.
    private mutating func restart(_ id: FlowID, isFromA: Bool) {
        let sequence = isFromA ? self[id].aSequence : self[id].bSequence
        updateDetail(of: id) { detail in
            detail[isFromA: isFromA].missingBytes += sequence.missing(detail[isFromA: isFromA].gaps)
            detail[isFromA: isFromA].gaps.removeAll()
        }
        if isFromA { self[id].aSequence = SequenceSpace() } else { self[id].bSequence = SequenceSpace() }
    }
}

extension Flow {
    /// Marks a TCP segment's sequence numbers, and what it acknowledges, if it is simply the next one of its direction.
    ///
    /// - Returns: whether it is.
    @inline(__always)
    mutating func markInTurn(_ segment: borrowing PacketRecord, isFromA: Bool) -> Bool {
        // An acknowledgement, and nothing of SYN, FIN and RST, in answer to no keep-alive.
        guard segment.tcpFlags & 0x17 == 0x10 else { return false }
        return extend(segment.sequence, segment.acknowledgement, segment.payloadBytes, isFromA: isFromA)
    }

    /// Marks an acknowledging segment if it is simply the next one of its direction, and answers no keep-alive.
    @inline(__always)
    mutating func extend(_ sequence: UInt32, _ acknowledgement: UInt32, _ length: Int, isFromA: Bool) -> Bool {
        if isFromA {
            guard !bSequence.keepsAlive, aSequence.extend(sequence, by: length) else {
                return false
            }
            bSequence.acknowledge(acknowledgement)
        } else {
            guard !aSequence.keepsAlive, bSequence.extend(sequence, by: length) else {
                return false
            }
            aSequence.acknowledge(acknowledgement)
        }
        return true
    }

    /// Marks any segment; notes who opened the connection.
    fileprivate mutating func add(
        _ segment: borrowing PacketRecord, isFromA: Bool, _ gaps: inout SequenceGaps
    ) -> SequenceSpace.Verdict {
        // SYN without ACK (RFC 9293 § 3.5).
        if segment.tcpFlags & 0x12 == 0x02, synSender == .unknown { synSender = isFromA ? .a : .b }
        return isFromA
            ? aSequence.add(
                sequence: segment.sequence, length: segment.payloadBytes, flags: segment.tcpFlags, gaps: &gaps)
            : bSequence.add(
                sequence: segment.sequence, length: segment.payloadBytes, flags: segment.tcpFlags, gaps: &gaps)
    }

    /// Notes what a sender says it has received from the other.
    fileprivate mutating func acknowledge(_ number: UInt32, isFromA: Bool) {
        if isFromA { bSequence.acknowledge(number) } else { aSequence.acknowledge(number) }
    }

    /// An acknowledgement that says nothing new, just after the other side's keep-alive.
    fileprivate func isAnswerToKeepAlive(_ segment: borrowing PacketRecord, isFromA: Bool) -> Bool {
        let (own, other) = isFromA ? (aSequence, bSequence) : (bSequence, aSequence)
        guard other.keepsAlive, segment.payloadBytes == 0, segment.tcpFlags & 0x17 == 0x10 else { return false }
        return other.isAcknowledged(to: segment.acknowledgement) ? segment.sequence == own.next : false
    }

    fileprivate func opensAnew(_ segment: borrowing PacketRecord, isFromA: Bool) -> Bool {
        guard segment.tcpFlags & 0x12 == 0x02 else { return false }
        return (isFromA ? aSequence : bSequence).opensAnew(syn: segment.sequence)
    }

    fileprivate func restarts(_ segment: borrowing PacketRecord, isFromA: Bool) -> Bool {
        guard segment.tcpFlags & 0x12 == 0x12 else { return false }
        return isFromA ? aSequence.restartsWithAnswer : bSequence.restartsWithAnswer
    }
}

extension SegmentTally {
    fileprivate mutating func note(_ verdict: SequenceSpace.Verdict) {
        if verdict.isResent { resent += 1 }
        if verdict.isOutOfOrder { outOfOrder += 1 }
        if verdict.isKeepAlive { keepAlives += 1 }
    }
}
