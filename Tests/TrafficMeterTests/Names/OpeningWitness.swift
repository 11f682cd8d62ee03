import Documents
import Foundation
import TestSupport

@testable import TrafficMeter

/// Opening bytes (`FlowHello.openingBytes`) counted over again from tshark's packets: a second implementation.
struct OpeningWitness {
    /// By the flow's two ends and `tcp` or `udp`.
    var openings: [Set<String>: Int] = [:]

    private static let fields = [
        "ip.src", "ipv6.src", "ip.dst", "ipv6.dst", "tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport",
        "ip.len",
        "ipv6.plen", "tcp.len", "tls.handshake.type", "tcp.analysis.retransmission", "tcp.analysis.out_of_order",
        "udp.payload", "ip.proto",
    ]

    private struct Packet {
        var source: String
        var ipBytes: Int
        var isHello: Bool
        /// Of TCP: new payload; of QUIC: the beginning of a packet under the final keys, or nothing stored.
        var isData: Bool
        /// Of QUIC: nothing of it is stored.
        var isBare: Bool
    }

    /// Reads a capture without tunnels and fragments; packets of others are passed over.
    init(_ file: String) throws {
        var flows: [Set<String>: [Packet]] = [:]
        for row in try tshark(file, fields: Self.fields, occurrence: "a") where row.count == Self.fields.count {
            let (v4, v6) = (row[0], row[1])
            let transport = row[4].isEmpty ? "udp" : "tcp"
            // ICMP quotes a packet's headers: its ports aren't its own.
            guard v4.isEmpty != v6.isEmpty, !(v4 + v6).contains(","), !(row[4] + row[6]).isEmpty else { continue }
            let ports = transport == "tcp" ? (row[4], row[5]) : (row[6], row[7])
            let source = "\(v4)\(v6) \(ports.0)"
            let start = row[14].prefix { $0 != "," }
            let isShort = Int(start.prefix(2), radix: 16).map { $0 & 0x80 == 0 } ?? false
            flows[[transport, source, "\(row[2])\(row[3]) \(ports.1)"], default: []].append(
                Packet(
                    source: source, ipBytes: Int(row[8]) ?? 40 + (Int(row[9]) ?? 0),
                    isHello: row[11].split(separator: ",").contains("1"),
                    isData: transport == "tcp" ? row[10] != "0" && row[12].isEmpty && row[13].isEmpty : isShort,
                    isBare: transport == "udp" && start.isEmpty))
        }
        for (ends, packets) in flows {
            guard let hello = packets.firstIndex(where: \.isHello) else { continue }
            let end = packets[(hello + 1)...].firstIndex {
                $0.isBare || ($0.source == packets[hello].source && $0.isData && !$0.isHello)
            }
            openings[ends] = packets[..<(end ?? packets.count)].reduce(0) { $0 + $1.ipBytes }
        }
    }
}

extension Metering {
    /// Our opening bytes, by the same keys; continued connections have none.
    var openings: [Set<String>: Int] {
        var found: [Set<String>: Int] = [:]
        for flow in meter.flows {
            guard let hello = meter.hello(of: flow), hello.hasHello, !hello.isContinued else { continue }
            let ends = [flow.a, flow.b].map { "\($0.address) \($0.port)" }
            found[Set(ends + [flow.kind == .tcp ? "tcp" : "udp"])] = hello.openingBytes
        }
        return found
    }
}
