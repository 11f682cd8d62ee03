import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// Traffic by transport, version of IP, and connections, against tshark.
@Suite struct BreakdownBuilderTests {
    /// Packets and wire bytes.
    struct Sum: Hashable {
        var packets = 0
        var wireBytes = 0
    }

    /// What tshark makes of a capture without tunnels: packets by the kind of the stream that they are of.
    private static func witnessed(_ file: String) throws -> (transports: [String: Sum], versions: [String: Sum]) {
        let fields = [
            "frame.len", "ip.version", "ipv6.version", "tcp.stream", "udp.stream", "tls.handshake.type", "quic.version",
            "tcp.port", "udp.port", "gquic.version",
        ]
        var streams: [String: (kind: String, sum: Sum)] = [:]
        var versions: [String: Sum] = [:]
        for row in try tshark(file, fields: fields, filter: "(tcp || udp) && !icmp && !icmpv6", occurrence: "a") {
            let isTCP = !row[3].isEmpty
            let stream = isTCP ? "tcp \(row[3])" : "udp \(row[4])"
            let ports = Set(row[isTCP ? 7 : 8].split(separator: ",").map(String.init))
            var entry = streams[stream] ?? (isTCP ? "tcp" : "udp", Sum())
            if !ports.isDisjoint(with: ["53", "853", "5353", "5355"]) {
                entry.kind = "dns"
            } else if isTCP, row[5].split(separator: ",").contains("1") {
                entry.kind = "tls"
            } else if !isTCP, !(row[6] + row[9]).isEmpty {
                entry.kind = "quic"
            }
            let wireBytes = Int(row[0]) ?? 0
            entry.sum.packets += 1
            entry.sum.wireBytes += wireBytes
            streams[stream] = entry
            versions[row[2].isEmpty ? "ipv4" : "ipv6", default: Sum()].packets += 1
            versions[row[2].isEmpty ? "ipv4" : "ipv6", default: Sum()].wireBytes += wireBytes
        }
        var transports: [String: Sum] = [:]
        for stream in streams.values {
            transports[stream.kind, default: Sum()].packets += stream.sum.packets
            transports[stream.kind, default: Sum()].wireBytes += stream.sum.wireBytes
        }
        return (transports, versions)
    }

    private static func sums(_ groups: [GroupTraffic]) -> [String: Sum] {
        Dictionary(
            uniqueKeysWithValues: groups.map { group in
                let both = group.traffic.both
                return (group.key, Sum(packets: both.packets, wireBytes: both.wireBytes))
            })
    }

    @Test(
        "the demonstration's transports and versions of IP are tshark's", .needs("tshark"), arguments: RecordedWalk.all)
    func recorded(_ walk: RecordedWalk) throws {
        let breakdown = try #require(Replay(captures: [walk.capture], tool: .ecoproxy).measurement.breakdown)
        let expected = try Self.witnessed(walk.capture)
        #expect(Self.sums(breakdown.transports) == expected.transports)
        #expect(Self.sums(breakdown.ipVersions) == expected.versions)
    }

    /// Captures with TLS, QUIC, name resolution and others, over both versions of IP, that need no knowledge of resolvers' names.
    static let captures = [
        "ndpi__reddit.pcap", "ndpi__waze.pcap", "ndpi__KakaoTalk_chat.pcap", "ndpi__quic-v2.pcapng",
        "nfstream__instagram.pcap", "ndpi__http_ipv6.pcap", "ndpi__whatsapp.pcap",
    ]

    @Test("transports and versions of IP are tshark's", .reference, .needs("tshark"), arguments: captures)
    func reference(_ name: String) throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == name })
        let measurement = try Replay(captures: [capture.file.path], tool: .ecoproxy).measurement
        let breakdown = try #require(measurement.breakdown)
        let expected = try Self.witnessed(capture.file.path)
        #expect(Self.sums(breakdown.transports) == expected.transports)
        #expect(Self.sums(breakdown.ipVersions) == expected.versions)
    }

    @Test("every list has the flows and connections of its section's hosts", .reference)
    func connections() throws {
        var compared = 0
        for capture in ReferenceCapture.all {
            guard let replay = try? Replay(captures: [capture.file.path], tool: .ecoproxy) else { continue }
            let measurement = replay.measurement
            let breakdown = try #require(measurement.breakdown)
            let flows = measurement.hosts.reduce(0) { $0 + $1.flows }
            let connections = measurement.hosts.reduce(0) { $0 + ($1.connections ?? 0) }
            // All of it is measured: each flow begins in it once.
            #expect(flows == connections, "\(capture.name)")
            let lists = [breakdown.parties, breakdown.purposes, breakdown.transports, breakdown.ipVersions]
            for list in lists + [breakdown.apps].compactMap({ $0 }) {
                #expect(list.reduce(0) { $0 + $1.flows } == flows, "\(capture.name)")
                #expect(list.reduce(0) { $0 + $1.connections } == connections, "\(capture.name)")
            }
            // The reference counts flows itself.
            let inner = try capture.oracle()["inner"] as? [String: Any]
            #expect((inner?["flows"] as? [[String: Any]])?.count == flows, "\(capture.name)")
            // The opening's bytes are those of the flows that have one.
            let openings = try replay.flowList().flows.reduce(0) { $0 + ($1.openingBytes ?? 0) }
            #expect(breakdown.openingBytes == openings, "\(capture.name)")
            compared += 1
        }
        #expect(compared == ReferenceCapture.all.count - 1)
    }
}
