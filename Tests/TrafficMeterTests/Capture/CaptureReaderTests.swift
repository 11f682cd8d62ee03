import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// What is no capture is refused with its first bytes; what is missing is said.
@Suite struct CaptureReaderTests {
    @Test(
        "what is no capture is refused",
        arguments: [
            ([], CaptureFileError.Rule.empty),
            ([0x50, 0x4B], .notACapture([0x50, 0x4B])),
            (Array("GIF89a, a picture".utf8), .notACapture(Array("GIF89a, ".utf8))),
            ([0xD4, 0xC3, 0xB2, 0xA1, 2, 0], .cut(expected: 24, found: 6)),
            ([0x0A, 0x0D, 0x0D, 0x0A, 28, 0], .cut(expected: 12, found: 6)),
        ] as [([UInt8], CaptureFileError.Rule)])
    func refused(_ bytes: [UInt8], _ rule: CaptureFileError.Rule) throws {
        #expect(try Metering(bytes: bytes).error?.rule == rule)
    }

    @Test("a file that isn't there, and a folder, are unreadable")
    func missing() throws {
        #expect(try Metering("/no/such/file.pcap").error?.rule == .unreadable(ENOENT))
        #expect(try Metering("/").error?.rule == .unreadable(EISDIR))
    }

    @Test("no byte string makes the readers crash")
    func noise() throws {
        var generator = SeededGenerator(seed: 7)
        var builder = CaptureBuilder()
        builder.section()
        builder.interface()
        builder.enhancedPacket(units: 1, [UInt8](repeating: 1, count: 60))
        builder.pcapHeader()
        builder.pcapRecord(seconds: 1, fraction: 1, [UInt8](repeating: 1, count: 60))
        for _ in 0..<2000 {
            var bytes = builder.bytes
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try Metering(bytes: bytes)
        }
    }
}
