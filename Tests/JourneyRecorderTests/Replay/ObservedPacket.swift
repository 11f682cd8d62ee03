import Foundation
import TestSupport

/// A packet as tshark sees it.
struct ObservedPacket {
    /// One end of it.
    struct End: Hashable {
        var address: String
        var port: String
    }

    /// Nanoseconds since 1970.
    var time: Int64
    var wireBytes: Int
    var capturedBytes: Int
    var ipBytes: Int
    var payloadBytes: Int
    /// `tcp` or `udp`; `nil` for anything else.
    var transport: String?
    var source: End
    var destination: End
    /// The server's name in a TLS or QUIC greeting.
    var serverName: String?

    /// RFC 8200 § 3: the payload length leaves the fixed header out.
    private static let ipv6Header = 40
    /// RFC 768: the length has the header in it.
    private static let udpHeader = 8

    /// Every packet of a capture without fragments, tunnels or jumbograms.
    static func all(_ capture: String) throws -> [ObservedPacket] {
        let fields = [
            "frame.time_epoch", "frame.len", "frame.cap_len", "ip.len", "ipv6.plen", "ip.src", "ip.dst", "ipv6.src",
            "ipv6.dst", "tcp.len", "udp.length", "tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport", "ip.proto",
            "ipv6.nxt", "tls.handshake.extensions_server_name",
        ]
        return try tshark(capture, fields: fields).map { row in
            let value = Dictionary(uniqueKeysWithValues: zip(fields, row))
            func text(_ names: String...) -> String { names.compactMap { value[$0] }.first { !$0.isEmpty } ?? "" }
            let six = Int(text("ipv6.plen")).map { $0 + ipv6Header }
            // An ICMP error quotes the header of the packet that it answers: its ports are not its own.
            let transport = ["6": "tcp", "17": "udp"][text("ip.proto", "ipv6.nxt")]
            let payload = transport == "tcp" ? Int(text("tcp.len")) : Int(text("udp.length")).map { $0 - udpHeader }
            return ObservedPacket(
                time: nanoseconds(text("frame.time_epoch")), wireBytes: Int(text("frame.len")) ?? -1,
                capturedBytes: Int(text("frame.cap_len")) ?? -1, ipBytes: Int(text("ip.len")) ?? six ?? 0,
                payloadBytes: transport == nil ? 0 : payload ?? -1, transport: transport,
                source: End(address: text("ip.src", "ipv6.src"), port: text("tcp.srcport", "udp.srcport")),
                destination: End(address: text("ip.dst", "ipv6.dst"), port: text("tcp.dstport", "udp.dstport")),
                serverName: value["tls.handshake.extensions_server_name"].flatMap { $0.isEmpty ? nil : $0 })
        }
    }

    private static func nanoseconds(_ epoch: String) -> Int64 {
        let parts = epoch.split(separator: ".")
        return Int64(parts[0] + parts[1]) ?? -1
    }
}
