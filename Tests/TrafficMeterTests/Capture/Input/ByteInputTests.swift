import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// The answer doesn't depend on how the bytes come.
@Suite struct ByteInputTests {
    private static let demo = Repository.root.appending(path: "captures/demo/capture.pcapng").path

    /// What packets a reader gives, and how it ends.
    private static func packets(_ path: String, piece: Int, fast: Bool) throws -> (text: [String], end: String) {
        var found: [String] = []
        var reader = try CaptureReader(path: path, piece: piece)
        do throws(CaptureFileError) {
            if fast {
                try reader.forEach { found.append(describe($0)) }
            } else {
                while let packet = try reader.next() { found.append(describe(packet)) }
            }
        } catch {
            return (found, "\(error)")
        }
        return (found, "")
    }

    private static func describe(_ packet: borrowing PacketView) -> String {
        let bytes = packet.bytes.array(0..<packet.bytes.byteCount)
        return "\(packet.timestamp?.nanoseconds ?? -1) \(packet.originalLength) \(packet.interface) \(bytes.hashValue)"
    }

    @Test(
        "any length of pieces gives the same packets, in both formats, whole or cut", arguments: [13, 60, 1000, 30_000])
    func pieces(_ length: Int) throws {
        let folder = try TemporaryFolder()
        let classic = folder["classic.pcap"]
        #expect(try run("editcap", ["-F", "pcap", Self.demo, classic]).status == 0)
        for (number, source) in [Self.demo, classic].enumerated() {
            let whole = try Data(contentsOf: URL(filePath: source)).prefix(60_000)
            for cut in [whole.count, whole.count - 7] {
                let file = try folder.write("\(number)-\(cut)", whole.prefix(cut))
                let expected = try Self.packets(file, piece: ByteInput.usualPiece, fast: false)
                #expect(expected.text.count > 100)
                for fast in [false, true] {
                    let found = try Self.packets(file, piece: length, fast: fast)
                    #expect(found.text == expected.text)
                    #expect(found.end == expected.end)
                }
            }
        }
    }

    @Test("a record of many pieces is put together")
    func longRecord() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        for seconds in 0..<3 { builder.pcapRecord(seconds: seconds, fraction: 0, long) }
        builder.pcapRecord(seconds: 3, fraction: 0, [1, 2, 3])
        let folder = try TemporaryFolder()
        let file = try folder.write("long", Data(builder.bytes))
        let expected = try Self.packets(file, piece: 1 << 20, fast: false)
        #expect(expected.text.count == 4)
        for piece in [100, 65_536, 150_000] {
            #expect(try Self.packets(file, piece: piece, fast: true) == expected)
        }
    }
}
