import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// One packet seen at two points counts once; two equal packets at one point are two.
@Suite struct DuplicateWindowTests {
    private struct Sighting {
        var interface = 0
        var milliseconds = 0
        var timeToLive = 64
        var id = 7
        var payload: UInt8 = 1
        var sequence = 100
    }

    private static func packet(_ given: Sighting) -> [UInt8] {
        let segment = P.tcp(from: 5000, to: 443, sequence: given.sequence, [UInt8](repeating: given.payload, count: 40))
        var ip = P.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 6, id: given.id, segment)
        ip[8] = UInt8(given.timeToLive)
        return ip
    }

    private static func capture(_ sightings: [Sighting]) -> [UInt8] {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface(linkType: 1)
        builder.interface(linkType: 101)
        for given in sightings {
            let bytes = given.interface == 0 ? P.ethernet(type: 0x0800, packet(given)) : packet(given)
            builder.enhancedPacket(interface: given.interface, units: (1_000_000 + given.milliseconds) * 1000, bytes)
        }
        return builder.bytes
    }

    private static func outcome(_ sightings: [Sighting], removing: Bool) throws -> (Duplicates, TrafficCounts) {
        let folder = try TemporaryFolder()
        let metering = try Metering(
            [try folder.write("capture", Data(capture(sightings)))], removesDuplicates: removing)
        return (metering.meter.duplicates, metering.sum)
    }

    /// Wakes the window: a packet of the second interface that is like no other.
    private static let other = Sighting(interface: 1, id: 99, payload: 9)

    @Test("a packet that a bridge or a router shows twice is found, and counted once where that is asked for")
    func found() throws {
        let seen = [Self.other, Sighting(), Sighting(interface: 1, milliseconds: 1, timeToLive: 63)]
        let (kept, all) = try Self.outcome(seen, removing: false)
        #expect(kept == Duplicates(packets: 1, wireBytes: 80, removed: false))
        #expect(all.packets == 3)
        let (removed, once) = try Self.outcome(seen, removing: true)
        #expect(removed == Duplicates(packets: 1, wireBytes: 80, removed: true))
        #expect((once.packets, once.wireBytes) == (2, 80 + 94))
    }

    @Test("what was sent twice, seen late, or differs, is no duplicate")
    func different() throws {
        for second in [
            Sighting(milliseconds: 1), Sighting(interface: 1, milliseconds: 2001),
            Sighting(interface: 1, milliseconds: 1, id: 8), Sighting(interface: 1, milliseconds: 1, payload: 2),
            Sighting(interface: 1, milliseconds: 1, sequence: 101),
        ] {
            let (duplicates, sum) = try Self.outcome([Self.other, Sighting(), second], removing: true)
            #expect(duplicates.packets == 0)
            #expect(sum.packets == 3)
        }
    }

    @Test("datagrams without a number are compared by their payload, and not at all where it isn't stored")
    func datagrams() throws {
        for (stored, expected) in [(60, 1), (40, 0)] {
            var builder = CaptureBuilder()
            builder.section()
            builder.interface(linkType: 101)
            builder.interface(linkType: 101)
            let datagram = P.udp(from: 5000, to: 443, [UInt8](repeating: 3, count: 100))
            let bytes = P.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 17, datagram)
            for interface in [1, 0] {
                builder.enhancedPacket(
                    interface: interface, units: 1_000_000_000, original: bytes.count, Array(bytes.prefix(stored)))
            }
            #expect(try Metering(bytes: builder.bytes).meter.duplicates.packets == expected)
        }
    }

    @Test("a packet sent twice and seen at two points each time counts twice")
    func sentTwice() throws {
        let (duplicates, sum) = try Self.outcome(
            [
                Self.other, Sighting(), Sighting(interface: 1, milliseconds: 1), Sighting(milliseconds: 300),
                Sighting(interface: 1, milliseconds: 301),
            ], removing: true)
        #expect(duplicates.packets == 2)
        #expect(sum.packets == 3)
    }

    @Test("a cooked capture's own directions are points")
    func cooked() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 113)
        for (second, type) in [(1, 4), (1, 0), (2, 0)] {
            let header = P.uint16(type) + P.uint16(1) + P.uint16(6) + [2, 0, 0, 0, 0, 1, 0, 0] + P.uint16(0x0800)
            builder.pcapRecord(seconds: second, fraction: type, header + Self.packet(Sighting(id: second)))
        }
        let metering = try Metering(bytes: builder.bytes)
        #expect(metering.meter.duplicates.packets == 1)
    }
}
