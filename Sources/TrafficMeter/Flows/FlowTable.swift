/// All flows of a measurement: open addressing over dense records, in order of first packets.
public struct FlowTable: Sendable {
    /// Most flows kept apart; a capture that has more is an attack or a backbone. About 1.5 GiB of memory.
    public static let limit = 4_000_000

    /// The flows, in order of first packets; a `FlowID` is a position.
    public private(set) var flows: [Flow] = []
    /// Positions + 1 in `flows`; 0 is free. The length is a power of two, at most two thirds of it in use.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private let hash = FlowHash()

    init() {}

    /// A flow by its identifier.
    public subscript(id: FlowID) -> Flow {
        flows[id.index]
    }

    /// What a flow's packets are counted as.
    public subscript(kind id: FlowID) -> PacketRecord.Kind {
        flows[id.index].kind
    }

    /// Changes a flow in place.
    mutating func update<Result>(_ id: FlowID, _ change: (inout Flow) -> Result) -> Result {
        change(&flows[id.index])
    }

    /// Finds a packet's flow, or opens it.
    ///
    /// - Returns: the flow, whether the packet is from its A, and whether it is new. When the table is full, the one flow of other
    ///   IP that takes what has no place.
    mutating func find(
        _ kind: PacketRecord.Kind, _ protocolNumber: UInt8, from source: Endpoint, to destination: Endpoint
    ) -> (id: FlowID, isFromA: Bool, isNew: Bool) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash.hash(kind, protocolNumber, source, destination)) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if flows[index].kind == kind, flows[index].protocolNumber == protocolNumber {
                if flows[index].a == source, flows[index].b == destination {
                    return (FlowID(index: index), true, false)
                }
                if flows[index].a == destination, flows[index].b == source {
                    return (FlowID(index: index), false, false)
                }
            }
            slot = (slot + 1) & mask
        }
        guard flows.count < Self.limit else { return (overflow(), true, false) }
        flows.append(Flow(kind: kind, protocolNumber: protocolNumber, a: source, b: destination))
        slots[slot] = UInt32(flows.count)
        if flows.count * 3 > slots.count * 2 { grow() }
        return (FlowID(index: flows.count - 1), true, true)
    }

    /// Whether flows were turned away.
    public var isFull: Bool { flows.count > Self.limit }

    private mutating func overflow() -> FlowID {
        if !isFull {
            let nowhere = Endpoint(address: IPAddress(ipv4: 0), port: 0)
            // 255 is reserved (IANA, Protocol Numbers).
            flows.append(Flow(kind: .otherIP, protocolNumber: 255, a: nowhere, b: nowhere))
        }
        return FlowID(index: Self.limit)
    }

    private mutating func grow() {
        let count = slots.count * 2
        slots = [UInt32](repeating: 0, count: count)
        for (index, flow) in flows.enumerated() {
            var slot = Int(truncatingIfNeeded: hash.hash(flow.kind, flow.protocolNumber, flow.a, flow.b)) & (count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }
}
