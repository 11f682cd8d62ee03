import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// What the writer makes, as tshark and our own reader see it.
@Suite struct PcapngWriterTests {
    private static let interface = CaptureInterface(
        linkType: .ethernet, snapLength: 262_144, name: "veth0", filter: "ip",
        addresses: [IPAddress(ipv4: 0xC000_0201), IPAddress(high: 0x2001_0DB8_0000_0000, low: 1)])

    private func write(to path: String, keeping storedBytes: Int) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(magic: 0xA1B2_3C4D)
        for index in 0..<5 {
            builder.pcapRecord(
                seconds: 1_700_000_000 + index, fraction: index,
                PacketBuilder.ethernet(
                    type: 0x0800,
                    PacketBuilder.ipv4(
                        from: "192.0.2.1", to: "192.0.2.2", protocol: 6,
                        PacketBuilder.tcp(from: 1000, to: 443, sequence: 100 * index, [UInt8](repeating: 9, count: 100))
                    )))
        }
        let source = path + ".pcap"
        try Data(builder.bytes).write(to: URL(filePath: source))
        var reader = try CaptureReader(path: source)
        var writer = try PcapngWriter(path: path, tool: .ecoproxy)
        writer.append(Self.interface)
        while let packet = try reader.next() { writer.append(packet, storedBytes: storedBytes) }
        writer.append(statistics: Drops(kernel: 3, interface: 1), at: Timestamp(nanoseconds: 1_700_000_009_000_000_000))
        writer.flush()
        #expect(writer.error == nil)
    }

    @Test("tshark reads the same lengths and times", .needs("tshark"), arguments: [54, 1000])
    func tsharkAgrees(_ kept: Int) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "capture.pcapng").path
        try write(to: path, keeping: kept)
        let rows = try tshark(
            path,
            fields: ["frame.time_epoch", "frame.len", "frame.cap_len", "ip.len", "tcp.len", "frame.interface_name"])
        #expect(rows.count == 5)
        for (index, row) in rows.enumerated() {
            #expect(row == ["170000000\(index).00000000\(index)", "154", "\(min(kept, 154))", "140", "100", "veth0"])
        }
    }

    @Test("our reader gives back interface, drops and packets")
    func roundTrip() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "capture.pcapng").path
        try write(to: path, keeping: 54)
        let metering = try Metering(path)
        #expect(metering.error == nil)
        var expected = Self.interface
        expected.application = "ecoproxy \(Tool.ecoproxy.version)"
        expected.droppedByKernel = 3
        expected.droppedByInterface = 1
        // The writer's if_tsresol is 9, as tshark's times above show.
        expected.clockNanoseconds = 1
        #expect(metering.interfaces == [expected])
        #expect(
            metering.flows(.tcp).map(\.both) == [
                TrafficCounts(
                    packets: 5, wireBytes: 5 * 154, ipBytes: 5 * 140, payloadBytes: 500, uniquePayloadBytes: 500)
            ])
    }

    @Test("the file is its owner's alone, and nothing is overwritten")
    func permissions() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "capture.pcapng").path
        try write(to: path, keeping: 54)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: CaptureWriteError(path: path, number: EEXIST)) {
            _ = try PcapngWriter(path: path, tool: .ecoproxy)
        }
    }
}
