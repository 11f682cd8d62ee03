import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct QUICVersionTests {
    static let layouts: [(UInt32, QUICVersion.Layout)] = [
        (1, .ietf), (0x6B33_43CF, .ietf), (0x709A_50C4, .ietf), (0xFF00_0015, .unknown), (0xFF00_0016, .ietf),
        (0xFF00_0022, .ietf), (0xFF00_0023, .unknown), (0xFACE_B002, .ietf), (0x1A2A_3A4A, .ietf), (0, .unknown),
        (2, .unknown), (0x5130_3233, .unknown), (0x5130_3235, .googlePublic), (0x5130_3433, .googlePublic),
        (0x5130_3434, .googleLong), (0x5130_3436, .googleLong), (0x5130_3530, .googleIETF),
        (0x5430_3531, .googleIETF), (0x5130_3A30, .unknown), (0x4744_4D50, .unknown),
    ]

    @Test("each number has its layout", arguments: layouts)
    func layout(_ number: UInt32, _ layout: QUICVersion.Layout) {
        #expect(QUICVersion(rawValue: number).layout == layout)
    }

    @Test("what Google made with its own handshake isn't TLS")
    func handshakes() {
        #expect(!QUICVersion.q050.usesTLS)
        #expect(QUICVersion.t051.usesTLS)
        #expect(QUICVersion.v1.usesTLS)
        #expect(QUICVersion(rawValue: 0x5130_3433).gquicNumber == 43)
    }

    /// Versions that tshark opens.
    static let opened: [QUICVersion] =
        [.v1, .v2] + (0x16...0x22).map { QUICVersion(rawValue: 0xFF00_0000 | $0) }
        + [0xFACE_B001, 0xFACE_B002, 0xFACE_B00E].map(QUICVersion.init) + [.q050, .t050, .t051]

    @Test("tshark reads the same names in packets of every version that it opens", .needs("tshark"))
    func tsharkAgrees() throws {
        var capture = CaptureBuilder()
        capture.pcapHeader()
        var names: [String] = []
        for (index, version) in Self.opened.enumerated() {
            var sealer = try #require(QUICSealer(version, destination: QUICVectors.connectionID + [UInt8(index)]))
            let name = "v\(index).example"
            let message =
                version.usesTLS ? HelloBuilder.hello(serverName: name) : GQUICPacketTests.message(name)
            let frames = sealer.crypto(0, message) + [UInt8](repeating: 0, count: 1162 - message.count)
            let packet = sealer.initial(frames)
            capture.pcapRecord(seconds: index, fraction: 0, Self.datagram(packet, from: 50_000 + index))
            var search = QUICReaderTests.Search()
            #expect(search.read(packet) == .complete, "\(version)")
            names.append(search.hello.serverName.text)
        }
        for (index, number) in [25, 33, 35, 39, 43, 46].enumerated() {
            let name = "q\(number).example"
            let frames = GQUICPacketTests.stream(number, 0, GQUICPacketTests.message(name, padding: 1100))
            let packet = GQUICPacketTests.packet(number, frames)
            capture.pcapRecord(seconds: 100 + index, fraction: 0, Self.datagram(packet, from: 51_000 + index))
            var search = QUICReaderTests.Search()
            #expect(search.read(packet) == .complete, "Q0\(number)")
            names.append(search.hello.serverName.text)
        }
        let folder = try TemporaryFolder()
        let rows = try tshark(
            folder.write("quic.pcap", Data(capture.bytes)),
            fields: ["tls.handshake.extensions_server_name", "gquic.tag.sni"])
        #expect(rows.map { $0.joined() } == names)
    }

    private static func datagram(_ payload: [UInt8], from port: Int) -> [UInt8] {
        PacketBuilder.ethernet(
            type: 0x0800,
            PacketBuilder.ipv4(
                from: "192.0.2.1", to: "198.51.100.1", protocol: 17, PacketBuilder.udp(from: port, to: 443, payload)))
    }
}
