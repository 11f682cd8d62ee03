import Documents

/// The short way of nearly all packets: plain headers, a known flow, nothing but bytes to be counted.
extension Meter {
    /// Counts a packet of which nothing else is to be said.
    ///
    /// - Returns: whether it is one; else nothing has happened, and `add(_:slice:)` is its way.
    @inline(__always)
    mutating func addPlain(_ packet: borrowing PacketView, slice: Int32) -> Bool {
        guard packet.linkType == .ethernet, packet.interface == 0, packet.app == nil, packet.direction == .unknown,
            !isWatchingDuplicates, let time = packet.timestamp?.nanoseconds, isInOrder(time),
            let headers = PlainHeaders(packet.bytes, originalLength: packet.originalLength),
            headers.payloadBytes <= Oddities.largestSegment
        else { return false }
        let counts = TrafficCounts(
            packets: 1, wireBytes: packet.originalLength, ipBytes: headers.ipBytes, payloadBytes: headers.payloadBytes,
            uniquePayloadBytes: headers.payloadBytes)
        guard flows.bookPlain(headers, counts, time, slice) else { return false }
        countPlain(counts, time, stored: packet.bytes.byteCount)
        return true
    }
}

extension FlowTable {
    /// Books a plain packet on its flow, if that is known and waits for nothing.
    @inline(__always)
    mutating func bookPlain(_ headers: PlainHeaders, _ counts: TrafficCounts, _ time: Int64, _ slice: Int32) -> Bool {
        guard let id = known(headers.key) else { return false }
        return self[id].bookPlain(headers, counts, time, slice)
    }
}

extension Flow {
    /// Books a plain packet, unless the flow waits for something that it may say.
    @inline(__always)
    fileprivate mutating func bookPlain(
        _ headers: PlainHeaders, _ counts: TrafficCounts, _ time: Int64, _ slice: Int32
    ) -> Bool {
        let isFromA = aIsLower == headers.isFromLower
        guard place.isOnly(slice), (isFromA ? aLink : bLink) != .none else { return false }
        if headers.isTCP {
            guard naming == .done || !headers.hasStoredPayload,
                extend(headers.sequence, headers.acknowledgement, headers.payloadBytes, isFromA: isFromA)
            else { return false }
        }
        add(counts, isFromA: isFromA)
        if time < firstNanoseconds { firstNanoseconds = time }
        if time > lastNanoseconds { lastNanoseconds = time }
        return true
    }
}
