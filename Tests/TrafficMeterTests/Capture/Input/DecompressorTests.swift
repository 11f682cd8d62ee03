import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Compressed captures as the usual programs write them.
@Suite struct DecompressorTests {
    static let programs = ["gzip", "zstd", "lz4"]

    /// Enough packets that several buffers are needed.
    private static let capture: [UInt8] = {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        var generator = SeededGenerator(seed: 1)
        for second in 0..<2000 {
            let payload = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
            builder.pcapRecord(seconds: second, fraction: 0, PacketBuilder.ethernet(type: 0x1234, payload))
        }
        return builder.bytes
    }()

    private func compressed(_ program: String, _ bytes: [UInt8]) throws -> [UInt8] {
        Array(try run(program, ["-c", "-q"], input: Data(bytes)).output)
    }

    @Test("a compressed capture measures as the plain one", arguments: programs)
    func equal(_ program: String) throws {
        let plain = try Metering(bytes: Self.capture)
        let metering = try Metering(bytes: compressed(program, Self.capture))
        #expect(metering.error == nil)
        #expect(metering.meter.totals == plain.meter.totals)
        #expect(plain.meter.totals.packets == 2000)
    }

    @Test("frames that follow each other are one capture", arguments: programs)
    func concatenated(_ program: String) throws {
        let halves = [Self.capture[..<1000], Self.capture[1000...]].map(Array.init)
        let metering = try Metering(bytes: compressed(program, halves[0]) + compressed(program, halves[1]))
        #expect(metering.error == nil)
        #expect(metering.meter.totals.packets == 2000)
    }

    @Test("a compressed capture that is cut is measured up to there, and says so", arguments: programs)
    func cut(_ program: String) throws {
        let whole = try compressed(program, Self.capture)
        for part in [3, 5, 10] {
            let metering = try Metering(bytes: Array(whole.prefix(whole.count * part / 11)))
            #expect(metering.error?.isCut == true, "\(String(describing: metering.error))")
            #expect(metering.meter.totals.packets < 2000)
        }
    }
}
