import Documents

/// All flows of a measurement: open addressing over dense records, in order of first packets.
public struct FlowTable: Sendable, RandomAccessCollection {
    /// Most flows kept apart.
    public let limit: Int
    /// How many there are.
    public var count: Int { storage.memory.count }
    /// Packets of flows beyond the limit, which are booked on one flow of other IP.
    public private(set) var turnedAway = 0
    private var storage = FlowStorage()
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
    public subscript(position: Int) -> Flow { storage.memory[position] }

    /// A flow by its identifier.
    public internal(set) subscript(id: FlowID) -> Flow {
        @inline(__always)
        get { storage.memory[id.index] }
        @inline(__always)
        _modify {
            own()
            yield &storage.memory[id.index]
        }
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
        let position = storage.memory.position(of: key)
        return position < 0 ? nil : FlowID(index: position)
    }

    private mutating func open(_ key: FlowKey, _ isFromLower: Bool, _ slice: Int32) -> (id: FlowID, isNew: Bool) {
        guard count < limit else { return (overflow(slice), false) }
        own()
        storage.append(Flow(key, aIsLower: isFromLower, slice: slice))
        return (FlowID(index: count - 1), true)
    }

    /// Sees to it that no other table shares the storage, which is about to change.
    @inline(__always)
    private mutating func own() {
        if !isKnownUniquelyReferenced(&storage) { storage = FlowStorage(storage) }
    }

    /// The flows, to be changed by who then needs not ask for each whether another table shares them; good until a flow is opened.
    @inline(__always)
    mutating func exclusiveMemory() -> FlowMemory {
        own()
        return storage.memory
    }

    /// Books a packet of a flow that is, or with it comes to be, in more than one slice; its totals don't have the packet yet.
    mutating func bookSlice(_ counts: TrafficCounts, on id: FlowID, isFromA: Bool, slice: Int32) {
        own()
        cells.add(counts, isFromA: isFromA, slice: slice, to: &storage.memory[id.index])
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
            own()
            storage.append(
                Flow(FlowKey.of(.otherIP, 255, from: nowhere, to: nowhere).key, aIsLower: true, slice: slice),
                isFound: false)
        }
        turnedAway += 1
        return FlowID(index: limit)
    }
}
