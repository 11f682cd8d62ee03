public import Documents

/// Which end of each flow is the device, and what told it.
///
/// The evidence in order, as DESIGN lists it: addresses given; packet direction flags; the interface's own addresses, if at
/// least half of the flows have one; the sender of most first SYNs; the end that most flows share. Addresses that send from
/// the device's link address are the device's too, unless there are so many that the link address is a router's.
public struct DeviceEnds: Sendable {
    /// More addresses than one device has: its IPv4, link-local and privacy addresses (RFC 8981) are a handful.
    private static let mostAddressesOfDevice = 16

    /// The device's addresses.
    public let addresses: Set<IPAddress>
    /// What told them.
    public let rule: Device.Rule
    private let links: Set<UInt64>

    /// Tells the device from the flows of a measurement.
    public init(of table: FlowTable, given: [IPAddress] = [], interfaces: [CaptureInterface] = []) {
        let flows = table.flows.filter { $0.kind == .tcp || $0.kind == .udp }
        var (found, rule) = Self.evidence(flows, given, Set(interfaces.flatMap(\.addresses)))
        let links = Set(
            flows.flatMap { flow in
                [found.contains(flow.a.address) ? flow.aLink : 0, found.contains(flow.b.address) ? flow.bLink : 0]
            }
        ).subtracting([0])
        if rule != .given, !links.isEmpty {
            let sending = Set(
                flows.flatMap { flow in
                    (links.contains(flow.aLink) ? [flow.a.address] : [])
                        + (links.contains(flow.bLink) ? [flow.b.address] : [])
                })
            // Nobody talks to itself: on loopback and behind a router both ends have one link address.
            let peers = flows.flatMap { flow in
                (found.contains(flow.a.address) ? [flow.b.address] : [])
                    + (found.contains(flow.b.address) ? [flow.a.address] : [])
            }
            if sending.count <= Self.mostAddressesOfDevice { found.formUnion(sending.subtracting(peers)) }
        }
        if found.isEmpty { rule = .none }
        (addresses, self.rule, self.links) = (found, rule, links)
    }

    private static func evidence(
        _ flows: [Flow], _ given: [IPAddress], _ own: Set<IPAddress>
    ) -> (Set<IPAddress>, Device.Rule) {
        if !given.isEmpty { return (Set(given), .given) }
        let flagged = flows.filter { $0.outboundFromA != 0 }
        if !flagged.isEmpty {
            return (Set(flagged.map { $0.outboundFromA > 0 ? $0.a.address : $0.b.address }), .directionFlags)
        }
        let ends = Set(flows.flatMap { [$0.a.address, $0.b.address] })
        let ownFlows = flows.count { own.contains($0.a.address) || own.contains($0.b.address) }
        if ownFlows > 0, ownFlows * 2 >= flows.count { return (own.intersection(ends), .interfaceAddresses) }
        let senders = flows.compactMap { flow in
            flow.synSender == .a ? flow.a.address : (flow.synSender == .b ? flow.b.address : nil)
        }
        if let top = mostFrequent(senders) { return (top, .synSender) }
        let shared = flows.flatMap { flow in
            flow.a.address == flow.b.address ? [flow.a.address] : [flow.a.address, flow.b.address]
        }
        return (mostFrequent(shared.filter { !$0.isMulticast }) ?? [], .sharedEnd)
    }

    /// The address that occurs most, private before public at a tie; none of an empty list.
    private static func mostFrequent(_ addresses: [IPAddress]) -> Set<IPAddress>? {
        let counts = addresses.reduce(into: [IPAddress: Int]()) { $0[$1, default: 0] += 1 }
        let top = counts.max { one, other in
            (one.value, one.key.isPrivate ? 1 : 0, ~one.key.high, ~one.key.low)
                < (other.value, other.key.isPrivate ? 1 : 0, ~other.key.high, ~other.key.low)
        }
        return top.map { [$0.key] }
    }

    /// Whether what a flow's A sends is up (from the device).
    ///
    /// Where neither or both ends are the device's: the sender of the SYN, then private before public, then the higher port is
    /// taken for it. What is sent to a group or to all is down, unless the device sent it.
    public func isUpFromA(_ flow: Flow) -> Bool {
        if flow.kind == .nonIP {
            return flow.outboundFromA > 0 || (flow.outboundFromA == 0 && links.contains(flow.a.address.low))
        }
        let (hasA, hasB) = (addresses.contains(flow.a.address), addresses.contains(flow.b.address))
        if hasA != hasB { return hasA }
        if flow.outboundFromA != 0 { return flow.outboundFromA > 0 }
        if !hasA, flow.b.address.isMulticast { return false }
        if flow.synSender != .unknown { return flow.synSender == .a }
        if flow.a.address.isPrivate != flow.b.address.isPrivate { return flow.a.address.isPrivate }
        return flow.a.port >= flow.b.port
    }

    /// A flow's traffic seen from the device.
    public func traffic(aToB: TrafficCounts, bToA: TrafficCounts, of flow: Flow) -> Traffic {
        isUpFromA(flow) ? Traffic(up: aToB, down: bToA) : Traffic(up: bToA, down: aToB)
    }

    /// The end that isn't the device.
    public func server(of flow: Flow) -> Endpoint {
        isUpFromA(flow) ? flow.b : flow.a
    }
}
