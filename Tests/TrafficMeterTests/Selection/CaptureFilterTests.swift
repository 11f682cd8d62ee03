import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Filters keep what libpcap's own reader keeps.
@Suite struct CaptureFilterTests {
    static let filters = [
        "tcp", "not tcp", "udp port 53", "tcp port 443 or udp port 443", "ip6", "ip and not host 192.168.1.1",
        "icmp or arp",
        "greater 500", "less 70", "net 192.168.0.0/16", "tcp[tcpflags] & tcp-syn != 0", "vlan", "ether broadcast",
        "src net 10.0.0.0/8 and len > 100", "ip[6:2] & 0x3fff != 0",
    ]

    @Test("each filter keeps the packets and bytes that libpcap keeps, and the rest is left out", .reference)
    func reference() throws {
        var (compared, refused, kept) = (0, 0, 0)
        for capture in ReferenceCapture.all {
            guard let expected = try libpcapKeeps(capture.file.path, Self.filters) else { continue }
            for (text, expected) in zip(Self.filters, expected) {
                let metering = try Metering([capture.file.path], selection: PacketSelection([text]))
                let (totals, leftOut) = (metering.meter.totals, metering.meter.leftOut)
                guard let expected else {
                    // What the link can't answer is said, unless there is no packet to ask of.
                    #expect(totals.packets == 0 || metering.meter.selectionFailure != nil, "\(capture.name): \(text)")
                    refused += 1
                    continue
                }
                #expect(metering.meter.selectionFailure == nil, "\(capture.name): \(text)")
                let found = LibpcapCount(
                    packets: totals.packets - leftOut.packets, wireBytes: totals.wireBytes - leftOut.wireBytes)
                #expect(found == expected, "\(capture.name): \(text)")
                compared += 1
                kept += found.packets
            }
        }
        print("filters: \(compared) times as libpcap, with \(kept) packets kept; \(refused) times refused as there")
        #expect(compared > 1000 && kept > 1000 && refused > 0)
    }

    @Test(
        "what libpcap doesn't understand is refused with its words",
        arguments: ["port http80", "tcp and", "host 192.0.2.300", "foo bar", "ip[0", "portrange 5-x"])
    func refused(_ text: String) {
        let error = #expect(throws: SelectionError.self) { try CaptureFilter(text) }
        guard case .filter(let reason)? = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!reason.isEmpty)
        #expect(error?.description.contains("--only \(text): \(reason)") == true)
    }

    @Test("a filter that only wireless links have an answer to is taken, and fails on Ethernet")
    func wireless() throws {
        let filter = try PacketSelection(["type mgt"])
        let packet = PacketBuilder.ethernet(
            type: 0x800, PacketBuilder.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 17, []))
        let metering = try Metering(packets: [packet], selection: filter)
        #expect(metering.meter.selectionFailure?.text == "type mgt")
        #expect(metering.meter.leftOut.packets == 1)
    }
}
