public import Documents

/// Counts packets into flows: the one hot loop's body.
///
/// What goes in: packets in file order. What comes out: for each packet the flow that it is booked on, so that a ledger can
/// book it on a step; in the end the flows, their names, and the totals. Nothing is allocated per packet.
public struct Meter: Sendable {
    private let dissector: Dissector
    private var fragments = FragmentTable()
    private var names = NameFinder()
    private var previousTime: Timestamp?
    /// Later fragments that were placed after their own turn.
    private var late: [MeteredPacket] = []

    /// All flows so far.
    public private(set) var flows = FlowTable()
    /// How many of the latest packet's stored bytes a recording keeps: headers, and the payload where that names a flow.
    public private(set) var bytesToKeep = 0
    /// Sums so far.
    public private(set) var totals = Totals()
    /// What is odd about the packets so far.
    public private(set) var oddities = Oddities()

    /// A meter that has counted nothing.
    public init(view: PacketMeterView = .inner) {
        dissector = Dissector(view: view)
    }

    /// Counts a packet.
    ///
    /// - Returns: what to book; `nil` for a later fragment that waits for its first one (see `takeLate()`).
    public mutating func add(_ packet: borrowing PacketView) -> MeteredPacket? {
        count(packet)
        var record = dissector.dissect(packet)
        totals.ipBytes &+= record.kind == .nonIP ? 0 : record.ipBytes
        if record.fragment != nil {
            return addFragment(&record, packet)
        }
        return book(record, packet.originalLength, packet.timestamp, packet.bytes)
    }

    /// Later fragments that were placed since the last call; with `atEnd` also those whose first one never came.
    public mutating func takeLate(atEnd: Bool = false) -> [MeteredPacket] {
        if atEnd {
            for waiting in fragments.takeUnplaced() {
                late.append(book(waiting.record, waiting.wireBytes, waiting.time, RawSpan()))
            }
        }
        defer { late.removeAll() }
        return late
    }

    /// Whether `takeLate()` has something to give.
    public var hasLate: Bool { !late.isEmpty }

    /// The best name of a flow's server, with all candidates.
    ///
    /// - Parameters:
    ///   - flow: a flow of `flows`.
    ///   - server: the end that isn't the device, where that is known; only its DNS names then count.
    /// - Returns: the name and where it was read.
    public func name(of flow: Flow, server: Endpoint? = nil) -> FlowName {
        FlowName(flow, server: server, names.book)
    }

    private mutating func count(_ packet: borrowing PacketView) {
        totals.packets &+= 1
        totals.wireBytes &+= packet.originalLength
        totals.capturedBytes &+= packet.bytes.byteCount
        if packet.bytes.byteCount < packet.originalLength { totals.truncatedPackets &+= 1 }
        if !HeaderWalk.dissects(packet.linkType) { oddities.unknownLinkTypes[packet.linkType, default: 0] &+= 1 }
        guard let time = packet.timestamp else {
            oddities.withoutTime &+= 1
            return
        }
        if let previousTime, time < previousTime {
            oddities.note(stepBack: previousTime.nanoseconds &- time.nanoseconds)
        }
        previousTime = time
        if totals.first.map({ time < $0 }) ?? true { totals.first = time }
        if totals.last.map({ time > $0 }) ?? true { totals.last = time }
    }

    private mutating func addFragment(_ record: inout PacketRecord, _ packet: borrowing PacketView) -> MeteredPacket? {
        guard record.fragment?.isFirst == false else {
            for waiting in fragments.learn(record) {
                late.append(book(waiting.record, waiting.wireBytes, waiting.time, RawSpan()))
            }
            return book(record, packet.originalLength, packet.timestamp, packet.bytes)
        }
        if !fragments.complete(&record) {
            let waiting = FragmentTable.Waiting(
                record: record, wireBytes: packet.originalLength, time: packet.timestamp)
            if fragments.wait(waiting) {
                bytesToKeep = min(packet.bytes.byteCount, record.payloadOffset)
                return nil
            }
        }
        return book(record, packet.originalLength, packet.timestamp, packet.bytes)
    }

    private mutating func book(
        _ record: PacketRecord, _ wireBytes: Int, _ time: Timestamp?, _ bytes: RawSpan
    ) -> MeteredPacket {
        let isFlow = record.kind == .tcp || record.kind == .udp
        let source: Endpoint
        let destination: Endpoint
        if record.kind == .nonIP {
            source = Endpoint(address: IPAddress(high: 0, low: record.linkSource), port: 0)
            destination = Endpoint(address: IPAddress(ipv4: 0), port: 0)
        } else {
            source = Endpoint(address: record.source, port: record.sourcePort)
            destination = Endpoint(address: record.destination, port: record.destinationPort)
        }
        // TCP and UDP have the protocol in their kind; a fragment's own number is that of its first header.
        let (id, isFromA, isNew) = flows.find(
            record.kind, isFlow ? 0 : record.protocolNumber, from: source, to: destination)
        var counts = TrafficCounts(
            packets: 1, wireBytes: wireBytes, ipBytes: record.kind == .nonIP ? 0 : record.ipBytes,
            payloadBytes: record.payloadBytes, uniquePayloadBytes: record.payloadBytes)
        totals.payloadBytes &+= counts.payloadBytes
        if record.payloadBytes > Oddities.largestSegment { oddities.note(superPacket: record) }
        let namesFlow = flows.update(id) { flow in
            if isNew { names.nameEnds(of: &flow) }
            flow.note(record, isFromA: isFromA, time: time)
            if record.kind == .tcp, record.hasTCPHeader, record.fragment?.isFirst != false {
                counts.uniquePayloadBytes = flow.markSequence(record, isFromA: isFromA)
            }
            if isFromA { flow.aToB += counts } else { flow.bToA += counts }
            guard record.storedPayload > 0, bytes.byteCount > 0 else { return false }
            let payload = bytes.extracting(record.payloadOffset..<record.payloadOffset + record.storedPayload)
            if record.kind == .udp { return names.read(udp: record, payload) }
            if record.kind == .tcp, flow.naming != .done {
                return names.read(tcp: record, payload, of: id, isFromA: isFromA, &flow)
            }
            return false
        }
        bytesToKeep = min(bytes.byteCount, record.headerBytes + (namesFlow ? record.storedPayload : 0))
        return MeteredPacket(flow: id, isFromA: isFromA, isFirst: isNew, counts: counts, time: time)
    }
}

/// What the meter hands on for each packet.
public struct MeteredPacket: Sendable {
    /// The flow that the packet is booked on.
    public var flow: FlowID
    /// Whether it was sent by the flow's A.
    public var isFromA: Bool
    /// Whether it is the flow's first.
    public var isFirst: Bool
    /// What it carried; one packet.
    public var counts: TrafficCounts
    /// When it was captured.
    public var time: Timestamp?
}
