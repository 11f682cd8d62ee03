import Documents
import TestSupport
import Testing

@testable import JourneyRecorder
@testable import TrafficMeter

@Suite struct StepLedgerTests {
    private static func packet(
        _ flow: Int, at time: Int64?, bytes: Int = 100, fromA: Bool = true, first: Bool = false
    ) -> MeteredPacket {
        MeteredPacket(
            flow: FlowID(index: flow), isFromA: fromA, isFirst: first,
            counts: TrafficCounts(packets: 1, wireBytes: bytes + 14, ipBytes: bytes),
            time: time.map { Timestamp(nanoseconds: $0) })
    }

    private static func timeline(_ markers: [(Int64, Marker.Kind, String?)]) throws -> Timeline {
        var log = MarkerLog(name: "test")
        for (time, kind, step) in markers {
            try log.append(Marker(time: Timestamp(nanoseconds: time), kind: kind, step: step, source: "test"))
        }
        return try Timeline(log, journey: nil)
    }

    /// IP bytes of a flow by step; -1 for those outside.
    private static func bytes(_ ledger: StepLedger, _ flow: Int) -> [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: ledger.cells(of: FlowID(index: flow)).map {
                ($0.step ?? -1, $0.aToB.ipBytes + $0.bToA.ipBytes)
            })
    }

    @Test("a packet on a border belongs to the step that begins there, and none is counted twice")
    func borders() throws {
        var ledger = StepLedger(try Self.timeline([(10, .step, "a"), (20, .step, "b"), (30, .end, nil)]))
        for (time, bytes): (Int64, Int) in [(9, 1), (10, 2), (19, 4), (20, 8), (29, 16), (30, 32)] {
            ledger.add(Self.packet(0, at: time, bytes: bytes), isConnection: true)
        }
        #expect(Self.bytes(ledger, 0) == [-1: 1 + 32, 0: 2 + 4, 1: 8 + 16])
    }

    @Test("a step walked twice has two cells")
    func iterations() throws {
        var ledger = StepLedger(try Self.timeline([(10, .step, "a"), (20, .step, "a"), (30, .end, nil)]))
        ledger.add(Self.packet(0, at: 12, bytes: 5), isConnection: true)
        ledger.add(Self.packet(0, at: 22, bytes: 7), isConnection: true)
        #expect(Self.bytes(ledger, 0) == [0: 5, 1: 7])
    }

    @Test("a packet without a time is outside all steps, also while the last is open")
    func timeless() throws {
        var ledger = StepLedger(try Self.timeline([(10, .step, "a")]))
        ledger.add(Self.packet(0, at: nil, bytes: 5), isConnection: true)
        ledger.add(Self.packet(0, at: 11, bytes: 7), isConnection: true)
        #expect(Self.bytes(ledger, 0) == [-1: 5, 0: 7])
    }

    @Test("directions are kept apart")
    func directions() throws {
        var ledger = StepLedger(Timeline())
        ledger.add(Self.packet(0, at: 1, bytes: 5), isConnection: true)
        ledger.add(Self.packet(0, at: 1, bytes: 7, fromA: false), isConnection: true)
        let cell = try #require(ledger.cells(of: FlowID(index: 0)).first)
        #expect(cell.aToB.ipBytes == 5 && cell.bToA.ipBytes == 7)
    }

    @Test("a connection belongs to the step of its flow's first packet; other traffic opens none")
    func connections() throws {
        var ledger = StepLedger(try Self.timeline([(10, .step, "a"), (20, .step, "b")]))
        ledger.add(Self.packet(0, at: 12, first: true), isConnection: true)
        ledger.add(Self.packet(0, at: 22), isConnection: true)
        ledger.add(Self.packet(1, at: 23, first: true), isConnection: false)
        ledger.add(Self.packet(2, at: 5, first: true), isConnection: true)
        #expect(ledger.connections == [1, 0])
    }

    @Test("agrees with a table of every flow and step, on any traffic in any order", arguments: 0..<20)
    func agreesWithTable(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let borders = (0..<8).map { _ in Int64.random(in: 0...100, using: &dice) }.sorted()
        var ledger = StepLedger(try Self.timeline(borders.map { ($0, .step, "s") }))
        struct Place: Hashable {
            var flow: Int
            var step: Int
        }
        var table: [Place: TrafficCounts] = [:]
        for _ in 0..<500 {
            let time = Int64.random(in: -5...105, using: &dice)
            let packet = Self.packet(
                .random(in: 0..<6, using: &dice), at: time, bytes: .random(in: 20...1500, using: &dice),
                fromA: .random(using: &dice))
            ledger.add(packet, isConnection: true)
            // The step begun last at or before the packet.
            let step = (borders.lastIndex { $0 <= time } ?? -1)
            table[Place(flow: packet.flow.index, step: step), default: TrafficCounts()] += packet.counts
        }
        var found: [Place: TrafficCounts] = [:]
        for flow in 0..<6 {
            for cell in ledger.cells(of: FlowID(index: flow)) {
                let place = Place(flow: flow, step: cell.step ?? -1)
                #expect(found[place] == nil, "one cell a step")
                found[place] = cell.aToB + cell.bToA
            }
        }
        #expect(found == table)
    }
}
