import Documents

/// All flows of a measurement: open addressing over dense records, in order of first packets.
public struct FlowTable: Sendable, RandomAccessCollection {
    /// Flows in one piece of memory, 2 to this power, so that growing copies none.
    private static let chunkBits = 10
    private static let chunkMask = (1 << chunkBits) - 1

    /// Most flows kept apart.
    public let limit: Int
    /// How many there are.
    public private(set) var count = 0
    /// Packets of flows beyond the limit, which are booked on one flow of other IP.
    public private(set) var turnedAway = 0
    private var chunks: [[Flow]] = []
    /// Half of the flow's hash, and in the lower half its position + 1; 0 is free. The length is a power of two, at most two thirds of
    /// it in use.
    private var slots = [UInt64](repeating: 0, count: 1024)
    private let hash = KeyedHash()
    private var details: [FlowDetail] = []
    private var cells = SliceCells()
    private(set) var links = LinkAddresses()

    init(limit: Int = MeterLimits().flows) {
        self.limit = limit
    }

    /// The first position.
    public var startIndex: Int { 0 }
    /// One past the last position.
    public var endIndex: Int { count }

    /// A flow by its position.
    public subscript(position: Int) -> Flow { chunks[position >> Self.chunkBits][position & Self.chunkMask] }

    /// A flow by its identifier.
    public internal(set) subscript(id: FlowID) -> Flow {
        get { self[id.index] }
        _modify { yield &chunks[id.index >> Self.chunkBits][id.index & Self.chunkMask] }
    }

    /// What few flows have: fragments, connections, segments out of turn.
    public func detail(of flow: Flow) -> FlowDetail {
        guard flow.detail >= 0 else { return completed(FlowDetail(), flow) }
        return completed(details[Int(flow.detail)], flow)
    }

    /// Gives what a flow carried in each slice, in no certain order.
    public func forEachSlice(of flow: Flow, _ body: (FlowSlice) -> Void) {
        cells.forEach(of: flow, body)
    }

    /// The slice of a flow's first packet.
    public func firstSlice(of flow: Flow) -> Int { cells.first(of: flow) }

    private func completed(_ detail: FlowDetail, _ flow: Flow) -> FlowDetail {
        var detail = detail
        if !flow.hasSegments { detail.connections = 0 }
        if flow.kind == .tcp {
            detail.aToB.missingBytes += flow.aSequence.missing(detail.aToB.gaps)
            detail.bToA.missingBytes += flow.bSequence.missing(detail.bToA.gaps)
        }
        return detail
    }

    /// Finds a packet's flow, or opens it.
    ///
    /// - Parameters:
    ///   - key: the flow's key.
    ///   - isFromLower: whether the packet is from the key's lower end.
    ///   - slice: the slice in which a new flow begins.
    /// - Returns: the flow, and whether it is new. When the table is full, the one flow of other IP that takes what has no place.
    @inline(__always)
    mutating func find(_ key: FlowKey, isFromLower: Bool, slice: Int32) -> (id: FlowID, isNew: Bool) {
        if let id = known(key) { return (id, false) }
        return open(key, isFromLower, slice)
    }

    /// A flow that there is already.
    @inline(__always)
    func known(_ key: FlowKey) -> FlowID? {
        let hashed = key.hash(hash)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hashed) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if entry >> 32 == hashed >> 32 {
                let index = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
                if chunks[index >> Self.chunkBits][index & Self.chunkMask].key == key { return FlowID(index: index) }
            }
            slot = (slot &+ 1) & mask
        }
    }

    private mutating func open(_ key: FlowKey, _ isFromLower: Bool, _ slice: Int32) -> (id: FlowID, isNew: Bool) {
        guard count < limit else { return (overflow(slice), false) }
        let hashed = key.hash(hash)
        var slot = Int(truncatingIfNeeded: hashed) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        append(Flow(key, aIsLower: isFromLower, slice: slice))
        slots[slot] = (hashed >> 32) << 32 | UInt64(count)
        if count * 3 > slots.count * 2 { grow() }
        return (FlowID(index: count - 1), true)
    }

    /// Books a packet of a flow that is, or with it comes to be, in more than one slice; its totals don't have the packet yet.
    mutating func bookSlice(_ counts: TrafficCounts, on id: FlowID, isFromA: Bool, slice: Int32) {
        cells.add(
            counts, isFromA: isFromA, slice: slice, to: &chunks[id.index >> Self.chunkBits][id.index & Self.chunkMask])
    }

    /// Changes what few flows have.
    mutating func updateDetail<Result>(of id: FlowID, _ change: (inout FlowDetail) -> Result) -> Result {
        if self[id].detail < 0 {
            details.append(FlowDetail())
            self[id].detail = Int32(details.count - 1)
        }
        return change(&details[Int(self[id].detail)])
    }

    /// Keeps the link address that a flow's end sends from.
    mutating func note(link address: UInt64, of id: FlowID, isFromA: Bool) {
        let link = links.intern(address)
        if isFromA { self[id].aLink = link } else { self[id].bLink = link }
    }

    /// Whether flows were turned away.
    public var isFull: Bool { turnedAway > 0 }

    private mutating func overflow(_ slice: Int32) -> FlowID {
        if turnedAway == 0 {
            let nowhere = Endpoint(address: IPAddress(ipv4: 0), port: 0)
            // 255 is reserved (IANA, Protocol Numbers).
            append(Flow(FlowKey.of(.otherIP, 255, from: nowhere, to: nowhere).key, aIsLower: true, slice: slice))
        }
        turnedAway += 1
        return FlowID(index: limit)
    }

    private mutating func append(_ flow: Flow) {
        if count & Self.chunkMask == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(1 << Self.chunkBits)
        }
        chunks[chunks.count - 1].append(flow)
        count += 1
    }

    private mutating func grow() {
        let length = slots.count * 2
        slots = [UInt64](repeating: 0, count: length)
        for index in 0..<count {
            let hashed = self[index].key.hash(hash)
            var slot = Int(truncatingIfNeeded: hashed) & (length - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (length - 1) }
            slots[slot] = (hashed >> 32) << 32 | UInt64(index + 1)
        }
    }
}
