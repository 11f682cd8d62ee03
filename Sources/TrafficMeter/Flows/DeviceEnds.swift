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
    /// All of them where they are few, as they are: looking through these is faster than hashing.
    private let few: [IPAddress]

    /// Tells the device from the flows of a measurement.
    ///
    /// - Parameters:
    ///   - table: the flows.
    ///   - given: the device's addresses, where a person says them.
    ///   - givenLinks: the device's link addresses (`LinkAddress.bits`), where a person says them: all that sends from them is the
    ///     device's.
    ///   - followsLink: whether addresses that send from the link of those given are the device's as well.
    ///   - interfaces: those that captured the flows.
    ///   - isMeasured: which of the flows count.
    public init(
        of table: FlowTable, given: [IPAddress] = [], givenLinks: [UInt64] = [], followsLink: Bool = false,
        interfaces: [CaptureInterface] = [],
        where isMeasured: (Flow) -> Bool = { _ in true }
    ) {
        self = withoutActuallyEscaping(isMeasured) { isMeasured in
            let measured = table.lazy.filter { isMeasured($0) }
            // As dissectors mark an address: 48 bits are none without the mark (`PacketRecord.linkSource`).
            let links = Set(givenLinks.map { 1 << 63 | $0 })
            let senders = links.isEmpty ? [] : Self.senders(from: links, in: measured, table.links)
            return DeviceEnds(
                measured, table.links, given + senders, interfaces, followsLink: followsLink && senders.isEmpty)
        }
    }

    private init(
        _ table: some Sequence<Flow>, _ linkAddresses: LinkAddresses, _ given: [IPAddress],
        _ interfaces: [CaptureInterface], followsLink: Bool
    ) {
        var (found, rule) = Self.evidence(table, given, Set(interfaces.flatMap(\.addresses)))
        var links: Set<LinkID> = []
        for flow in table where flow.isConnection {
            if found.contains(flow.a.address) { links.insert(flow.aLink) }
            if found.contains(flow.b.address) { links.insert(flow.bLink) }
        }
        links.remove(.none)
        if rule != .given || followsLink, !links.isEmpty {
            found.formUnion(Self.addresses(of: links, in: table, knowing: found))
        }
        if found.isEmpty { rule = .none }
        (addresses, self.rule) = (found, rule)
        few = found.count <= 4 ? Array(found) : []
        self.links = Set(links.map { linkAddresses[$0] })
    }

    /// All addresses that send from link addresses, in one order.
    private static func senders(
        from links: Set<UInt64>, in table: some Sequence<Flow>, _ linkAddresses: LinkAddresses
    ) -> [IPAddress] {
        var found: Set<IPAddress> = []
        for flow in table where flow.isConnection {
            if links.contains(linkAddresses[flow.aLink]) { found.insert(flow.a.address) }
            if links.contains(linkAddresses[flow.bLink]) { found.insert(flow.b.address) }
        }
        return found.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
    }

    /// Addresses that send from the device's links, if there are no more than a device has.
    private static func addresses(
        of links: Set<LinkID>, in table: some Sequence<Flow>, knowing found: Set<IPAddress>
    ) -> Set<IPAddress> {
        var sending: Set<IPAddress> = []
        for flow in table where flow.isConnection {
            if links.contains(flow.aLink) { sending.insert(flow.a.address) }
            if links.contains(flow.bLink) { sending.insert(flow.b.address) }
            if sending.count > mostAddressesOfDevice { return [] }
        }
        // Nobody talks to itself: on loopback and behind a router both ends have one link address.
        for flow in table where flow.isConnection {
            if found.contains(flow.a.address) { sending.remove(flow.b.address) }
            if found.contains(flow.b.address) { sending.remove(flow.a.address) }
        }
        return sending
    }

    private static func evidence(
        _ table: some Sequence<Flow>, _ given: [IPAddress], _ own: Set<IPAddress>
    ) -> (Set<IPAddress>, Device.Rule) {
        if !given.isEmpty { return (Set(given), .given) }
        var flagged: Set<IPAddress> = []
        var owned: Set<IPAddress> = []
        var (connections, ownFlows) = (0, 0)
        for flow in table where flow.isConnection {
            connections += 1
            if flow.outboundFromA != 0 { flagged.insert(flow.outboundFromA > 0 ? flow.a.address : flow.b.address) }
            let (ownsA, ownsB) = (own.contains(flow.a.address), own.contains(flow.b.address))
            if ownsA { owned.insert(flow.a.address) }
            if ownsB { owned.insert(flow.b.address) }
            if ownsA || ownsB { ownFlows += 1 }
        }
        if !flagged.isEmpty { return (flagged, .directionFlags) }
        if ownFlows > 0, ownFlows * 2 >= connections { return (owned, .interfaceAddresses) }
        let sender = AddressTally.mostFrequent { count in
            for flow in table where flow.synSender != .unknown {
                count(flow.synSender == .a ? flow.a.address : flow.b.address)
            }
        }
        if let sender { return ([sender], .synSender) }
        let shared = AddressTally.mostFrequent { count in
            for flow in table where flow.isConnection {
                if !flow.a.address.isMulticast { count(flow.a.address) }
                if flow.b.address != flow.a.address, !flow.b.address.isMulticast { count(flow.b.address) }
            }
        }
        return (shared.map { [$0] } ?? [], .sharedEnd)
    }

    /// Whether what a flow's A sends is up (from the device).
    ///
    /// Where neither or both ends are the device's: the sender of the SYN, then private before public, then the higher port is
    /// taken for it. What is sent to a group or to all is down, unless the device sent it.
    public func isUpFromA(_ flow: Flow) -> Bool {
        if flow.kind == .nonIP {
            return flow.outboundFromA > 0 || (flow.outboundFromA == 0 && links.contains(flow.a.address.low))
        }
        let (hasA, hasB) = (isDevice(flow.a.address), isDevice(flow.b.address))
        if hasA != hasB { return hasA }
        if flow.outboundFromA != 0 { return flow.outboundFromA > 0 }
        if !hasA, flow.b.address.isMulticast { return false }
        if flow.synSender != .unknown { return flow.synSender == .a }
        if flow.a.address.isPrivate != flow.b.address.isPrivate { return flow.a.address.isPrivate }
        return flow.a.port >= flow.b.port
    }

    private func isDevice(_ address: IPAddress) -> Bool {
        few.isEmpty ? addresses.contains(address) : few.contains(address)
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
