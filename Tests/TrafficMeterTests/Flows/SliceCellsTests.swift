import Documents
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct SliceCellsTests {
    private struct Place: Hashable {
        var flow: Int
        var slice: Int
    }

    private static func flow(slice: Int32) -> Flow {
        let end = Endpoint(address: IPAddress(ipv4: 1), port: 1)
        return Flow(FlowKey.of(.tcp, 0, from: end, to: end).key, aIsLower: true, slice: slice)
    }

    @Test("agrees with a table of every flow and slice, on any traffic in any order", arguments: 0..<20)
    func agreesWithTable(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        var cells = SliceCells()
        var flows: [Int: Flow] = [:]
        var firsts: [Int: Int] = [:]
        var expected: [Place: TrafficCounts] = [:]
        for _ in 0..<500 {
            let place = Place(flow: .random(in: 0..<6, using: &dice), slice: .random(in: -1..<8, using: &dice))
            let counts = TrafficCounts(packets: 1, ipBytes: .random(in: 20...1500, using: &dice))
            let isFromA = Bool.random(using: &dice)
            let slice = Int32(place.slice)
            var flow = flows[place.flow] ?? Self.flow(slice: slice)
            if !flow.place.isOnly(slice) { cells.add(counts, isFromA: isFromA, slice: slice, to: &flow) }
            flow.add(counts, isFromA: isFromA)
            flows[place.flow] = flow
            firsts[place.flow] = firsts[place.flow] ?? place.slice
            expected[place, default: TrafficCounts()] += counts
        }
        var found: [Place: TrafficCounts] = [:]
        for (index, flow) in flows {
            var sum = TrafficCounts()
            cells.forEach(of: flow) { slice in
                let place = Place(flow: index, slice: slice.slice)
                #expect(found[place] == nil, "one cell a slice")
                found[place] = slice.aToB + slice.bToA
                sum += slice.aToB + slice.bToA
            }
            #expect(sum == flow.both)
            #expect(cells.first(of: flow) == firsts[index])
        }
        #expect(found == expected)
    }
}
