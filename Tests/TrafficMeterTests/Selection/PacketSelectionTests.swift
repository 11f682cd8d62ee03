import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Packets of addresses, networks and names.
@Suite struct PacketSelectionTests {
    /// An address' bits as text, by the system's own parser (inet_pton).
    private static func bits(_ text: String) -> String {
        var bytes = [UInt8](repeating: 0, count: text.contains(":") ? 16 : 4)
        let length = inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &bytes)
        return length == 1
            ? bytes.map { String(repeating: "0", count: $0.leadingZeroBitCount) + String($0, radix: 2) }
                .map { String($0.suffix(8)) }.joined() : ""
    }

    /// Whether two addresses begin with the same bits, compared as texts.
    private static func agree(_ one: String, _ other: String, _ length: Int) -> Bool {
        let (one, other) = (bits(one), bits(other))
        return one.count == other.count && one.prefix(length) == other.prefix(length)
    }

    @Test("networks are those of a comparison bit by bit", arguments: [false, true])
    func prefixes(_ isIPv6: Bool) throws {
        var dice = SeededGenerator(seed: 23)
        let width = isIPv6 ? 128 : 32
        var (inside, outside) = (0, 0)
        for _ in 0..<4000 {
            func random() -> IPAddress {
                isIPv6
                    ? IPAddress(
                        high: .random(in: .min ... .max, using: &dice), low: .random(in: .min ... .max, using: &dice))
                    : IPAddress(ipv4: .random(in: .min ... .max, using: &dice))
            }
            let length = Int.random(in: 0...width, using: &dice)
            let base = random()
            // Another address, or the same one with a bit near the prefix's end changed.
            var other = random()
            if Bool.random(using: &dice) {
                let bit = min(width - 1, max(0, length + Int.random(in: -2...2, using: &dice)))
                let place = width - 1 - bit
                other =
                    isIPv6
                    ? IPAddress(
                        high: base.high ^ (place >= 64 ? 1 << UInt64(place - 64) : 0),
                        low: base.low ^ (place < 64 ? 1 << UInt64(place) : 0))
                    : IPAddress(ipv4: UInt32(truncatingIfNeeded: base.low) ^ 1 << UInt32(place))
            }
            let network = try #require(IPNetwork(base, prefixLength: length))
            let expected = Self.agree("\(base)", "\(other)", length)
            #expect(network.contains(other) == expected, "\(base)/\(length) and \(other)")
            #expect(IPNetwork(base).contains(other) == (base == other))
            inside += expected ? 1 : 0
            outside += expected ? 0 : 1
        }
        #expect(inside > 500 && outside > 500)
    }

    @Test("a network has addresses of its own version alone, and no more bits than they")
    func versions() throws {
        let four = try #require(IPAddress("192.0.2.1"))
        let six = try #require(IPAddress("2001:db8::1"))
        #expect(try !#require(IPNetwork(four, prefixLength: 0)).contains(six))
        #expect(try !#require(IPNetwork(six, prefixLength: 0)).contains(four))
        #expect(IPNetwork(four, prefixLength: 33) == nil)
        #expect(IPNetwork(six, prefixLength: 129) == nil)
        #expect(IPNetwork(six, prefixLength: -1) == nil)
    }

    /// Packets and wire bytes of the answers' flows and other IP (the inner view, made by tshark) with an end in a network.
    private static func expected(_ answer: [String: Any], in base: String, _ length: Int) -> LibpcapCount {
        var sum = LibpcapCount(packets: 0, wireBytes: 0)
        for table in ["flows", "other"] {
            for line in answer[table] as? [[String: Any]] ?? [] {
                let ends = ["a_ip", "b_ip"].compactMap { line[$0] as? String }
                guard ends.contains(where: { agree(base, $0, length) }) else { continue }
                for way in ["a2b", "b2a"] {
                    sum.packets += line["\(way)_packets"] as? Int ?? 0
                    sum.wireBytes += line["\(way)_wire_bytes"] as? Int ?? 0
                }
            }
        }
        return sum
    }

    @Test("addresses and networks keep what the reference has of them, behind tags and in tunnels as well", .reference)
    func reference() throws {
        var (compared, kept) = (0, 0)
        for capture in ReferenceCapture.all {
            let answer = try #require(capture.oracle()["inner"] as? [String: Any])
            let lines = (answer["flows"] as? [[String: Any]] ?? []) + (answer["other"] as? [[String: Any]] ?? [])
            let addresses = Set(lines.flatMap { [$0["a_ip"], $0["b_ip"]] }.compactMap { $0 as? String }).sorted()
            let chosen = addresses.prefix(2) + addresses.suffix(1)
            for address in chosen {
                let width = address.contains(":") ? 128 : 32
                for length in [width, width * 3 / 4, width / 2] {
                    let text = length == width ? address : "\(address)/\(length)"
                    let metering = try Metering([capture.file.path], selection: PacketSelection([text]))
                    let (totals, leftOut) = (metering.meter.totals, metering.meter.leftOut)
                    let found = LibpcapCount(
                        packets: totals.packets - leftOut.packets, wireBytes: totals.wireBytes - leftOut.wireBytes)
                    #expect(found == Self.expected(answer, in: address, length), "\(capture.name): \(text)")
                    compared += 1
                    kept += found.packets
                }
            }
        }
        print("addresses and networks: \(compared) times as the reference, with \(kept) packets kept")
        #expect(compared > 500)
    }

    @Test(
        "a link address keeps the frames that tshark has of it", .reference, .needs("tshark"),
        arguments: ["ndpi__reddit.pcap", "ndpi__waze.pcap", "arkime__padded-udp.pcap", "zeek__http-vlan-0.pcap"])
    func link(_ name: String) throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == name })
        let rows = try tshark(capture.file.path, fields: ["eth.src", "eth.dst", "frame.len"])
        for address in Set(rows.flatMap { [$0[0], $0[1]] }) where !address.isEmpty {
            let own = rows.filter { $0[0] == address || $0[1] == address }
            let metering = try Metering([capture.file.path], selection: PacketSelection([address.uppercased()]))
            let leftOut = metering.meter.leftOut
            #expect(metering.meter.totals.packets - leftOut.packets == own.count)
            #expect(metering.meter.totals.wireBytes - leftOut.wireBytes == own.reduce(0) { $0 + (Int($1[2]) ?? 0) })
        }
    }

    private static func packet(_ from: String, _ to: String) -> [UInt8] {
        PacketBuilder.ipv4(from: from, to: to, protocol: 17, PacketBuilder.udp(from: 1000, to: 2000, [1, 2, 3]))
    }

    @Test("a name stands for all addresses that the hosts file gives it, whatever its case; several texts add up")
    func names() throws {
        let hosts = try HostsFile("198.51.100.7 api.example\n198.51.100.8 other.example Api.Example\n", file: "hosts")
        let packets = [7, 8, 9, 10].map { Self.packet("192.0.2.1", "198.51.100.\($0)") }
        for (texts, expected) in [(["API.example"], 2), (["other.example"], 1), (["api.example", "198.51.100.9"], 3)] {
            let selection = try PacketSelection(texts, hosts: hosts)
            let metering = try Metering(packets: packets, linkType: 228, selection: selection)
            #expect(metering.meter.leftOut.packets == 4 - expected, "\(texts)")
        }
    }

    /// Texts that can't be understood, and why.
    static let refused: [(String, SelectionError.Problem)] = [
        ("", .empty), (" \t", .empty), ("192.0.2.1/33", .prefix), ("2001:db8::/129", .prefix), ("192.0.2.1/x", .prefix),
        ("192.0.2.1/-1", .prefix), ("192.0.2.1/", .prefix), ("sante.example", .unknownName),
        ("sante.example.", .unknownName),
    ]

    @Test("what can't be understood is refused with the reason", arguments: refused)
    func refusal(_ text: String, _ problem: SelectionError.Problem) {
        let error = #expect(throws: SelectionError.self) { try PacketSelection([text]) }
        #expect(error?.problem == problem)
        #expect(error?.text == text)
    }

    @Test("nothing to select by is refused")
    func nothing() {
        #expect(throws: SelectionError.self) { try PacketSelection([]) }
    }
}
