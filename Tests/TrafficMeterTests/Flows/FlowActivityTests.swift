import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct FlowActivityTests {
    private typealias P = PacketBuilder

    private struct Sent {
        var flow: Int
        var milliseconds: Int
    }

    /// Datagrams between two ends, with ten-second slices: `millisecond / 10_000`.
    private static func meter(_ sent: [Sent]) throws -> Meter {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 1)
        for packet in sent {
            builder.pcapRecord(
                seconds: 1000 + packet.milliseconds / 1000, fraction: packet.milliseconds % 1000 * 1000,
                P.ethernet(
                    type: 0x0800,
                    P.ipv4(
                        from: "10.0.0.1", to: "192.0.2.1", protocol: 17,
                        P.udp(from: 5000 + packet.flow, to: 7000, [1, 2]))
                ))
        }
        let folder = try TemporaryFolder()
        let path = try folder.write("capture.pcap", Data(builder.bytes))
        var captures = try CaptureSet(paths: [path])
        var meter = Meter()
        meter.add(allOf: &captures) { time in
            let slice = (time.nanoseconds - 1_000_000_000_000) / 10_000_000_000
            let start = 1_000_000_000_000 + slice * 10_000_000_000
            return SliceStretch(slice: Int(slice), moments: start...start + 9_999_999_999)
        }
        meter.finish()
        return meter
    }

    /// The definition: a flow's packets in their order, cut where it was silent or another slice begins.
    private static func expected(_ sent: [Sent], _ flow: Int) -> [FlowStretch] {
        sent.filter { $0.flow == flow }.reduce(into: []) { stretches, packet in
            let time = (1_000_000 + Int64(packet.milliseconds)) * 1_000_000
            let slice = packet.milliseconds / 10_000
            if let last = stretches.last, last.slice == slice, time - last.last < 2_000_000_000 {
                stretches[stretches.count - 1].last = time
            } else {
                stretches.append(FlowStretch(slice: slice, first: time, last: time))
            }
        }
    }

    private static func check(_ sent: [Sent]) throws {
        let meter = try meter(sent)
        for (index, flow) in meter.flows.enumerated() {
            var found: [FlowStretch] = []
            meter.forEachStretch(ofFlowAt: index) { found.append($0) }
            #expect(found == expected(sent, Int(flow.a.port) - 5000), "\(sent.map(\.milliseconds))")
        }
    }

    @Test("a flow that goes on after a silence is active until its last packet")
    func resumed() throws {
        try Self.check([0, 500, 4000, 4500, 5500, 6500, 8600, 9000].map { Sent(flow: 0, milliseconds: $0) })
    }

    @Test("stretches are those of the definition, over flows and slices", arguments: 0..<40)
    func definition(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        var time = 0
        let sent = (0..<200).map { _ in
            time += [5, 300, 900, 1999, 2000, 3500].randomElement(using: &dice) ?? 0
            return Sent(flow: .random(in: 0..<3, using: &dice), milliseconds: time)
        }
        try Self.check(sent)
    }
}
