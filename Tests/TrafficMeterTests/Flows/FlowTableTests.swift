import Documents
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct FlowTableTests {
    @Test("a flow is found from either end, and A is who spoke first")
    func symmetric() {
        var table = FlowTable()
        let one = Endpoint(address: IPAddress(ipv4: 1), port: 10)
        let other = Endpoint(address: IPAddress(ipv4: 2), port: 20)
        let first = table.find(.tcp, 0, from: one, to: other)
        let back = table.find(.tcp, 0, from: other, to: one)
        let udp = table.find(.udp, 0, from: other, to: one)
        #expect((first.id.index, first.isFromA, first.isNew) == (0, true, true))
        #expect((back.id.index, back.isFromA, back.isNew) == (0, false, false))
        #expect((udp.id.index, udp.isFromA, udp.isNew) == (1, true, true))
        let loop = table.find(.tcp, 0, from: one, to: one)
        #expect(loop.isFromA && table.find(.tcp, 0, from: one, to: one).isFromA)
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
            let found = table.find(.tcp, 0, from: a, to: b)
            #expect(found.isNew == (known[key] == nil))
            #expect(found.id.index == known[key, default: table.flows.count - 1])
            known[key] = found.id.index
        }
        #expect(table.flows.count == known.count)
    }
}
