import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Segments out of turn, against two programs that tell them apart in ways of their own.
@Suite struct FlowTableSegmentsTests {
    /// Flows in which tshark's marks differ from ours, by capture and client's port, and why.
    ///
    /// tshark calls a segment below the highest number out of order or sent again by how soon it came after the one before; here
    /// it is sent again if some byte of it was seen, and out of order if none was.
    static let differing: [String: String] = [
        "arkime__wireshark-retrans.pcap 59221": "one segment came again so soon that tshark calls it out of order",
        "ndpi__6in4tunnel.pcap 53234": "two segments came again so soon that tshark calls them out of order",
        "ndpi__alexa-app.pcapng 45715": "one segment came again so soon that tshark calls it out of order",
        "ndpi__alexa-app.pcapng 37551": "two segments came again so soon that tshark calls them out of order",
        "ndpi__alexa-app.pcapng 41828": "one segment came again so soon that tshark calls it out of order",
        "ndpi__KakaoTalk_chat.pcap 35503":
            "a second SYN-ACK with another number leads tshark to call what follows sent again",
        "ndpi__fuzz-2006-06-26-2594.pcap 2720":
            "damaged sequence numbers: new bytes below the highest number, some late",
        "pcpp__http-packets.pcap 8869": "the segment's bytes were never seen before: lost before the capture point",
        "pcpp__http-packets.pcap 8870": "the segment's bytes were never seen before: lost before the capture point",
    ]

    @Test("packets sent again and keep-alives are those that tshark marks, but for those explained", .reference)
    func marks() throws {
        var compared = 0
        var found: Set<String> = []
        for capture in ReferenceCapture.all {
            let metering = try Metering(capture.file.path)
            let expected = try #require(capture.views()[0].1["flows"] as? [[String: Any]])
            for (line, flow) in zip(metering.flowLines, expected) where line["proto"] == "tcp" {
                compared += 1
                #expect(line["tcp_keepalives"] == "\(flow["tcp_keepalives"] ?? "")", "\(capture.name) \(line)")
                for column in ["tcp_retransmissions", "tcp_out_of_order"]
                where line[column] != "\(flow[column] ?? "")" {
                    found.insert("\(capture.name) \(line["a_port"] ?? "")")
                }
            }
        }
        #expect(found == Set(Self.differing.keys))
        print(
            "TCP marks: \(compared) flows compared with tshark's; keep-alives agree in all, packets sent again and out of"
        )
        print("  order in \(compared - found.count). The others:")
        for (flow, reason) in Self.differing.sorted(by: { $0.key < $1.key }) { print("  \(flow): \(reason)") }
    }

    /// Flows whose bytes tcptrace counts otherwise, by capture and one port, and why.
    static let notTrusted: [String: String] = [
        "ndpi__fuzz-2006-06-26-2594.pcap 120":
            "a false total length beyond the frame: tcptrace believes it, Wireshark doesn't",
        "ndpi__fuzz-2006-06-26-2594.pcap 2069":
            "a false total length beyond the frame: tcptrace believes it, Wireshark doesn't",
        "ndpi__fuzz-2006-06-26-2594.pcap 2721":
            "a false total length beyond the frame: tcptrace believes it, Wireshark doesn't",
    ]

    @Test(
        "total, unique and resent bytes are those of tcptrace, SYN and FIN left out", .reference, .needs("tcptrace"),
        .needs("editcap"))
    func bytes() throws {
        var (compared, exact) = (0, 0)
        var found: Set<String> = []
        let folder = try TemporaryFolder()
        for capture in ReferenceCapture.all {
            let traced = try Tcptrace.bytes(of: capture.file, in: folder)
            for line in try Metering([capture.file.path], view: .outer).flowLines where line["proto"] == "tcp" {
                guard let theirs = traced(line) else { continue }
                compared += 1
                let total = ["a2b", "b2a"].map { Int(line["\($0)_payload_bytes"] ?? "") ?? 0 }
                let unique = ["a2b", "b2a"].map { Int(line["\($0)_unique_payload_bytes"] ?? "") ?? 0 }
                if total != theirs.total {
                    found.insert("\(capture.name) \(line["a_port"] ?? "")")
                    continue
                }
                let resent = zip(total, unique).map(-)
                if unique == theirs.unique, resent == theirs.resent { exact += 1 }
                // tcptrace counts a SYN or FIN that is sent again as a byte sent again, and one at times as a unique byte.
                let again = Int(line["tcp_retransmissions"] ?? "") ?? 0
                for side in 0...1 {
                    #expect((0...1).contains(theirs.unique[side] - unique[side]), "\(capture.name) \(line)")
                    #expect((0...max(again, 1)).contains(theirs.resent[side] - resent[side]), "\(capture.name) \(line)")
                }
            }
        }
        #expect(found == Set(Self.notTrusted.keys))
        #expect(compared > 400)
        print(
            "TCP bytes: \(compared) flows compared with tcptrace's; total, unique and resent bytes equal in \(exact), in"
        )
        print("  \(compared - exact - found.count) but for the numbers of SYN and FIN sent again. The others:")
        for (flow, reason) in Self.notTrusted.sorted(by: { $0.key < $1.key }) { print("  \(flow): \(reason)") }
    }

    private typealias P = PacketBuilder

    /// A segment from the client, or from the server.
    private static func segment(
        _ sequence: Int, _ flags: Int = 0x10, ack: Int = 0, up: Bool = true, _ length: Int = 0
    ) -> [UInt8] {
        var tcp = P.tcp(
            from: up ? 5000 : 443, to: up ? 443 : 5000, sequence: sequence, flags: flags,
            [UInt8](repeating: 7, count: length))
        tcp.replaceSubrange(8..<12, with: P.uint32(ack))
        let (client, server) = ("192.0.2.1", "198.51.100.1")
        return P.ethernet(
            type: 0x0800, P.ipv4(from: up ? client : server, to: up ? server : client, protocol: 6, tcp))
    }

    private static func detail(_ packets: [[UInt8]]) throws -> (flow: Flow, detail: FlowDetail) {
        let metering = try Metering(packets: packets)
        let flow = try #require(metering.flows(.tcp).first)
        return (flow, metering.meter.flows.detail(of: flow))
    }

    private static let opening = [
        segment(100, 2), segment(500, 0x12, ack: 101, up: false), segment(101, ack: 501),
    ]

    @Test("bytes that the receiver acknowledged and the capture lost are missing")
    func missing() throws {
        let (_, gap) = try Self.detail(
            Self.opening + [
                Self.segment(501, ack: 101, up: false, 100), Self.segment(701, ack: 101, up: false, 100),
                Self.segment(101, ack: 801),
            ])
        #expect((gap.aToB.missingBytes, gap.bToA.missingBytes) == (0, 100))
        let (_, end) = try Self.detail(
            Self.opening + [Self.segment(501, ack: 101, up: false, 100), Self.segment(101, ack: 901)])
        #expect(end.bToA.missingBytes == 300)
        // What comes late after all isn't missing, nor is what nobody acknowledged.
        let (_, late) = try Self.detail(
            Self.opening + [
                Self.segment(701, ack: 101, up: false, 100), Self.segment(101, ack: 801),
                Self.segment(501, ack: 101, up: false, 200), Self.segment(901, ack: 101, up: false, 5),
            ])
        #expect((late.missingBytes, late.outOfOrder) == (0, 1))
    }

    @Test("a keep-alive and its answer count, and no byte is sent again but the probe's")
    func keepAlive() throws {
        let (flow, detail) = try Self.detail(
            Self.opening + [
                Self.segment(101, 0x18, ack: 501, 50), Self.segment(501, ack: 151, up: false),
                Self.segment(150, ack: 501, 1), Self.segment(501, ack: 151, up: false),
            ])
        #expect((detail.aToB.keepAlives, detail.bToA.keepAlives, detail.resentPackets) == (1, 1, 0))
        #expect((flow.aToB.payloadBytes, flow.aToB.uniquePayloadBytes) == (51, 50))
    }

    @Test("a new SYN opens another connection, whose bytes are new")
    func connections() throws {
        let first = Self.opening + [Self.segment(101, 0x18, ack: 501, 50), Self.segment(151, 0x11, ack: 501)]
        let again = [
            Self.segment(100_000, 2), Self.segment(700, 0x12, ack: 100_001, up: false),
            Self.segment(100_001, 0x18, ack: 701, 50), Self.segment(701, ack: 100_051, up: false, 20),
        ]
        let (flow, detail) = try Self.detail(first + again + [Self.segment(100_000, 2)])
        #expect((detail.connections, detail.resentPackets, detail.missingBytes) == (2, 1, 0))
        #expect(flow.both.uniquePayloadBytes == 120)
    }
}
