import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private let packet = PacketBuilder.ethernet(
    type: 0x0800,
    PacketBuilder.ipv4(
        from: "192.0.2.1", to: "192.0.2.2", protocol: 17, PacketBuilder.udp(from: 40_000, to: 53, [1, 2, 3])))

/// Magic numbers, byte orders and versions of the classic format; expected times by hand.
@Suite struct PcapReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var magic: Int
        var bigEndian: Bool
        var nanoseconds: Int64
        var testDescription: String { "\(String(magic, radix: 16)) \(bigEndian ? "big" : "little")-endian" }
    }

    @Test(
        "both resolutions are read in both byte orders",
        arguments: [
            Case(magic: 0xA1B2_C3D4, bigEndian: false, nanoseconds: 1_700_000_000_000_007_000),
            Case(magic: 0xA1B2_C3D4, bigEndian: true, nanoseconds: 1_700_000_000_000_007_000),
            Case(magic: 0xA1B2_3C4D, bigEndian: false, nanoseconds: 1_700_000_000_000_000_007),
            Case(magic: 0xA1B2_3C4D, bigEndian: true, nanoseconds: 1_700_000_000_000_000_007),
        ])
    func magics(_ given: Case) throws {
        var builder = CaptureBuilder(bigEndian: given.bigEndian)
        builder.pcapHeader(magic: given.magic, snapLength: 96)
        builder.pcapRecord(seconds: 1_700_000_000, fraction: 7, original: 1500, packet)
        let metering = try Metering(bytes: builder.bytes)
        #expect(metering.error == nil)
        #expect(metering.meter.totals.first == Timestamp(nanoseconds: given.nanoseconds))
        #expect(metering.meter.totals.wireBytes == 1500)
        #expect(metering.meter.totals.capturedBytes == packet.count)
        #expect(metering.meter.totals.truncatedPackets == 1)
        #expect(metering.interfaces.first?.snapLength == 96)
    }

    @Test("lengths that old writers swapped are put right", arguments: [(2, 1), (2, 2), (2, 3)])
    func swapped(_ major: Int, _ minor: Int) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(version: (major, minor))
        builder.append32(5)
        builder.append32(0)
        builder.append32(1500)  // the original length, where the captured one is due
        builder.append32(packet.count)
        builder.append(packet)
        let totals = try Metering(bytes: builder.bytes).meter.totals
        #expect((totals.capturedBytes, totals.wireBytes) == (packet.count, 1500))
    }

    @Test("another major version is refused with what was found")
    func version() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(version: (1, 4))
        #expect(try Metering(bytes: builder.bytes).error?.rule == .version(1, 4))
    }

    @Test("a record that says it is longer than any packet ends the reading, and keeps what came before")
    func tooLong() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        builder.pcapRecord(seconds: 1, fraction: 0, packet)
        let offset = builder.bytes.count
        builder.append32(2)
        builder.append32(0)
        builder.append32(0x7FFF_FFFF)
        builder.append32(60)
        let metering = try Metering(bytes: builder.bytes)
        #expect(metering.error?.rule == .recordTooLong(0x7FFF_FFFF, limit: 262_144))
        #expect(metering.error?.offset == offset)
        #expect(metering.meter.totals.packets == 1)
    }

    @Test("a capture cut at any byte is read up to its last whole packet, and says so")
    func cut() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        var ends = [builder.bytes.count]
        for second in 0..<3 {
            builder.pcapRecord(seconds: second, fraction: 0, packet)
            ends.append(builder.bytes.count)
        }
        for length in 24..<builder.bytes.count {
            let metering = try Metering(bytes: Array(builder.bytes.prefix(length)))
            let whole = ends.lastIndex { $0 <= length } ?? 0
            #expect(metering.meter.totals.packets == whole)
            #expect((metering.error == nil) == ends.contains(length), "cut at \(length)")
            if let error = metering.error {
                #expect(error.isCut && error.offset == ends[whole], "cut at \(length): \(error)")
            }
        }
    }
}
