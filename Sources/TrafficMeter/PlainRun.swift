import Documents

/// The short way of nearly all packets: plain headers, a known flow, nothing but bytes to be counted.
///
/// What a packet changes beside its flow is kept here until the run ends, with the first packet that isn't plain: most of it in
/// registers.
struct PlainRun {
    /// The stretch of time that all packets of the run are in.
    let stretch: SliceStretch
    private let flows: FlowMemory
    private let slice: Int32
    private let first: Int64
    private let last: Int64
    /// What flows had carried before the current bin of time, of those with packets in it.
    private var touched: [FlowBins.Cell]
    private var counts = TrafficCounts()
    private var stored = 0
    private var truncated = 0
    private var time: Int64

    /// A run that begins after what a meter has counted.
    init(_ meter: inout Meter, _ stretch: SliceStretch) {
        self.stretch = stretch
        flows = meter.flows.exclusiveMemory()
        slice = Int32(truncatingIfNeeded: stretch.slice)
        time = meter.latestTime
        touched = meter.bins.lendTouched()
        let bin = meter.bins.moments
        first = max(stretch.moments.lowerBound, bin.lowerBound)
        // A run without moments takes no packet.
        last = meter.admitsPlain ? min(stretch.moments.upperBound, bin.upperBound) : .min
    }

    /// Counts a packet of which nothing else is to be said.
    ///
    /// - Returns: whether it is one; else nothing has happened, and `Meter.add(_:slice:)` is its way.
    @inline(__always)
    mutating func add(_ packet: borrowing PacketView) -> Bool {
        guard packet.linkType == .ethernet, packet.interface == 0, packet.app == nil, packet.direction == .unknown,
            let moment = packet.timestamp?.nanoseconds, moment >= time, moment >= first, moment <= last,
            let headers = PlainHeaders(packet.bytes, originalLength: packet.originalLength),
            headers.payloadBytes <= Oddities.largestSegment
        else { return false }
        let position = flows.position(of: headers.key)
        guard position >= 0, flows[position].admits(headers, moment, slice) else { return false }
        if flows[position].lastNanoseconds < first {
            touched.append(FlowBins.Cell(before: flows[position], at: position))
        }
        flows[position].bookPlain(headers, packet.originalLength, moment)
        counts.packets &+= 1
        counts.wireBytes &+= packet.originalLength
        counts.ipBytes &+= headers.ipBytes
        counts.payloadBytes &+= headers.payloadBytes
        stored &+= packet.bytes.byteCount
        if packet.bytes.byteCount < packet.originalLength { truncated &+= 1 }
        time = moment
        return true
    }

    /// Tells the meter what the run has counted.
    mutating func settle(_ meter: inout Meter) {
        meter.bins.takeBack(touched)
        touched = []
        if counts.packets > 0 { meter.count(counts, stored: stored, truncated: truncated, upTo: time) }
    }
}

extension Flow {
    /// Whether a packet is plain for its flow: the flow doesn't wait for something that it may say. A segment is then taken into account.
    @inline(__always)
    fileprivate mutating func admits(_ headers: PlainHeaders, _ time: Int64, _ slice: Int32) -> Bool {
        let isFromA = aIsLower == headers.isFromLower
        guard place.isOnly(slice), (isFromA ? aLink : bLink) != .none, time &- lastNanoseconds < FlowActivity.silence
        else { return false }
        guard !awaits(payload: headers.payloadBytes, isStored: headers.hasStoredPayload, isFromA: isFromA) else {
            return false
        }
        return !headers.isTCP
            || extend(headers.sequence, headers.acknowledgement, headers.payloadBytes, isFromA: isFromA)
    }

    /// Books a packet that is admitted.
    @inline(__always)
    fileprivate mutating func bookPlain(_ headers: PlainHeaders, _ wireBytes: Int, _ time: Int64) {
        if aIsLower == headers.isFromLower {
            aToB.addPlain(headers, wireBytes)
        } else {
            bToA.addPlain(headers, wireBytes)
        }
        if time < firstNanoseconds { firstNanoseconds = time }
        if time > lastNanoseconds { lastNanoseconds = time }
    }
}

extension TrafficCounts {
    @inline(__always)
    fileprivate mutating func addPlain(_ headers: PlainHeaders, _ wireBytes: Int) {
        packets &+= 1
        self.wireBytes &+= wireBytes
        ipBytes &+= headers.ipBytes
        payloadBytes &+= headers.payloadBytes
        uniquePayloadBytes &+= headers.payloadBytes
    }
}
