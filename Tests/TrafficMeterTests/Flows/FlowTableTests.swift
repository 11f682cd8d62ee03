import Documents
import TestSupport
import Testing

@testable import TrafficMeter

extension FlowTable {
    /// Finds a TCP flow's position, who sent, and whether it is new.
    fileprivate mutating func find(
        _ kind: PacketRecord.Kind, from source: Endpoint, to destination: Endpoint
    ) -> (index: Int, isFromA: Bool, isNew: Bool) {
        let (key, isFromLower) = FlowKey.of(kind, 0, from: source, to: destination)
        let (id, isNew) = find(key, isFromLower: isFromLower, slice: 0)
        return (id.index, self[id].aIsLower == isFromLower, isNew)
    }
}

@Suite struct FlowTableTests {
    @Test("a flow is found from either end, and A is who spoke first")
    func symmetric() {
        var table = FlowTable()
        let one = Endpoint(address: IPAddress(ipv4: 1), port: 10)
        let other = Endpoint(address: IPAddress(ipv4: 2), port: 20)
        for (source, destination) in [(one, other), (other, one)] {
            table = FlowTable()
            #expect(table.find(.tcp, from: source, to: destination) == (0, true, true))
            #expect(table.find(.tcp, from: destination, to: source) == (0, false, false))
            #expect(table.find(.udp, from: destination, to: source) == (1, true, true))
            #expect((table[0].a, table[0].b) == (source, destination))
            #expect((table[1].a, table[1].b) == (destination, source))
        }
        let loop = table.find(.tcp, from: one, to: one)
        #expect(loop.isFromA)
        #expect(table.find(.tcp, from: one, to: one) == (loop.index, true, false))
    }

    @Test("many flows are kept apart, as a dictionary keeps them")
    func growth() {
        var table = FlowTable()
        var known: [[UInt64]: Int] = [:]
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<60_000 {
            let a = Endpoint(
                address: IPAddress(high: 0, low: UInt64.random(in: 0..<300, using: &generator)),
                port: UInt16.random(in: 0..<8, using: &generator))
            let b = Endpoint(
                address: IPAddress(high: 0, low: UInt64.random(in: 0..<300, using: &generator)),
                port: UInt16.random(in: 0..<8, using: &generator))
            let key = [[a.address.low, UInt64(a.port)], [b.address.low, UInt64(b.port)]].sorted {
                $0.lexicographicallyPrecedes($1)
            }.flatMap { $0 }
            let found = table.find(.tcp, from: a, to: b)
            #expect(found.isNew == (known[key] == nil))
            #expect(found.index == known[key, default: table.count - 1])
            known[key] = found.index
        }
        #expect(table.count == known.count)
    }

    @Test("a flow's record is small: a million fit into 200 MB")
    func size() {
        #expect(MemoryLayout<Flow>.stride <= 192)
    }

    @Test("flows beyond the limit are one entry of other IP, and every packet of theirs is counted")
    func limit() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 101)
        for flow in 0..<5 {
            for _ in 0..<3 {
                builder.pcapRecord(
                    seconds: 1, fraction: 0,
                    PacketBuilder.ipv4(
                        from: "192.0.2.\(flow)", to: "198.51.100.1", protocol: 17,
                        PacketBuilder.udp(from: 5000, to: 443, [1, 2, 3])))
            }
        }
        let metering = try Metering(bytes: builder.bytes, limits: MeterLimits(flows: 2))
        #expect(metering.meter.flows.count == 3)
        #expect(metering.meter.flows.turnedAway == 9)
        #expect(metering.meter.flows[2].kind == .otherIP)
        #expect(metering.sum.packets == 15)
        #expect(metering.sum.ipBytes == metering.meter.totals.ipBytes)
    }
}
