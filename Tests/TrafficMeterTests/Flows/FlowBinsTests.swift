import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct FlowBinsTests {
    private typealias P = PacketBuilder

    private struct Sent {
        var flow: Int
        var milliseconds: Int
        var bytes: Int
        var isFromServer: Bool
    }

    private struct Place: Hashable {
        var port: UInt16
        var bin: Int
    }

    /// Datagrams between a device and a server, the device's port telling the flow, in slices of a second.
    private static func meter(_ sent: [Sent], only: [String]? = nil) throws -> Meter {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 1)
        for packet in sent {
            let port = 5000 + packet.flow
            let payload = [UInt8](repeating: 0, count: packet.bytes)
            let (time, fraction) = packet.milliseconds.quotientAndRemainder(dividingBy: 1000)
            builder.pcapRecord(
                seconds: time, fraction: fraction * 1000,
                P.ethernet(
                    type: 0x0800,
                    packet.isFromServer
                        ? P.ipv4(
                            from: "192.0.2.1", to: "10.0.0.1", protocol: 17, P.udp(from: 7000, to: port, payload))
                        : P.ipv4(
                            from: "10.0.0.1", to: "192.0.2.1", protocol: 17, P.udp(from: port, to: 7000, payload))))
        }
        let folder = try TemporaryFolder()
        let path = try folder.write("capture.pcap", Data(builder.bytes))
        var captures = try CaptureSet(paths: [path])
        var meter = Meter(selection: try only.map { try PacketSelection($0, hosts: nil) })
        meter.add(allOf: &captures) { time in
            let second = time.nanoseconds / 1_000_000_000
            return SliceStretch(
                slice: Int(second), moments: second * 1_000_000_000...second * 1_000_000_000 + 999_999_999)
        }
        meter.finish()
        return meter
    }

    /// What is found against the definition: each packet in the bin of its time.
    private static func check(_ sent: [Sent], only port: Int? = nil) throws {
        let meter = try meter(sent, only: port.map { ["port \($0)"] })
        let scale = try #require(meter.binScale)
        #expect(scale.origin == Int64(sent[0].milliseconds) * 1_000_000)
        var expected: [Place: [Int]] = [:]
        for packet in sent where port == nil || packet.flow + 5000 == port {
            let distance = Double(packet.milliseconds - sent[0].milliseconds) * 1e6
            let place = Place(
                port: UInt16(5000 + packet.flow), bin: Int((distance / Double(scale.width)).rounded(.down)))
            expected[place, default: [0, 0]][packet.isFromServer ? 1 : 0] += packet.bytes + 28
        }
        var found: [Place: [Int]] = [:]
        meter.forEachBin { bin in
            let flow = meter.flows[bin.flow]
            let isDeviceA = flow.a.port != 7000
            let place = Place(port: isDeviceA ? flow.a.port : flow.b.port, bin: bin.bin)
            found[place, default: [0, 0]][0] += isDeviceA ? bin.aToB : bin.bToA
            found[place, default: [0, 0]][1] += isDeviceA ? bin.bToA : bin.aToB
        }
        #expect(found.filter { $0.value != [0, 0] } == expected)
        let bins = expected.keys.map(\.bin)
        #expect((bins.max() ?? 0) - (bins.min() ?? 0) < 1000)
    }

    private static func random(
        _ count: Int, _ dice: inout SeededGenerator, flows: Int, _ time: (Int, inout SeededGenerator) -> Int
    ) -> [Sent] {
        (0..<count).map { index in
            Sent(
                flow: .random(in: 0..<flows, using: &dice), milliseconds: time(index, &dice),
                bytes: .random(in: 0...900, using: &dice), isFromServer: .random(using: &dice))
        }
    }

    @Test("packets in the order of time", arguments: 1...6)
    func ordered(_ flows: Int) throws {
        var dice = SeededGenerator(seed: UInt64(flows))
        var now = 1_000_000
        try Self.check(
            Self.random(600, &dice, flows: flows) { _, dice in
                now += .random(in: 0...(Bool.random(using: &dice) ? 2 : 700), using: &dice)
                return now
            })
    }

    @Test(
        "packets in disorder, before the first one too, however far apart",
        arguments: [300, 5000, 400_000, 300_000_000])
    func disordered(_ spread: Int) throws {
        for seed in 0..<8 as Range<UInt64> {
            var dice = SeededGenerator(seed: seed)
            try Self.check(
                Self.random(300, &dice, flows: 3) { index, dice in
                    1_000_000_000 + index * 20 + .random(in: -spread...spread, using: &dice)
                })
        }
    }

    @Test("a capture that lasts long has longer bins, as many times doubled as it must")
    func doubled() throws {
        let sent = [0, 100, 249_999, 250_000, 499_999, 500_000].map {
            Sent(flow: 0, milliseconds: 1_000_000 + $0, bytes: 1, isFromServer: false)
        }
        #expect(try Self.meter(Array(sent[...2])).binScale?.width == 250_000_000)
        #expect(try Self.meter(Array(sent[...3])).binScale?.width == 500_000_000)
        #expect(try Self.meter(Array(sent[...4])).binScale?.width == 500_000_000)
        #expect(try Self.meter(sent).binScale?.width == 1_000_000_000)
        try Self.check(sent)
    }

    @Test("what a selection leaves out is in no bin", arguments: [5000, 5001])
    func selection(_ port: Int) throws {
        var dice = SeededGenerator(seed: 9)
        let sent = Self.random(400, &dice, flows: 2) { index, dice in
            1_000_000 + index * 40 + .random(in: 0...400, using: &dice)
        }
        try Self.check(
            [Sent(flow: port - 5000, milliseconds: 1_000_000, bytes: 1, isFromServer: false)] + sent, only: port)
    }

    @Test("many cells are joined, and bins doubled until they are few enough", arguments: [20, 100, 1000])
    func manyCells(_ most: Int) {
        var dice = SeededGenerator(seed: 5)
        var flows = FlowTable()
        let ids = (1...10 as ClosedRange<UInt16>).map { port in
            let key = FlowKey.of(
                .udp, 0, from: Endpoint(address: IPAddress(ipv4: 1), port: port),
                to: Endpoint(address: IPAddress(ipv4: 2), port: 53))
            return flows.find(key.key, isFromLower: key.isFromLower, slice: -1).id
        }
        var bins = FlowBins(cells: most)
        var sent: [(flow: Int, time: Int64, bytes: Int)] = []
        for index in 0..<4000 as Range<Int64> {
            let time = index * 10_000_000 - (index % 3 == 0 ? .random(in: 0...2_000_000_000, using: &dice) : 0)
            let (id, bytes) = (ids[Int.random(in: 0..<10, using: &dice)], Int.random(in: 1...9, using: &dice))
            if bins.isPassed(by: time) { bins.advance(to: time, flows) }
            let first = bins.moments.lowerBound
            if time >= first, flows[id].lastNanoseconds < first { bins.touch(id, flows[id]) }
            flows[id].add(TrafficCounts(packets: 1, ipBytes: bytes), isFromA: true)
            flows[id].lastNanoseconds = max(flows[id].lastNanoseconds, time)
            if time < first {
                bins.move(bytes, of: id, isFromA: true, to: time, isTouched: flows[id].lastNanoseconds >= first)
            }
            sent.append((id.index, time, bytes))
        }
        let width = bins.scale?.width ?? 0
        #expect(width > 250_000_000)
        var (expected, found): ([[Int]: Int], [[Int]: Int]) = ([:], [:])
        for packet in sent {
            let bin = (Double(packet.time - sent[0].time) / Double(width)).rounded(.down)
            expected[[packet.flow, Int(bin)], default: 0] += packet.bytes
        }
        var cells = 0
        bins.forEach(flows) {
            found[[$0.flow, $0.bin], default: 0] += $0.aToB
            cells += 1
        }
        #expect(found.filter { $0.value != 0 } == expected)
        #expect(cells <= max(most, 40))
    }

    @Test("times at both ends of what can be told")
    func ends() {
        var flows = FlowTable()
        let ends = FlowKey.of(
            .udp, 0, from: Endpoint(address: IPAddress(ipv4: 1), port: 1),
            to: Endpoint(address: IPAddress(ipv4: 2), port: 2))
        let id = flows.find(ends.key, isFromLower: ends.isFromLower, slice: -1).id
        var bins = FlowBins()
        var sum = 0
        for time in [0, Int64.max, .min, 5, .max - 1, .min + 1, .max] as [Int64] {
            if bins.isPassed(by: time) { bins.advance(to: time, flows) }
            bins.move(7, of: id, isFromA: true, to: time, isTouched: false)
        }
        bins.forEach(flows) { sum += $0.aToB }
        #expect(sum == 49)
        // 2^64 ns in at most 1000 bins.
        #expect(bins.scale?.width == 250_000_000 << 27)
    }
}
