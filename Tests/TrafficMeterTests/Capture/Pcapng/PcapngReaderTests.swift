import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private let packet = PacketBuilder.ethernet(
    type: 0x0800,
    PacketBuilder.ipv4(
        from: "192.0.2.1", to: "192.0.2.2", protocol: 17, PacketBuilder.udp(from: 40_000, to: 53, [1, 2, 3, 4, 5])))

/// Blocks of draft-ietf-opsawg-pcapng; expected times by hand.
@Suite struct PcapngReaderTests {
    struct Clock: CustomTestStringConvertible, Sendable {
        var resolution: UInt8?
        var offset: [UInt8]?
        var units: Int
        var nanoseconds: Int64?
        var testDescription: String { "if_tsresol \(resolution.map(String.init) ?? "absent"), \(units) units" }
    }

    @Test(
        "timestamps count in the interface's units",
        arguments: [
            Clock(units: 1_500_000, nanoseconds: 1_500_000_000),
            Clock(resolution: 0, units: 7, nanoseconds: 7_000_000_000),
            Clock(resolution: 3, units: 1500, nanoseconds: 1_500_000_000),
            Clock(resolution: 9, units: 1_500_000_001, nanoseconds: 1_500_000_001),
            Clock(resolution: 12, units: 1_500_000_000_999, nanoseconds: 1_500_000_000),  // rounded down
            Clock(resolution: 0x80 | 10, units: 1536, nanoseconds: 1_500_000_000),  // 1024ths of a second
            Clock(resolution: 0x80 | 32, units: 0x1_8000_0000, nanoseconds: 1_500_000_000),
            Clock(resolution: 0x80 | 64, units: 1, nanoseconds: nil),  // no such clock
            Clock(resolution: 20, units: 1, nanoseconds: nil),
            Clock(resolution: 0, units: 10_000_000_000, nanoseconds: nil),  // in the year 2286: beyond 2262
            Clock(offset: [0x40, 0, 0, 0, 0, 0, 0, 0], units: 1_000_000, nanoseconds: 65_000_000_000),
        ])
    func clocks(_ clock: Clock) throws {
        var builder = CaptureBuilder()
        builder.section()
        let options = clock.resolution.map { [(9, [$0])] } ?? clock.offset.map { [(14, $0)] } ?? []
        builder.interface(options: options)
        builder.enhancedPacket(units: clock.units, packet)
        let metering = try Metering(bytes: builder.bytes)
        #expect(metering.error == nil)
        #expect(metering.meter.totals.first?.nanoseconds == clock.nanoseconds)
        #expect(metering.meter.oddities.withoutTime == (clock.nanoseconds == nil ? 1 : 0))
    }

    @Test("sections of both byte orders follow each other, each with interfaces of its own")
    func sections() throws {
        var bytes: [UInt8] = []
        for (bigEndian, linkType) in [(true, 1), (false, 101)] {
            var builder = CaptureBuilder(bigEndian: bigEndian)
            builder.section()
            builder.interface(linkType: linkType, options: [(2, Array("eth\(linkType)".utf8))])
            builder.enhancedPacket(units: 1, linkType == 1 ? packet : Array(packet.dropFirst(14)))
            bytes += builder.bytes
        }
        let metering = try Metering(bytes: bytes)
        #expect(metering.error == nil)
        #expect(metering.interfaces.map(\.name) == ["eth1", "eth101"])
        #expect(metering.flows(.udp).map(\.both.packets) == [2])
        #expect(metering.meter.totals.wireBytes == 2 * packet.count - 14)
    }

    @Test("simple, obsolete and unknown blocks are read or passed")
    func otherBlocks() throws {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface(snapLength: 20)
        builder.block(3) { body in  // Simple Packet Block: original length, then what the snap length left
            body.append32(packet.count)
            body.append(Array(packet.prefix(20)))
        }
        builder.block(2) { body in  // Packet Block
            body.append16(0)
            body.append16(0xFFFF)
            body.append32(0)
            body.append32(5)
            body.append32(packet.count)
            body.append32(packet.count)
            body.append(packet)
        }
        builder.block(0x8000_0BAD) { $0.append32(7) }
        let metering = try Metering(bytes: builder.bytes)
        #expect(metering.error == nil)
        let totals = metering.meter.totals
        #expect((totals.packets, totals.wireBytes, totals.capturedBytes) == (2, 2 * packet.count, 20 + packet.count))
        #expect(metering.meter.oddities.withoutTime == 1)
    }

    @Test("direction flags and drop counters are read")
    func options() throws {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface(options: [(4, [192, 0, 2, 1, 255, 255, 255, 0]), (11, [0] + Array("udp".utf8))])
        builder.enhancedPacket(units: 1, options: [(2, [2, 0, 0, 0])], packet)
        builder.block(5) { body in
            body.append32(0)
            body.append32(0)
            body.append32(0)
            body.options([(5, [3, 0, 0, 0, 0, 0, 0, 0]), (7, [4, 0, 0, 0, 0, 0, 0, 0])])
        }
        let metering = try Metering(bytes: builder.bytes)
        let interface = try #require(metering.interfaces.first)
        #expect((interface.droppedByInterface, interface.droppedByKernel) == (3, 4))
        #expect(interface.addresses.map(\.description) == ["192.0.2.1"])
        #expect(interface.filter == "udp")
        #expect(DeviceEnds(of: metering.meter.flows).rule == .directionFlags)
    }

    @Test("counts of lost packets that nobody can believe overflow no sum")
    func drops() throws {
        var file = CaptureBuilder()
        file.section()
        let most = [UInt8](repeating: 0xFF, count: 7) + [0x7F]
        for _ in 0..<2 { file.interface() }
        for interface in 0..<2 {
            for _ in 0..<3 { file.enhancedPacket(interface: interface, units: 1, options: [(4, most)], [1]) }
            file.block(5) { body in
                for word in [interface, 0, 0] { body.append32(word) }
                body.options([(5, most), (7, most)])
            }
        }
        let interfaces = try Metering(bytes: file.bytes).interfaces
        let counts = interfaces.flatMap { [$0.droppedByKernel ?? 0, $0.droppedByInterface ?? 0] }
        #expect(counts == [Int](repeating: Int(UInt32.max), count: 4))
    }

    @Test("a file that describes interfaces without end is damaged where there are too many")
    func interfaces() throws {
        var file = CaptureBuilder()
        file.section()
        for _ in 0..<65_537 { file.interface() }
        file.enhancedPacket(units: 1, [1])
        let metering = try Metering(bytes: file.bytes)
        #expect(metering.error?.rule == .tooManyInterfaces(65_536))
        #expect(metering.interfaces.count == 65_536)
    }

    @Test("packets that blocks say were lost before them are dropped ones, unless statistics know of more")
    func dropsBeforePackets() throws {
        for (stated, expected) in [(nil, 7), (2, 7), (9, 9)] as [(UInt8?, Int)] {
            var builder = CaptureBuilder()
            builder.section()
            builder.interface()
            builder.enhancedPacket(units: 1, options: [(4, [5, 0, 0, 0, 0, 0, 0, 0])], packet)
            // Packet Block, obsolete: interface 0, two drops; then one that doesn't know.
            for drops in [2, 0xFFFF] {
                builder.block(2) { body in
                    body.append16(0)
                    body.append16(drops)
                    for value in [0, 2, packet.count, packet.count] { body.append32(value) }
                    body.append(packet)
                }
            }
            if let stated {
                builder.block(5) { body in
                    for _ in 0..<3 { body.append32(0) }
                    body.options([(7, [stated, 0, 0, 0, 0, 0, 0, 0])])
                }
            }
            let metering = try Metering(bytes: builder.bytes)
            #expect(metering.meter.totals.packets == 3)
            #expect(metering.interfaces.first?.droppedByKernel == expected)
        }
    }

    @Test("a comment of PCAPdroid's names the packet's app, another comment none")
    func appComments() throws {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface()
        for comment in ["u-10123", "u-10123", "u-x", "hello", "u--1"] {
            builder.enhancedPacket(units: 1, options: [(1, Array(comment.utf8))], packet)
        }
        let found = try Metering(bytes: builder.bytes).meter.appTraffic
        #expect(found.map(\.uid) == [-1, 10_123])
        #expect(found.map(\.packets) == [1, 2])
        #expect(found.map(\.wireBytes) == [packet.count, 2 * packet.count])
    }

    struct Damage: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var rule: CaptureFileError.Rule
        var write: @Sendable (inout CaptureBuilder) -> Void
    }

    @Test(
        "each broken rule is named with its offset, and what stands before is kept",
        arguments: [
            Damage(testDescription: "lengths differ", rule: .lengthsDiffer(start: 32, end: 36)) { builder in
                builder.block(6, trailer: 36) { $0.append([UInt8](repeating: 0, count: 20)) }
            },
            Damage(testDescription: "length no multiple of 4", rule: .blockLength(30)) { builder in
                builder.append32(6)
                builder.append32(30)
                builder.append([UInt8](repeating: 0, count: 40))
            },
            Damage(testDescription: "length below 12", rule: .blockLength(8)) { builder in
                builder.append32(6)
                builder.append32(8)
                builder.append32(8)
            },
            Damage(testDescription: "too short for its kind", rule: .blockLength(20)) { builder in
                builder.block(6) {
                    $0.append32(0); $0.append32(0)
                }
            },
            Damage(testDescription: "interface not described", rule: .unknownInterface(9, described: 1)) { builder in
                builder.enhancedPacket(interface: 9, units: 1, packet)
            },
            Damage(testDescription: "packet beyond its block", rule: .packetBeyondBlock(packet: 1000, block: 4)) {
                builder in
                builder.block(6) { body in
                    for value in [0, 0, 0, 1000, 1000, 0] { body.append32(value) }
                }
            },
            Damage(testDescription: "option beyond its block", rule: .optionBeyondBlock(option: 400, room: 4)) {
                builder in
                builder.block(1) { body in
                    body.append32(1)
                    body.append32(0)
                    body.append16(2)
                    body.append16(400)
                    body.append32(0)
                }
            },
            Damage(testDescription: "no byte-order magic", rule: .byteOrderMagic(0xDEAD_BEEF)) { builder in
                builder.append32(0x0A0D_0D0A)
                builder.append32(28)
                builder.append([0xDE, 0xAD, 0xBE, 0xEF] + [UInt8](repeating: 0, count: 16))
            },
            Damage(testDescription: "block of 4 GiB", rule: .cut(expected: 0xFFFF_FFF0, found: 12)) { builder in
                builder.append32(0x99)
                builder.append32(0xFFFF_FFF0)
                builder.append32(0)
            },
        ])
    func damage(_ damage: Damage) throws {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface()
        builder.enhancedPacket(units: 1, packet)
        let offset = builder.bytes.count
        damage.write(&builder)
        let metering = try Metering(bytes: builder.bytes)
        #expect(metering.error?.rule == damage.rule)
        #expect(metering.error?.offset == offset)
        #expect(metering.meter.totals.packets == 1)
    }

    @Test("a capture cut at any byte is read up to its last whole block, and says so")
    func cut() throws {
        var builder = CaptureBuilder()
        builder.section()
        builder.interface()
        var ends = [builder.bytes.count]
        for second in 0..<3 {
            builder.enhancedPacket(units: second, packet)
            ends.append(builder.bytes.count)
        }
        for length in ends[0]..<builder.bytes.count {
            let metering = try Metering(bytes: Array(builder.bytes.prefix(length)))
            let whole = ends.lastIndex { $0 <= length } ?? 0
            #expect(metering.meter.totals.packets == whole)
            #expect((metering.error == nil) == ends.contains(length), "cut at \(length)")
        }
    }
}
