import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

@Suite struct PacketRedactionTests {
    /// Each packet of a capture, with what becomes of it.
    private func forEach(_ file: String, _ body: ([UInt8], [UInt8]?, PacketRecord, PacketRecord?) -> Void) throws {
        var reader = try CaptureReader(path: file)
        let redaction = PacketRedaction(keepsIdentity: false)
        var pseudonyms = Pseudonyms(of: [])
        let dissector = Dissector(view: .inner)
        do throws(CaptureFileError) {
            while let packet = try reader.next() {
                let bytes = redaction.bytes(of: packet, &pseudonyms) { $0 }
                let after = bytes.map { bytes in
                    dissector.dissect(
                        PacketView(
                            bytes: bytes.rawSpan, originalLength: packet.originalLength, linkType: packet.linkType,
                            timestamp: nil, interface: 0, direction: packet.direction))
                }
                body(packet.bytes.array(0..<packet.bytes.byteCount), bytes, dissector.dissect(packet), after)
            }
        } catch {
            // As far as it goes.
            guard error.isDamage else { throw error }
        }
    }

    @Test(
        "every packet counts the same afterwards, and has no payload", .reference,
        arguments: ReferenceCapture.all.filter { (try? Data(contentsOf: $0.file).count) ?? 0 < 100_000 })
    func same(_ capture: ReferenceCapture) throws {
        // One of them is of a version that no reader knows.
        guard (try? CaptureReader(path: capture.file.path)) != nil else { return }
        try forEach(capture.file.path) { before, bytes, record, after in
            guard let bytes, let after else {
                Issue.record("a packet of \(capture.name) can't be redacted")
                return
            }
            #expect(bytes.count == before.count)
            var expected = record
            (expected.source, expected.destination, expected.linkSource) =
                (after.source, after.destination, after.linkSource)
            #expect(expected == after)
            if record.kind.isConnection, record.payloadOffset < bytes.count {
                #expect(bytes[record.payloadOffset...].allSatisfy { $0 == 0 })
            }
        }
    }

    @Test("options, checksums and time to live go, ports and numbers stay")
    func fields() throws {
        // IPv4 without a link header: 192.168.1.10:50000 > 93.184.216.34:443, a TCP segment with a timestamp option.
        let ip: [UInt8] = [
            0x45, 0x10, 0, 60, 0x12, 0x34, 0x40, 0, 63, 6, 0xAB, 0xCD, 192, 168, 1, 10, 93, 184, 216, 34,
        ]
        let tcp: [UInt8] = [
            0xC3, 0x50, 0x01, 0xBB, 1, 2, 3, 4, 5, 6, 7, 8, 0x80, 0x18, 0x20, 0, 0xEE, 0xFF, 0, 0, 1, 1, 8, 10, 9, 9, 9,
            9, 8, 8,
            8, 8,
        ]
        // Four bytes of padding weren't stored, so that the length that IP states isn't that of the frame.
        let packet = ip + tcp + [UInt8]("secret!!".utf8)
        var pseudonyms = Pseudonyms(of: [])
        let redacted = try #require(
            PacketRedaction(keepsIdentity: false).bytes(
                of: PacketView(
                    bytes: packet.rawSpan, originalLength: 64, linkType: .raw, timestamp: nil, interface: 0),
                &pseudonyms
            ) { $0 })
        #expect(redacted.count == 60)
        // Checksums of IP and TCP, time to live, class, window, options, payload.
        for range in [10..<12, 8..<9, 1..<2, 34..<38, 40..<60] { #expect(redacted[range].allSatisfy { $0 == 0 }) }
        // Length, number, protocol; ports, sequence, acknowledgement, header length and flags.
        for range in [2..<6, 9..<10, 20..<32, 32..<34] { #expect(redacted[range] == packet[range]) }
        #expect(redacted[12..<14] == [192, 168] && redacted[12..<16] != packet[12..<16])
        #expect(redacted[16] >> 4 == 15)
    }

    @Test("copies of a packet stay copies of one another, and others stay others")
    func identity() throws {
        let redaction = PacketRedaction(keepsIdentity: true)
        var pseudonyms = Pseudonyms(of: [])
        func redacted(_ payload: String) throws -> [UInt8] {
            let bytes = [UInt8](payload.utf8)
            let udp: [UInt8] =
                [0x45, 0, 0, 60, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]
                + [0x30, 0x39, 0x30, 0x3A, 0, 40, 0, 0] + bytes
            return try #require(
                redaction.bytes(
                    of: PacketView(
                        bytes: udp.rawSpan, originalLength: 60, linkType: .raw, timestamp: nil, interface: 0),
                    &pseudonyms
                ) { $0 })
        }
        let (one, same) = (
            try redacted("0123456789abcdef0123456789abcdef"), try redacted("0123456789abcdef0123456789abcdef")
        )
        let other = try redacted("0123456789abcdef0123456789abcdeX")
        #expect(one == same)
        #expect(one != other)
        #expect(!one.contains(UInt8(ascii: "X")) && !other[28...].elementsEqual(one[28...]))
    }
}
