import Documents
import TrafficMeter

/// Traffic by host, for each step, outside of all steps, and in all.
///
/// Flows are sorted by host first, so that a host's figures are complete before the next one's begin: memory for a million flows is
/// 16 bytes each, and nothing per host but what is listed in the end.
struct HostLedger {
    /// Name resolution: 53 (RFC 1035), 853 (RFC 7858), 5353 (RFC 6762), 5355 (RFC 4795).
    private static let resolverPorts: [UInt16] = [53, 853, 5353, 5355]

    private let meter: Meter
    private let ends: DeviceEnds
    private let attribution: Attribution
    private let resolvers: KnownResolvers
    /// The host's figures by slice, outside first; zero between two hosts.
    private var sums: [HostFigures.Sum]
    private(set) var steps: [SectionBuilder]
    private(set) var outside = SectionBuilder()
    private(set) var whole = SectionBuilder()
    /// Flows whose first packet fell in a step, by step.
    private(set) var connections: [Int]

    /// A flow, and a hash of its host.
    private struct Entry {
        /// Of its host; a resolver's is another host than the same address' web server.
        var key: UInt64
        var index: UInt32
        var isResolver: Bool
    }

    /// - Parameters:
    ///   - meter: the flows, booked by step; slice -1 is outside of all.
    ///   - ends: which end is the device.
    ///   - stepCount: number of steps.
    ///   - attribution: whose host is whose.
    ///   - resolvers: resolvers known by name.
    init(_ meter: Meter, _ ends: DeviceEnds, stepCount: Int, attribution: Attribution, resolvers: KnownResolvers) {
        self.meter = meter
        self.ends = ends
        self.attribution = attribution
        self.resolvers = resolvers
        steps = [SectionBuilder](repeating: SectionBuilder(), count: stepCount)
        connections = [Int](repeating: 0, count: stepCount)
        sums = [HostFigures.Sum](repeating: HostFigures.Sum(), count: stepCount + 1)
        let hash = KeyedHash()
        var entries: [Entry] = []
        entries.reserveCapacity(meter.flows.count)
        for (index, flow) in meter.flows.enumerated() {
            if flow.isConnection {
                let server = ends.server(of: flow)
                entries.append(
                    Entry(
                        key: meter.host(of: flow, server: server).sortingKey(hash), index: UInt32(index),
                        isResolver: Self.resolverPorts.contains(server.port)))
                let step = meter.flows.firstSlice(of: flow)
                if step >= 0 { connections[step] += 1 }
            } else {
                addOther(flow)
            }
        }
        entries.sort { one, other in
            if one.key != other.key { return one.key < other.key }
            return one.isResolver == other.isResolver ? one.index < other.index : other.isResolver
        }
        var start = 0
        while start < entries.count { start = addHost(entries, from: start) }
    }

    /// Adds the host of the entry given, with all its flows.
    ///
    /// - Returns: where the next host begins.
    private mutating func addHost(_ entries: [Entry], from start: Int) -> Int {
        let first = meter.flows[Int(entries[start].index)]
        let host = meter.host(of: first, server: ends.server(of: first))
        var all = HostFigures(
            host: host, kind: first.kind, port: ends.server(of: first).port,
            party: attribution.party(of: meter.name(of: host)), isResolver: entries[start].isResolver,
            order: Int(entries[start].index))
        let blank = all
        var end = start
        while end < entries.count, entries[end].key == entries[start].key,
            entries[end].isResolver == entries[start].isResolver
        {
            let flow = meter.flows[Int(entries[end].index)]
            let isUpFromA = ends.isUpFromA(flow)
            all.add(isUpFromA ? flow.aToB : flow.bToA, isUpFromA ? flow.bToA : flow.aToB)
            meter.flows.forEachSlice(of: flow) { slice in
                sums[slice.slice + 1].add(isUpFromA ? slice.aToB : slice.bToA, isUpFromA ? slice.bToA : slice.aToB)
            }
            end += 1
        }
        whole.add(all)
        for slice in sums.indices where sums[slice].flows > 0 {
            var figures = blank
            figures.sum = sums[slice]
            if slice == 0 { outside.add(figures) } else { steps[slice - 1].add(figures) }
            sums[slice] = HostFigures.Sum()
        }
        return end
    }

    /// A host as it is listed: what is told of it is looked up only now, as few of many hosts are listed.
    func listed(_ host: HostFigures) -> HostTraffic {
        let name = meter.name(of: host.host)
        let told = attribution.attribution(of: name)
        let isResolver =
            host.isResolver
            || EncryptedDNS(host.kind, port: host.port, serverName: name, resolvers: resolvers) != nil
        return HostTraffic(
            name: meter.text(of: host.host), nameSource: host.host.source, party: host.party,
            purpose: isResolver ? "dns" : told.service?.purpose.rawValue, domain: told.domain,
            operator: told.service?.name, background: told.background, traffic: host.sum.traffic, flows: host.sum.flows)
    }

    private mutating func addOther(_ flow: Flow) {
        whole.add(other: ends.traffic(aToB: flow.aToB, bToA: flow.bToA, of: flow), isIP: flow.kind == .otherIP)
        meter.flows.forEachSlice(of: flow) { slice in
            let traffic = ends.traffic(aToB: slice.aToB, bToA: slice.bToA, of: flow)
            if slice.slice < 0 {
                outside.add(other: traffic, isIP: flow.kind == .otherIP)
            } else {
                steps[slice.slice].add(other: traffic, isIP: flow.kind == .otherIP)
            }
        }
    }
}

/// What flows of one host carried in a section.
struct HostFigures {
    /// Traffic of some flows.
    struct Sum {
        var traffic = Traffic()
        var flows = 0

        mutating func add(_ up: TrafficCounts, _ down: TrafficCounts) {
            traffic.up += up
            traffic.down += down
            flows += 1
        }
    }

    var host: FlowHost
    /// Transport and server's port of its first flow.
    var kind: PacketRecord.Kind
    var port: UInt16
    var party: Party
    /// Whether it is reached at a port of name resolution.
    var isResolver = false
    /// The host's place among all, for an order that is the same every time.
    var order: Int
    var sum = Sum()

    mutating func add(_ up: TrafficCounts, _ down: TrafficCounts) { sum.add(up, down) }
}
