import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct EventSearchTests {
    private static let always = Timestamp(nanoseconds: .min)...Timestamp(nanoseconds: .max)

    private static func moments(
        _ events: [NetworkEvent], in file: String, within window: ClosedRange<Timestamp> = always
    ) throws -> [[Int64]] {
        var search = EventSearch(for: events, within: window)
        try search.look(through: [file])
        return search.moments.map { $0.map(\.nanoseconds) }
    }

    /// Nanoseconds of what tshark writes as seconds.
    private static func nanoseconds(_ seconds: String) -> Int64 {
        let parts = seconds.split(separator: ".")
        let fraction = (parts.dropFirst().first.map(String.init) ?? "").padding(
            toLength: 9, withPad: "0", startingAt: 0)
        return (Int64(parts[0]) ?? 0) * 1_000_000_000 + (Int64(fraction) ?? 0)
    }

    @Test("DNS queries of the demonstration are found when tshark sees them", .needs("tshark"))
    func queries() throws {
        let file = Repository.root.appending(path: "captures/demo/capture.pcapng").path
        let rows = try tshark(
            file, fields: ["frame.time_epoch", "dns.qry.name"], filter: "dns.flags.response == 0 && udp.dstport == 53")
        let names = Set(rows.map { $0[1] }).sorted()
        #expect(names.count == 3)
        let found = try Self.moments(names.map { .dnsQuery($0) }, in: file)
        for (name, moments) in zip(names, found) {
            #expect(moments == rows.filter { $0[1] == name }.map { Self.nanoseconds($0[0]) })
        }
        #expect(try Self.moments([.dnsQuery("sante-demo"), .ping(IPAddress(ipv4: 0))], in: file) == [[], []])
    }

    @Test(
        "pings are found when tshark sees them, in tunnels too", .reference, .needs("tshark"),
        arguments: [
            "arkime__bigendian.pcap", "arkime__gre-sample.pcap", "arkime__gtp-u.pcap", "tcpdump__geneve.pcap",
            "zeek__linux_dlt_sll2.pcap", "zeek__pppoe.pcap", "ndpi__googledns_android10.pcap",
        ])
    func pings(_ name: String) throws {
        let file = try #require(Repository.shared).appending(path: "corpus/\(name)").path
        let rows = try tshark(
            file, fields: ["frame.time_epoch", "ip.dst", "ipv6.dst"], filter: "icmp.type == 8 || icmpv6.type == 128",
            occurrence: "l")
        #expect(!rows.isEmpty)
        let events = Set(rows.map { $0[1].isEmpty ? $0[2] : $0[1] }).sorted()
        let found = try Self.moments(events.compactMap { NetworkEvent("ping:\($0)") }, in: file)
        for (event, moments) in zip(events, found) {
            let expected = rows.filter { ($0[1].isEmpty ? $0[2] : $0[1]) == event }.map { Self.nanoseconds($0[0]) }
            #expect(moments == expected.sorted(), "\(event)")
        }
    }

    @Test("answers, other ports and replies don't count; moments outside the window neither, and there is a limit")
    func others() throws {
        func packet(_ number: Int, _ payload: [UInt8]) -> [UInt8] {
            PacketBuilder.ethernet(
                type: 0x0800, PacketBuilder.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: number, payload))
        }
        func query(flags: Int = 0x0100, to port: Int = 53) -> [UInt8] {
            let message = DNSBuilder.message(flags: flags, questions: [DNSBuilder.question("A.example")])
            return packet(17, PacketBuilder.udp(from: 5000, to: port, message))
        }
        let frames = [
            query(), query(flags: 0x8180), query(to: 54), packet(1, [8, 0, 0, 0]), packet(1, [0, 0, 0, 0]),
            packet(1, []),
            packet(17, PacketBuilder.udp(from: 5000, to: 53, [1, 2, 3])), query(flags: 0x2800),
        ]
        var file = CaptureBuilder()
        file.pcapHeader()
        for (index, frame) in frames.enumerated() { file.pcapRecord(seconds: 100 + index, fraction: 0, frame) }
        for _ in 0...EventSearch.mostMoments { file.pcapRecord(seconds: 500, fraction: 0, frames[3]) }
        let folder = try TemporaryFolder()
        let path = try folder.write("c.pcap", Data(file.bytes))
        let events: [NetworkEvent] = [.dnsQuery("a.example"), .ping(IPAddress(ipv4: 0xC000_0202))]
        let second: Int64 = 1_000_000_000
        let early = Timestamp(nanoseconds: 0)...Timestamp(nanoseconds: 400 * second)
        #expect(try Self.moments(events, in: path, within: early) == [[100 * second], [103 * second]])
        let late = Timestamp(nanoseconds: 101 * second)...Timestamp(nanoseconds: 102 * second)
        #expect(try Self.moments(events, in: path, within: late) == [[], []])
        #expect(try Self.moments(events, in: path)[1].count == EventSearch.mostMoments)
    }
}
