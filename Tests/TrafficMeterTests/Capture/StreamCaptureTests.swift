import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Streams whose bytes come as they please.
@Suite struct StreamCaptureTests {
    /// Bytes in pieces, with nothing between them; files follow one another.
    final class Drip: ByteArrivals {
        let name = "drip"
        private var files: [[UInt8]]
        private let piece: Int
        private var position = 0
        private var isDry = true

        init(_ files: [[UInt8]], piece: Int) {
            (self.files, self.piece) = (files, piece)
        }

        func read(
            into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
        ) throws(CaptureFileError) -> ByteArrival {
            isDry.toggle()
            if isDry { return .nothing }
            guard let file = files.first else { return .end }
            let count = min(piece, range.count, file.count - position)
            if count == 0 {
                files.removeFirst()
                position = 0
                return files.isEmpty ? .end : .successor
            }
            buffer.replaceSubrange(
                range.lowerBound..<range.lowerBound + count, with: file[position..<position + count])
            position += count
            return .bytes(count)
        }
    }

    /// What a packet is, for comparison.
    struct Seen: Hashable {
        var time: Timestamp?
        var length: Int
        var bytes: [UInt8]
        var linkType: LinkType
        var interface: Int
        var app: Int32?
    }

    private func seen(_ packet: borrowing PacketView) -> Seen {
        Seen(
            time: packet.timestamp, length: packet.originalLength,
            bytes: packet.bytes.array(0..<packet.bytes.byteCount),
            linkType: packet.linkType, interface: packet.interface, app: packet.app)
    }

    private func packets(_ files: [[UInt8]], piece: Int) throws -> (
        packets: [Seen], interfaces: [CaptureInterface], caveats: [Caveat.Code]
    ) {
        var capture = StreamCapture(Drip(files, piece: piece))
        var found: [Seen] = []
        while true {
            switch try capture.advance() {
            case .packet: capture.withPacket { found.append(seen($0)) }
            case .nothing: continue
            case .end: return (found, capture.interfaces, capture.caveats.map(\.code))
            }
        }
    }

    private static let captures = [
        "derived__pcapdroid-uidmap.pcapng", "ndpi__doh.pcapng", "derived__pcapdroid-trailer.pcap",
        "arkime__bigendian.pcap", "ndpi__alexa-app.pcapng",
    ]

    @Test(
        "bytes one at a time, or in any pieces, are the packets of the file", .reference, arguments: captures,
        [1, 7, 4096])
    func pieces(_ name: String, _ piece: Int) throws {
        let file = try #require(ReferenceCapture.all.first { $0.name == name }).file
        let bytes = [UInt8](try Data(contentsOf: file).prefix(40_000))
        let copy = try TemporaryFolder()
        try Data(bytes).write(to: URL(filePath: copy["copy"]))
        var reader = try CaptureReader(path: copy["copy"])
        var expected: [Seen] = []
        var isCut = false
        do { while let packet = try reader.next() { expected.append(seen(packet)) } } catch { isCut = error.isCut }
        let found = try packets([bytes], piece: piece)
        #expect(found.packets == expected)
        #expect(!found.packets.isEmpty)
        #expect(found.interfaces == reader.interfaces)
        #expect(found.caveats == (isCut ? [.captureCut] : []))
    }

    @Test("a block that is passed over is passed over in pieces as well", arguments: [1, 5, 64])
    func skipped(_ piece: Int) throws {
        var file = CaptureBuilder()
        file.section()
        file.interface()
        file.block(0x7777) { $0.append([UInt8](repeating: 6, count: 1000)) }
        file.enhancedPacket(units: 5, [1, 2, 3])
        #expect(try packets([file.bytes], piece: piece).packets.map(\.bytes) == [[1, 2, 3]])
    }

    @Test("files that follow one another are told apart by their interfaces, whatever their formats")
    func successors() throws {
        var first = CaptureBuilder()
        first.pcapHeader(linkType: 101)
        first.pcapRecord(seconds: 1, fraction: 0, [1])
        var second = CaptureBuilder()
        second.section()
        second.interface(linkType: 1)
        second.enhancedPacket(units: 5, [2])
        let cut = Array(first.bytes.dropLast())
        let found = try packets([first.bytes, second.bytes, cut, first.bytes], piece: 10)
        #expect(found.packets.map(\.interface) == [0, 1, 3])
        #expect(found.packets.map(\.linkType) == [.raw, .ethernet, .raw])
        #expect(found.interfaces.map(\.linkType) == [.raw, .ethernet, .raw, .raw])
        #expect(found.caveats == [.captureCut])
    }

    /// Blocks that are no packets, without a pause: 100 MB of them.
    final class Flood: ByteArrivals {
        let name = "flood"
        private var isFirst = true
        private var left = 100 << 20
        private let block: [UInt8]

        init() {
            var block = CaptureBuilder()
            block.block(0x7777) { $0.append([UInt8](repeating: 6, count: 32_000)) }
            self.block = block.bytes
        }

        func read(
            into buffer: inout [UInt8], _ range: Range<Int>, patience: Int32
        ) throws(CaptureFileError) -> ByteArrival {
            guard left > 0 else { return .end }
            var bytes = block
            if isFirst {
                var section = CaptureBuilder()
                section.section()
                (isFirst, bytes) = (false, section.bytes)
            }
            left -= bytes.count
            buffer.replaceSubrange(range.lowerBound..<range.lowerBound + bytes.count, with: bytes)
            return .bytes(bytes.count)
        }
    }

    @Test("who reads a stream is asked again and again whether to go on, though it never pauses and has no packet")
    func flood() throws {
        var capture = StreamCapture(Flood())
        var turns = 0
        while try capture.advance() == .nothing { turns += 1 }
        #expect(turns >= 5)
        #expect(capture.caveats == [])
    }

    @Test("names that each file says again are there once, and a changed one is there")
    func names() throws {
        func file(_ title: String) -> [UInt8] {
            var builder = CaptureBuilder(bigEndian: false)
            builder.section()
            builder.interface()
            for uid: Int32 in 1...3 {
                let body = AppName(uid: uid, package: "org.example", title: uid == 2 ? title : "App").block
                builder.block(0xBAD) { $0.append(body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)) }
            }
            builder.enhancedPacket(units: 5, [2])
            return builder.bytes
        }
        var capture = StreamCapture(Drip([file("A"), file("A"), file("B"), file("A")], piece: 1000))
        while try capture.advance() != .end {}
        #expect(capture.appNames.map(\.title) == ["App", "A", "App", "B", "A"])
        #expect(capture.interfaceCount == 4)
    }

    @Test("a length alone allocates nothing, and an impossible one ends the stream")
    func lengths() throws {
        var file = CaptureBuilder()
        file.pcapHeader()
        file.append32(1)
        file.append32(0)
        file.append32(0x7FFF_FFFF)
        file.append32(0x7FFF_FFFF)
        #expect(throws: CaptureFileError.self) { try packets([file.bytes], piece: 100) }
    }

    @Test("damaged bytes are the same packets and the same error as in a file", .reference, arguments: captures)
    func damaged(_ name: String) throws {
        let file = try #require(ReferenceCapture.all.first { $0.name == name }).file
        let sound = [UInt8](try Data(contentsOf: file).prefix(3000))
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<60 {
            var bytes = sound
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            let path = folder["damaged"]
            try Data(bytes).write(to: URL(filePath: path))
            var expected: (packets: [Seen], rule: CaptureFileError.Rule?) = ([], nil)
            do throws(CaptureFileError) {
                var reader = try CaptureReader(path: path)
                while let packet = try reader.next() { expected.packets.append(seen(packet)) }
            } catch {
                expected.rule = error.rule
            }
            var found: (packets: [Seen], rule: CaptureFileError.Rule?, isCut: Bool) = ([], nil, false)
            var capture = StreamCapture(Drip([bytes], piece: 13))
            do {
                reading: while true {
                    switch try capture.advance() {
                    case .packet: capture.withPacket { found.packets.append(seen($0)) }
                    case .nothing: continue
                    case .end: break reading
                    }
                }
                found.isCut = !capture.caveats.isEmpty
            } catch {
                found.rule = (error as? CaptureFileError)?.rule
            }
            #expect(found.packets == expected.packets)
            // A cut is no error of a stream, but a caveat.
            if case .cut = expected.rule { #expect(found.isCut) } else { #expect(found.rule == expected.rule) }
        }
    }
}
