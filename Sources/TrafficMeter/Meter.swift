public import Documents

/// Counts packets into flows: the one hot loop's body.
///
/// What goes in: packets in file order, each with the slice of the measurement that it belongs to. What comes out in the end: the
/// flows by slice, their names, and the totals. Nothing is allocated per packet.
public struct Meter: Sendable {
    private let dissector: Dissector
    private var fragments = FragmentTable()
    var names: NameFinder
    private let readsNames: Bool
    private(set) var apps = AppBook()
    private(set) var activity = FlowActivity()
    var bins = FlowBins()
    private var window = DuplicateWindow()
    private let removesDuplicates: Bool
    private var previousTime = Int64.min

    /// All flows so far.
    public internal(set) var flows: FlowTable
    /// How many of the latest packet's stored bytes a recording keeps: headers, and the payload where that names a flow.
    public private(set) var bytesToKeep = 0
    /// The number of the app that the latest packet is of, where packet or trailer says it.
    public private(set) var appNumber: Int32?
    /// Sums so far.
    public private(set) var totals = Totals()
    /// What is odd about the packets so far.
    public private(set) var oddities = Oddities()

    /// Packets captured at two points; those removed are in no other figure.
    public var duplicates: Duplicates {
        var found = window.found
        found.removed = removesDuplicates
        return found
    }

    /// Whether packets were captured at several points, so that some may be copies of others.
    public var looksForDuplicates: Bool { window.isWatching }

    /// The slice of what is in none of the caller's.
    public static let outside = -1
    /// The slice of packets that the selection leaves out.
    public static let leftOut = -2

    /// Which packets are measured; all unless given.
    private(set) var selection: PacketSelection?
    /// The apps whose flows are measured; all unless chosen.
    var selectedApps: Set<AppID>?

    /// A meter that has counted nothing.
    ///
    /// - Parameters:
    ///   - view: which of several nested IP headers packets are booked under.
    ///   - limits: how much is remembered at most.
    ///   - removesDuplicates: whether packets captured at two points are left out the second time, rather than counted twice.
    ///   - selection: which packets are measured: the others are booked under the slice `leftOut`, and what they say of names counts.
    ///   - readsNames: whether payloads are looked at; not where something else tells what flows are called (`take(_:)`).
    public init(
        view: PacketMeterView = .inner, limits: MeterLimits = MeterLimits(), removesDuplicates: Bool = false,
        selection: PacketSelection? = nil, readsNames: Bool = true
    ) {
        self.readsNames = readsNames
        self.selection = selection
        self.removesDuplicates = removesDuplicates
        dissector = Dissector(view: view)
        names = NameFinder(limit: limits.names)
        flows = FlowTable(limit: limits.flows)
    }

    /// Counts all packets of captures.
    ///
    /// - Parameters:
    ///   - captures: one or several, whose damages are then known.
    ///   - stretch: tells the slice of a time, and how long it lasts around it.
    public mutating func add(allOf captures: inout CaptureSet, stretch: (Timestamp) -> SliceStretch) {
        var run = PlainRun(&self, SliceStretch(slice: -1, moments: 0...0))
        captures.forEach { packet in
            if !run.add(packet) { end(&run, with: packet, stretch) }
        }
        run.settle(&self)
    }

    /// Counts a packet that isn't plain, which ends a run, and begins the next one.
    @inline(never)
    private mutating func end(
        _ run: inout PlainRun, with packet: borrowing PacketView, _ stretch: (Timestamp) -> SliceStretch
    ) {
        run.settle(&self)
        var current = run.stretch
        if let time = packet.timestamp, !current.moments.contains(time.nanoseconds) { current = stretch(time) }
        add(packet, slice: packet.timestamp == nil ? Self.outside : current.slice)
        run = PlainRun(&self, current)
    }

    /// Counts a packet.
    ///
    /// - Parameters:
    ///   - packet: the next one in file order.
    ///   - slice: the slice that it belongs to.
    public mutating func add(_ packet: borrowing PacketView, slice: Int = 0) {
        let record = dissector.dissect(packet)
        if window.isDuplicate(packet, record), removesDuplicates { return }
        count(packet)
        let app = apps.add(packet, linkSource: record.linkSource)
        appNumber = app == .none ? nil : apps.number(of: app)
        if record.kind == .nonIP || record.isTooDeep { noteUndissected(record, packet.linkType) }
        let isKept = selection?.keeps(packet, record) ?? true
        let slice = Int32(truncatingIfNeeded: isKept ? slice : Self.leftOut)
        if record.fragment == .none {
            let id = book(record, packet.originalLength, packet.timestamp, packet.bytes, slice)
            if app != .none { note(app, of: id) }
        } else {
            addFragment(record, packet, slice)
        }
    }

    /// Books the later fragments whose first one never came; call it once, after the last packet.
    public mutating func finish() {
        for waiting in fragments.takeUnplaced() { book(waiting) }
    }

    /// Keeps the app that a flow is of: the first one that its packets name, before one that isn't known (-1 in PCAPdroid).
    private mutating func note(_ app: AppID, of id: FlowID) {
        let isKnown = apps.isKnown(app)
        flows.updateDetail(of: id) { if $0.app == .none || isKnown && !apps.isKnown($0.app) { $0.app = app } }
    }

    /// Names the apps that packets only number.
    public mutating func name(apps names: [AppName]) {
        apps.name(by: names)
    }

    /// Names the addresses that nothing in the traffic names.
    ///
    /// - Parameters:
    ///   - resolutions: what captures' own blocks say.
    ///   - hosts: what a person's hosts file says, which goes after the captures.
    public mutating func name(by resolutions: [NameResolution], hosts: HostsFile? = nil) {
        for resolution in resolutions { names.give(resolution.name, to: resolution.address, source: .nrb) }
        // In one order, so that a limit of names cuts off the same ones every time.
        let known = (hosts?.names ?? [:]).sorted { ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low) }
        for (address, aliases) in known {
            if let name = aliases.first { names.give(name, to: address, source: .hostsFile) }
        }
    }

    /// The best name of a flow's server, with all candidates.
    ///
    /// - Parameters:
    ///   - flow: a flow of `flows`.
    ///   - server: the end that isn't the device, where that is known; only its DNS names then count.
    /// - Returns: the name and where it was read.
    public func name(of flow: Flow, server: Endpoint? = nil) -> FlowName {
        FlowName(flow, server: server, names.book)
    }

    var nameBook: NameBook { names.book }

    /// Names, and addresses that have one, beyond the limit.
    public var namesTurnedAway: Int { names.book.turnedAway }

    private mutating func count(_ packet: borrowing PacketView) {
        totals.packets &+= 1
        totals.wireBytes &+= packet.originalLength
        totals.capturedBytes &+= packet.bytes.byteCount
        if packet.bytes.byteCount < packet.originalLength { totals.truncatedPackets &+= 1 }
        guard let time = packet.timestamp else {
            oddities.withoutTime &+= 1
            return
        }
        if time.nanoseconds >= previousTime, let last = totals.last, time >= last {
            totals.last = time
        } else {
            noteDisorder(time)
        }
        previousTime = time.nanoseconds
    }

    private mutating func noteUndissected(_ record: borrowing PacketRecord, _ linkType: LinkType) {
        if record.kind == .nonIP, !HeaderWalk.dissects(linkType) {
            oddities.unknownLinkTypes[linkType, default: 0] &+= 1
        }
        if record.isTooDeep { oddities.nestedTooDeep &+= 1 }
    }

    /// Whether packets may go the short way: not where each is compared with those seen at another point or with a selection, and not
    /// before the first one with a time.
    var admitsPlain: Bool { !window.isWatching && previousTime != .min && selection == nil }

    /// The time of the latest packet with one.
    var latestTime: Int64 { previousTime }

    /// Adds what packets in the order of time carried to the sums.
    mutating func count(_ counts: TrafficCounts, stored: Int, truncated: Int, upTo time: Int64) {
        totals.packets &+= counts.packets
        totals.wireBytes &+= counts.wireBytes
        totals.capturedBytes &+= stored
        totals.ipBytes &+= counts.ipBytes
        totals.payloadBytes &+= counts.payloadBytes
        totals.truncatedPackets &+= truncated
        if let last = totals.last, time > last.nanoseconds { totals.last = Timestamp(nanoseconds: time) }
        previousTime = time
    }

    /// The first packet with a time, and those that are older than one before them.
    private mutating func noteDisorder(_ time: Timestamp) {
        if time.nanoseconds < previousTime {
            oddities.note(stepBack: previousTime &- time.nanoseconds)
        }
        totals.first = min(totals.first ?? time, time)
        totals.last = max(totals.last ?? time, time)
    }

    private mutating func addFragment(_ fragment: PacketRecord, _ packet: borrowing PacketView, _ slice: Int32) {
        var record = fragment
        if record.fragment == .first {
            for waiting in fragments.learn(record) { book(waiting) }
        } else if !fragments.complete(&record) {
            let waiting = FragmentTable.Waiting(
                record: record, wireBytes: packet.originalLength, time: packet.timestamp, slice: slice)
            if fragments.wait(waiting) {
                bytesToKeep = min(packet.bytes.byteCount, record.payloadOffset)
                return
            }
        }
        book(record, packet.originalLength, packet.timestamp, packet.bytes, slice)
    }

    private mutating func book(_ waiting: FragmentTable.Waiting) {
        book(waiting.record, waiting.wireBytes, waiting.time, RawSpan(), waiting.slice)
    }

    @inline(__always)
    @discardableResult
    private mutating func book(
        _ record: borrowing PacketRecord, _ wireBytes: Int, _ time: Timestamp?, _ bytes: RawSpan, _ slice: Int32
    ) -> FlowID {
        let (key, isFromLower) = record.flowKey
        let (id, isNew) = flows.find(key, isFromLower: isFromLower, slice: slice)
        if isNew { names.nameEnds(of: &flows[id], at: time) }
        var counts = TrafficCounts(
            packets: 1, wireBytes: wireBytes, ipBytes: record.ipBytes, payloadBytes: record.payloadBytes,
            uniquePayloadBytes: record.payloadBytes)
        totals.ipBytes &+= counts.ipBytes
        totals.payloadBytes &+= counts.payloadBytes
        let before = flows[id].onlyStretch
        if let time { enterBin(time.nanoseconds, id) }
        // One access to the flow does what nearly all packets need; what few need comes after it.
        let open = flows[id].book(counts, record, isFromLower: isFromLower, time, slice)
        if time.map({ $0.nanoseconds < bins.moments.lowerBound }) ?? true || slice == Self.leftOut {
            moveBin(counts.ipBytes, id, isFromLower: isFromLower, slice == Self.leftOut ? nil : time)
        }
        bytesToKeep = min(bytes.byteCount, record.headerBytes)
        if record.fragment != .none { flows.updateDetail(of: id) { $0.fragments += 1 } }
        if record.payloadBytes > Oddities.largestSegment { oddities.note(superPacket: record) }
        if !open.isEmpty {
            settle(open, record, &counts, bytes, id, slice, time)
            if let time, !open.isDisjoint(with: [.hasSlices, .resumes]) {
                activity.note(id, before: before, at: time.nanoseconds, slice: Int(slice))
            }
        }
        return id
    }

    /// Sees to it that a flow is noted in the current bin of time before its first packet there.
    @inline(__always)
    private mutating func enterBin(_ time: Int64, _ id: FlowID) {
        if bins.isPassed(by: time) { bins.advance(to: time, flows) }
        let first = bins.moments.lowerBound
        if time >= first, flows[id].lastNanoseconds < first { bins.touch(id, flows[id]) }
    }

    /// Books a packet in its bin of time that isn't the current one's, or takes it out.
    private mutating func moveBin(_ ipBytes: Int, _ id: FlowID, isFromLower: Bool, _ time: Timestamp?) {
        let flow = flows[id]
        bins.move(
            ipBytes, of: id, isFromA: flow.aIsLower == isFromLower, to: time?.nanoseconds,
            isTouched: flow.lastNanoseconds >= bins.moments.lowerBound)
    }

    /// Does what a packet needs beyond being counted.
    private mutating func settle(
        _ open: Flow.Open, _ record: borrowing PacketRecord, _ counts: inout TrafficCounts, _ bytes: RawSpan,
        _ id: FlowID, _ slice: Int32, _ time: Timestamp?
    ) {
        let isFromA = open.contains(.isFromA)
        if open.contains(.isOutOfTurn) {
            counts.uniquePayloadBytes = flows.markOutOfTurn(record, of: id, isFromA: isFromA)
        }
        if open.contains(.hasSlices) { flows.bookSlice(counts, on: id, isFromA: isFromA, slice: slice) }
        if !open.isDisjoint(with: [.isOutOfTurn, .hasSlices]) { flows[id].add(counts, isFromA: isFromA) }
        if open.contains(.hasLink) { flows.note(link: record.linkSource, of: id, isFromA: isFromA) }
        if open.contains(.mayName) {
            let kept = readName(record, bytes, id, open, time)
            bytesToKeep = min(bytes.byteCount, record.headerBytes + kept)
        }
    }

    /// Looks for a name in a packet's payload.
    ///
    /// - Returns: how many bytes of the payload name a flow.
    private mutating func readName(
        _ record: borrowing PacketRecord, _ bytes: RawSpan, _ id: FlowID, _ open: Flow.Open, _ time: Timestamp?
    ) -> Int {
        // Of a fragment that had to wait for the first one, the bytes are gone.
        guard bytes.byteCount > 0 else { return 0 }
        guard readsNames else {
            flows[id].naming = .done
            return 0
        }
        let payload = bytes.extracting(record.payloadOffset..<record.payloadOffset + record.storedPayload)
        let isFromA = open.contains(.isFromA)
        switch record.kind {
        case .udp: return names.read(udp: record, payload, of: id, isFromA: isFromA, &flows[id], at: time)
        case .tcp:
            return names.read(
                tcp: record, payload, of: id, isFromA: isFromA, isInTurn: !open.contains(.isOutOfTurn), &flows[id],
                at: time)
        case .otherIP, .nonIP: return 0
        }
    }
}
