import Documents
import TrafficMeter

/// Traffic by host, for each step, outside of all steps, and in all.
///
/// Flows are sorted by host first, so that a host's figures are complete before the next one's begin: memory for a million flows is
/// 17 bytes each, and nothing per host but what is listed in the end.
struct HostLedger {
    private let attribution: Attribution
    private let resolvers: KnownResolvers
    /// Whether the capture says of apps.
    let namesApps: Bool
    /// The host's figures by slice, outside first; zero between two hosts.
    private var sums: [TrafficSum]
    /// The slices of `sums` that aren't zero: a host is in few of many steps.
    private var touched: [Int] = []
    private(set) var steps: [SectionBuilder]
    private(set) var outside = SectionBuilder()
    private(set) var whole = SectionBuilder()
    /// Whose traffic each flow is; none for what is no connection.
    private(set) var parties: [Party?]
    /// When the traffic of each step fell silent, the device's own left out.
    private(set) var silence: SilenceWatch

    /// A flow, and a hash of its host.
    private struct Entry {
        /// Of its host; a resolver's is another host than the same address' web server.
        var key: UInt64
        var index: UInt32
        var isResolver: Bool
    }

    /// - Parameters:
    ///   - meter: the flows, booked by step.
    ///   - ends: which end is the device.
    ///   - stepCount: number of steps.
    ///   - attribution: whose host is whose.
    ///   - resolvers: resolvers known by name.
    init(_ meter: Meter, _ ends: DeviceEnds, stepCount: Int, attribution: Attribution, resolvers: KnownResolvers) {
        self.attribution = attribution
        self.resolvers = resolvers
        namesApps = !meter.appTraffic.isEmpty
        steps = [SectionBuilder](repeating: SectionBuilder(), count: stepCount)
        silence = SilenceWatch(stepCount: stepCount)
        parties = [Party?](repeating: nil, count: meter.flows.count)
        sums = [TrafficSum](repeating: TrafficSum(), count: stepCount + 1)
        let hash = KeyedHash()
        var entries: [Entry] = []
        entries.reserveCapacity(meter.flows.count)
        for (index, flow) in meter.flows.enumerated() where meter.measures(flow) {
            if flow.isConnection {
                let server = ends.server(of: flow)
                let host = meter.host(of: flow, server: server)
                entries.append(
                    Entry(
                        key: host.sortingKey(hash), index: UInt32(index),
                        isResolver: flow.isResolver(
                            meter.nameBytes(of: host), server, meter.hello(of: flow), resolvers)))
            } else {
                addOther(flow, of: meter, ends)
            }
        }
        entries.sort { one, other in
            if one.key != other.key { return one.key < other.key }
            return one.isResolver == other.isResolver ? one.index < other.index : other.isResolver
        }
        var start = 0
        while start < entries.count { start = addHost(entries, from: start, of: meter, ends) }
    }

    /// Adds the host of the entry given, with all its flows.
    ///
    /// - Returns: where the next host begins.
    private mutating func addHost(
        _ entries: [Entry], from start: Int, of meter: Meter, _ ends: DeviceEnds
    ) -> Int {
        let first = meter.flows[Int(entries[start].index)]
        let server = ends.server(of: first)
        let host = meter.host(of: first, server: server)
        let name = meter.nameBytes(of: host)
        let isResolver = entries[start].isResolver
        let told = attribution.brief(of: name)
        var all = HostFigures(
            host: host, party: told.party,
            purpose: isResolver ? Transport.dns.rawValue : told.purpose?.rawValue, order: Int(entries[start].index))
        let blank = all
        var end = start
        while end < entries.count, entries[end].key == entries[start].key,
            entries[end].isResolver == entries[start].isResolver
        {
            parties[Int(entries[end].index)] = told.party
            if told.party != .background { watch(Int(entries[end].index), of: meter) }
            add(meter.flows[Int(entries[end].index)], of: meter, ends, isResolver: isResolver, to: &all.sum)
            end += 1
        }
        whole.add(all)
        for slice in touched {
            var figures = blank
            figures.sum = sums[slice]
            if slice == 0 { outside.add(figures) } else { steps[slice - 1].add(figures) }
            sums[slice] = TrafficSum()
        }
        touched.removeAll(keepingCapacity: true)
        return end
    }

    /// Notes when a flow of the app was active in steps.
    private mutating func watch(_ index: Int, of meter: Meter) {
        guard !steps.isEmpty else { return }
        meter.forEachStretch(ofFlowAt: index) { silence.note(slice: $0.slice, $0.first...$0.last) }
    }

    /// A section as it is listed, its hosts by the names that the meter has for them.
    func section(_ builder: SectionBuilder, _ meter: Meter) -> Section {
        builder.section(namesApps: namesApps) { $0.listed(as: meter.text(of: $0.host), by: attribution) }
    }

    /// Adds a flow to its host's figures, and to the breakdowns of the sections that it was in.
    private mutating func add(
        _ flow: Flow, of meter: Meter, _ ends: DeviceEnds, isResolver: Bool, to host: inout TrafficSum
    ) {
        let isUpFromA = ends.isUpFromA(flow)
        let hello = meter.hello(of: flow)
        let carrier = Carrier(flow, hello: hello, isResolver: isResolver)
        let app = namesApps ? meter.app(of: flow)?.label ?? Breakdown.unknown : nil
        let first = meter.flows.firstSlice(of: flow)
        var all = TrafficSum(flow, hello)
        meter.forEachMeasuredSlice(of: flow) { slice in
            var sum = TrafficSum(flow, hello)
            sum.traffic.up = isUpFromA ? slice.aToB : slice.bToA
            sum.traffic.down = isUpFromA ? slice.bToA : slice.aToB
            sum.connections = slice.slice == first ? 1 : 0
            if sums[slice.slice + 1].flows == 0 { touched.append(slice.slice + 1) }
            sums[slice.slice + 1] += sum
            all.traffic += sum.traffic
            all.connections += sum.connections
            withSection(slice.slice) { section in
                section.breakdown.add(sum, carrier, app: app)
                if slice.slice == first { section.breakdown.openingBytes += hello?.openingIPBytes ?? 0 }
            }
        }
        host += all
        whole.breakdown.add(all, carrier, app: app)
        if all.connections > 0 { whole.breakdown.openingBytes += hello?.openingIPBytes ?? 0 }
    }

    private mutating func withSection(_ slice: Int, _ change: (inout SectionBuilder) -> Void) {
        if slice < 0 { change(&outside) } else { change(&steps[slice]) }
    }

    private mutating func addOther(_ flow: Flow, of meter: Meter, _ ends: DeviceEnds) {
        meter.forEachMeasuredSlice(of: flow) { slice in
            let traffic = ends.traffic(aToB: slice.aToB, bToA: slice.bToA, of: flow)
            whole.add(other: traffic, isIP: flow.kind == .otherIP)
            withSection(slice.slice) { $0.add(other: traffic, isIP: flow.kind == .otherIP) }
        }
    }
}

extension TrafficSum {
    /// A flow without its traffic.
    fileprivate init(_ flow: Flow, _ hello: FlowHello?) {
        flows = 1
        if let hello, hello.hasHello {
            encryptedHellos = hello.hasECH ? 1 : 0
            namelessHellos = hello.namesServer ? 0 : 1
        }
    }
}

extension FlowHello {
    /// What the opening of a connection of TLS or QUIC took; a request in clear opens nothing.
    fileprivate var openingIPBytes: Int { hasHello && !isContinued ? openingBytes : 0 }
}
