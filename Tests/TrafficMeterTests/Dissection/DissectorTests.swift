import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

private let udp = P.udp(from: 40_000, to: 443, [UInt8](repeating: 7, count: 10))
private let ipv4 = P.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 17, udp)
private let v6 = ("2001:db8:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:2")

/// Packets drawn by hand; the figures follow from the lengths of what is put together.
@Suite struct DissectorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var linkType = 1
        var packet: [UInt8]
        var kind = PacketRecord.Kind.udp
        var ipBytes: Int
        var payloadBytes: Int
    }

    @Test(
        "each link layer and tag leads to the same flow",
        arguments: [
            Case(testDescription: "Ethernet", packet: P.ethernet(type: 0x0800, ipv4), ipBytes: 38, payloadBytes: 10),
            Case(
                testDescription: "padding", packet: P.ethernet(type: 0x0800, ipv4 + [0, 0, 0, 0]), ipBytes: 38,
                payloadBytes: 10),
            Case(
                testDescription: "VLAN", packet: P.ethernet(type: 0x8100, [0, 5, 8, 0] + ipv4), ipBytes: 38,
                payloadBytes: 10),
            Case(
                testDescription: "QinQ", packet: P.ethernet(type: 0x88A8, [0, 5, 0x81, 0, 0, 6, 8, 0] + ipv4),
                ipBytes: 38, payloadBytes: 10),
            Case(
                testDescription: "SNAP", packet: P.ethernet(type: 46, [0xAA, 0xAA, 3, 0, 0, 0, 8, 0] + ipv4),
                ipBytes: 38, payloadBytes: 10),
            Case(testDescription: "raw", linkType: 101, packet: ipv4, ipBytes: 38, payloadBytes: 10),
            Case(testDescription: "IPv4 link type", linkType: 228, packet: ipv4, ipBytes: 38, payloadBytes: 10),
            Case(
                testDescription: "NULL, little-endian", linkType: 0, packet: [2, 0, 0, 0] + ipv4, ipBytes: 38,
                payloadBytes: 10),
            Case(
                testDescription: "NULL, big-endian", linkType: 0, packet: [0, 0, 0, 2] + ipv4, ipBytes: 38,
                payloadBytes: 10),
            Case(testDescription: "LOOP", linkType: 108, packet: [0, 0, 0, 2] + ipv4, ipBytes: 38, payloadBytes: 10),
            Case(
                testDescription: "SLL", linkType: 113, packet: [0, 4, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0] + ipv4,
                ipBytes: 38, payloadBytes: 10),
            Case(
                testDescription: "SLL2", linkType: 276,
                packet: [8, 0, 0, 0, 0, 0, 0, 3, 0, 1, 4, 6, 2, 0, 0, 0, 0, 1, 0, 0] + ipv4, ipBytes: 38,
                payloadBytes: 10),
            Case(
                testDescription: "IPv4 in IPv4",
                packet: P.ethernet(type: 0x0800, P.ipv4(from: "10.0.0.1", to: "10.0.0.2", protocol: 4, ipv4)),
                ipBytes: 38, payloadBytes: 10),
            Case(
                testDescription: "offloaded segment of total length 0",
                packet: P.ethernet(
                    type: 0x0800, P.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 17, totalLength: 0, udp)),
                ipBytes: 38, payloadBytes: 10),
        ])
    func links(_ given: Case) throws {
        let metering = try Metering(packets: [given.packet], linkType: given.linkType)
        let flow = try #require(metering.flows(given.kind).first)
        #expect("\(flow.a.address):\(flow.a.port) \(flow.b.address):\(flow.b.port)" == "192.0.2.1:40000 192.0.2.2:443")
        #expect(flow.aToB.wireBytes == given.packet.count)
        #expect((flow.aToB.ipBytes, flow.aToB.payloadBytes) == (given.ipBytes, given.payloadBytes))
    }

    @Test(
        "IPv6 extension headers are walked (RFC 8200 § 4)",
        arguments: [
            ("none", 17, [UInt8]()),
            ("hop-by-hop", 0, [17, 0, 0, 0, 0, 0, 0, 0]),
            ("routing, destination options", 43, [60, 0, 0, 0, 0, 0, 0, 0, 17, 1] + [UInt8](repeating: 0, count: 14)),
            ("atomic fragment", 44, [17, 0, 0, 0, 1, 2, 3, 4]),
        ])
    func extensions(_ name: String, _ next: Int, _ headers: [UInt8]) throws {
        let packet = P.ethernet(type: 0x86DD, P.ipv6(from: v6.0, to: v6.1, next: next, headers + udp))
        let metering = try Metering(packets: [packet])
        let flow = try #require(metering.flows(.udp).first)
        #expect((flow.aToB.ipBytes, flow.aToB.payloadBytes) == (40 + headers.count + 18, 10))
        #expect(metering.meter.flows.detail(of: flow).fragments == 0)
    }

    @Test(
        "what is no flow is counted as what it is",
        arguments: [
            (
                "ARP", P.ethernet(type: 0x0806, [UInt8](repeating: 0, count: 28)), PacketRecord.Kind.nonIP,
                NonIPKind.arp.rawValue
            ),
            ("unknown EtherType", P.ethernet(type: 0x88CC, [1, 2, 3]), .nonIP, NonIPKind.other.rawValue),
            (
                "IPv4 cut before its addresses", P.ethernet(type: 0x0800, Array(ipv4.prefix(16))), .nonIP,
                NonIPKind.undecodableIP.rawValue
            ),
            (
                "ICMP",
                P.ethernet(type: 0x0800, P.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 1, [8, 0, 0, 0])),
                .otherIP, 1
            ),
            ("UDP cut before its ports", P.ethernet(type: 0x0800, Array(ipv4.prefix(22))), .otherIP, 17),
            ("nothing", [], .nonIP, NonIPKind.other.rawValue),
        ])
    func otherwise(_ name: String, _ packet: [UInt8], _ kind: PacketRecord.Kind, _ number: UInt8) throws {
        let flow = try #require(try Metering(packets: [packet]).meter.flows.first)
        #expect(flow.kind == kind)
        #expect(flow.protocolNumber == number)
        #expect(flow.both.wireBytes == packet.count)
    }

    @Test("a packet cut at any byte is counted whole")
    func cut() throws {
        let packet = P.ethernet(
            type: 0x8100,
            [0, 1, 0x86, 0xDD]
                + P.ipv6(from: v6.0, to: v6.1, next: 0, [6, 0, 0, 0, 0, 0, 0, 0] + P.tcp(from: 1, to: 2, [1, 2, 3])))
        for length in 0...packet.count {
            var builder = CaptureBuilder()
            builder.pcapHeader()
            builder.pcapRecord(seconds: 0, fraction: 0, original: packet.count, Array(packet.prefix(length)))
            let sum = try Metering(bytes: builder.bytes).sum
            #expect((sum.packets, sum.wireBytes) == (1, packet.count))
        }
    }

    @Test("TCP payload follows from the IP length, whatever was stored")
    func snapped() throws {
        let packet = P.ethernet(
            type: 0x0800,
            P.ipv4(
                from: "192.0.2.1", to: "192.0.2.2", protocol: 6,
                P.tcp(from: 1, to: 2, [UInt8](repeating: 1, count: 700))))
        var builder = CaptureBuilder()
        builder.pcapHeader()
        builder.pcapRecord(seconds: 0, fraction: 0, original: packet.count, Array(packet.prefix(54)))
        #expect(try Metering(bytes: builder.bytes).flows(.tcp).first?.aToB.payloadBytes == 700)
    }

    @Test(
        "the packet inside is counted, with the wire bytes of the whole",
        arguments: Encapsulated.all)
    func inner(_ given: Encapsulated) throws {
        let flows = try Metering(packets: [given.packet], linkType: given.linkType).meter.flows
        let flow = try #require(flows.first)
        #expect(flows.count == 1)
        #expect(flow.kind == .udp)
        let ends = given.version == 4 ? ["192.0.2.1", "192.0.2.2"] : ["2001:db8::1", "2001:db8::2"]
        #expect([flow.a, flow.b].map(\.address.description) == ends)
        #expect([flow.a.port, flow.b.port] == [40_000, 443])
        #expect(flow.aToB.ipBytes == given.ipBytes)
        #expect(flow.aToB.payloadBytes == 10)
        #expect(flow.aToB.wireBytes == given.packet.count)
    }

    @Test("the outer view counts the routers", arguments: Encapsulated.tunnels)
    func outer(_ given: Encapsulated) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        builder.pcapRecord(seconds: 0, fraction: 0, given.packet)
        let flow = try #require(try Metering(bytes: builder.bytes, view: .outer).meter.flows.first)
        #expect([flow.a, flow.b].map(\.address.description) == ["203.0.113.1", "203.0.113.2"])
        #expect(flow.aToB.ipBytes == given.packet.count - 14)
    }

    @Test("tshark reads the same packet inside", .needs("tshark"), arguments: Encapsulated.all)
    func witness(_ given: Encapsulated) throws {
        let folder = try TemporaryFolder()
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: given.linkType)
        builder.pcapRecord(seconds: 0, fraction: 0, given.packet)
        let file = try folder.write("capture.pcap", Data(builder.bytes))
        let found = try run(
            "tshark",
            [
                "-n", "-r", file, "-T", "fields", "-E", "occurrence=l", "-e",
                given.version == 4 ? "ip.src" : "ipv6.src", "-e", "udp.srcport",
            ]
        ).text
        #expect(found == (given.version == 4 ? "192.0.2.1" : "2001:db8::1") + "\t40000\n")
    }

    @Test(
        "what only looks like a tunnel stays what it is",
        arguments: Encapsulated.lookalikes)
    func noTunnel(_ given: Encapsulated) throws {
        let flow = try #require(try Metering(packets: [given.packet]).meter.flows.first)
        #expect(flow.kind == .udp)
        #expect(flow.a.address.description == "203.0.113.1")
    }

    @Test(
        "a packet cut at any byte is counted whole, whatever it is in",
        arguments: Encapsulated.all)
    func cut(_ given: Encapsulated) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: given.linkType)
        for length in 0...given.packet.count {
            builder.pcapRecord(
                seconds: 0, fraction: 0, original: given.packet.count, Array(given.packet.prefix(length)))
        }
        let sum = try Metering(bytes: builder.bytes).sum
        #expect(sum.packets == given.packet.count + 1)
        #expect(sum.wireBytes == (given.packet.count + 1) * given.packet.count)
    }

    @Test(
        "TCP payload is what Wireshark calls the segment's length: none of a first fragment, and with too short a header too"
    )
    func segmentLengths() throws {
        let segment = P.tcp(from: 40_000, to: 443, [UInt8](repeating: 7, count: 24))
        var fragment = P.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 6, segment)
        fragment[6] |= 0x20  // more fragments
        #expect(try Metering(packets: [fragment], linkType: 228).flows(.tcp).first?.aToB.payloadBytes == 0)
        var short = P.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 6, segment)
        short[32] = 0x20  // a header of 8 bytes
        #expect(try Metering(packets: [short], linkType: 228).flows(.tcp).first?.aToB.payloadBytes == 36)
    }

    @Test("what the capturing program puts before a packet is in no length")
    func pseudoHeader() throws {
        let metering = try Metering(packets: [[1, 0xFF, 3, 0, 0x21] + ipv4], linkType: 204)
        let flow = try #require(metering.flows(.udp).first)
        #expect(flow.aToB.wireBytes == 4 + ipv4.count)
        #expect(metering.meter.totals.capturedBytes == 4 + ipv4.count)
    }
}
