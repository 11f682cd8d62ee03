import Documents

extension Flow {
    /// What is still to be done for a packet; nothing, for nearly all of them, but to say who sent it.
    struct Open: OptionSet {
        var rawValue: UInt8
        /// The packet is from A; said only where something else is open.
        static let isFromA = Open(rawValue: 1)
        /// Its TCP segment isn't simply the next one; its counts wait for what it is.
        static let isOutOfTurn = Open(rawValue: 2)
        /// Its flow is in several slices; its counts wait for them.
        static let hasSlices = Open(rawValue: 4)
        /// Its sender's link address isn't known yet.
        static let hasLink = Open(rawValue: 8)
        /// Its payload may name a server, or end the flow's opening.
        static let mayName = Open(rawValue: 16)
        /// Its flow was silent before it.
        static let resumes = Open(rawValue: 32)
    }

    /// Books a packet.
    ///
    /// - Returns: what is still to be done.
    @inline(__always)
    mutating func book(
        _ counts: TrafficCounts, _ record: borrowing PacketRecord, isFromLower: Bool, _ time: Timestamp?, _ slice: Int32
    ) -> Open {
        let isFromA = aIsLower == isFromLower
        var open: Open = []
        if record.isSegment { hasSegments = true }
        if record.hasTCPHeader, !markInTurn(record, isFromA: isFromA) { open.insert(.isOutOfTurn) }
        if !place.isOnly(slice) { open.insert(.hasSlices) }
        if open.isEmpty { add(counts, isFromA: isFromA) }
        if (isFromA ? aLink : bLink) == .none, record.linkSource != 0 { open.insert(.hasLink) }
        if awaits(payload: record.payloadBytes, isStored: record.storedPayload > 0, isFromA: isFromA) {
            open.insert(.mayName)
        }
        if let time {
            if hasTime, time.nanoseconds &- lastNanoseconds >= FlowActivity.silence { open.insert(.resumes) }
            if time.nanoseconds < firstNanoseconds { firstNanoseconds = time.nanoseconds }
            if time.nanoseconds > lastNanoseconds { lastNanoseconds = time.nanoseconds }
        }
        if record.direction != .unknown {
            let isOutbound = record.direction == .outbound
            let (sum, overflow) = outboundFromA.addingReportingOverflow(isOutbound == isFromA ? 1 : -1)
            if !overflow { outboundFromA = sum }
        }
        if isFromA, !open.isEmpty { open.insert(.isFromA) }
        return open
    }

    /// Adds a packet's counts.
    @inline(__always)
    mutating func add(_ counts: TrafficCounts, isFromA: Bool) {
        if isFromA { aToB += counts } else { bToA += counts }
    }
}
