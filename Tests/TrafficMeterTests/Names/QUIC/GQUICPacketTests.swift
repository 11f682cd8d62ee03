import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// Packets of Google's own QUIC, as Wireshark's packet-gquic.c reads them.
@Suite struct GQUICPacketTests {
    static func version(_ number: Int) -> QUICVersion {
        QUICVersion(rawValue: 0x5130_3030 | UInt32(number / 10) << 8 | UInt32(number % 10))
    }

    /// Google's CHLO with a name among other entries.
    static func message(_ name: String, padding: Int = 20) -> [UInt8] {
        let entries: [(String, [UInt8])] = [
            ("PAD\0", [UInt8](repeating: 0x2D, count: padding)), ("SNI\0", Array(name.utf8)), ("VER\0", [1, 2, 3, 4]),
        ]
        var (tags, values): ([UInt8], [UInt8]) = ([], [])
        for (tag, value) in entries {
            values += value
            tags += Array(tag.utf8) + P.uint32(values.count).reversed()
        }
        return Array("CHLO".utf8) + [3, 0, 0, 0] + tags + values
    }

    /// A STREAM frame of stream 1: type 1fdooossB with a length of data, and an offset of two bytes or none.
    static func stream(_ number: Int, _ offset: Int, _ bytes: [UInt8]) -> [UInt8] {
        let order: ([UInt8]) -> [UInt8] = { number < 39 ? $0.reversed() : $0 }
        return [offset == 0 ? 0xA0 : 0xA4, 1] + (offset == 0 ? [] : order(P.uint16(offset)))
            + order(P.uint16(bytes.count)) + bytes
    }

    /// A client's packet of a version up to Q046.
    static func packet(_ number: Int, _ frames: [UInt8]? = nil) -> [UInt8] {
        let version = P.uint32(Int(version(number).rawValue))
        let (id, hash) = (QUICVectors.connectionID, [UInt8](repeating: 0xEE, count: 12))
        let frames = frames ?? stream(number, 0, message("sante.example"))
        switch number {
        case ...43: return [0x09] + id + version + [1] + hash + (number < 34 ? [0] : []) + frames
        case 46: return [0xC3] + version + [0x50] + id + [0, 0, 0, 1] + hash + frames
        default: return [0xFF] + version + [0x50] + id + [0, 0, 0, 1] + hash + frames
        }
    }

    @Test("a CHLO in clear names its flow", arguments: [25, 30, 33, 34, 35, 37, 39, 43, 44, 46])
    func name(_ number: Int) {
        var search = QUICReaderTests.Search()
        #expect(QUICReader.isInitial(Self.packet(number)))
        #expect(search.read(Self.packet(number)) == .complete)
        #expect(search.hello.serverName.text == "sante.example")
    }

    @Test("a CHLO in two packets is put together, whatever the order and the frames before", arguments: [39, 43, 46])
    func split(_ number: Int) {
        let message = Self.message("sante.example", padding: 300)
        // ACK with and without blocks, PING, padding, STOP_WAITING.
        let ack: [UInt8] = [0x40, 1, 0, 0, 1, 0, 0x60, 9, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 7, 0, 0]
        let waiting: [UInt8] = [6] + [UInt8](repeating: 0, count: number == 46 ? 4 : 1)
        let parts = [
            Self.packet(number, Self.stream(number, 0, Array(message[..<200]))),
            Self.packet(number, ack + waiting + Self.stream(number, 200, Array(message[200...]))),
        ]
        for parts in [parts, parts.reversed()] {
            var search = QUICReaderTests.Search()
            #expect(search.read(parts[0]) == .incomplete)
            #expect(search.read(parts[1]) == .complete)
            #expect(search.hello.serverName.text == "sante.example")
        }
    }

    @Test("a server's packet, another stream and another message are no hello")
    func other() {
        var search = QUICReaderTests.Search()
        // The server's: flags without a version, and its ID as source.
        #expect(search.read([0x0C] + Self.packet(43).dropFirst()) == .notQUIC)
        var server = Self.packet(46)
        server[5] = 0x05
        #expect(search.read(server) == .other)
        var frames = Self.stream(43, 0, Self.message("sante.example"))
        frames[1] = 3
        #expect(search.read(Self.packet(43, frames)) == .other)
        #expect(search.read(Self.packet(43, Self.stream(43, 0, Array("REJ\0".utf8) + [0, 0, 0, 0]))) == .other)
        #expect(search.hello == ClientHello())
    }

    @Test("a packet cut at any byte has no name, and never crashes", arguments: [25, 43, 44, 46])
    func cut(_ number: Int) {
        let packet = Self.packet(number)
        for length in 0..<packet.count {
            var search = QUICReaderTests.Search()
            #expect(search.read(Array(packet.prefix(length))) != .complete, "cut at \(length)")
        }
    }

    @Test("a CHLO that is said again after the server refused the first has its name", arguments: [39, 46])
    func saidAgain(_ number: Int) {
        let message = Self.message("sante.example", padding: 300)
        var search = QUICReaderTests.Search()
        // Only the second of them was captured, in two parts.
        #expect(search.read(Self.packet(number, Self.stream(number, 1024, Array(message[..<200])))) == .incomplete)
        #expect(search.read(Self.packet(number, Self.stream(number, 1224, Array(message[200...])))) == .complete)
        #expect(search.hello.serverName.text == "sante.example")
    }
}
