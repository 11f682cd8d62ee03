import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// What a reader is warned of, and what the warnings make of the quality.
@Suite struct MeasurementBuilderTests {
    /// A capture made to have one thing wrong.
    struct Oddity: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var capture: [UInt8]
        var code: Caveat.Code
        var count: Int?
        var grade: Quality.Grade

        init(
            _ description: String, _ code: Caveat.Code, count: Int? = nil, _ grade: Quality.Grade,
            _ build: (inout CaptureBuilder) -> Void
        ) {
            var builder = CaptureBuilder()
            build(&builder)
            (testDescription, capture, self.code, self.count, self.grade) = (
                description, builder.bytes, code, count, grade
            )
        }
    }

    private static func segment(bytes: Int = 10, sequence: Int = 1) -> [UInt8] {
        let payload = [UInt8](repeating: 7, count: bytes)
        let segment = PacketBuilder.tcp(from: 50000, to: 443, sequence: sequence, payload)
        return PacketBuilder.ethernet(
            type: 0x800, PacketBuilder.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 6, segment))
    }

    /// An Interface Statistics Block with isb_ifdrop and isb_osdrop (draft-ietf-opsawg-pcapng § 4.6).
    private static func statistics(_ builder: inout CaptureBuilder, _ dropped: Int) {
        builder.block(5) { body in
            for _ in 0..<3 { body.append32(0) }
            body.options([(5, [0, 0, 0, 0, 0, 0, 0, 0]), (7, [UInt8(dropped), 0, 0, 0, 0, 0, 0, 0])])
        }
    }

    static let oddities = [
        Oddity("no packet", .captureEmpty, .untrusted) { $0.pcapHeader() },
        Oddity("cut in a packet", .captureCut, .untrusted) { builder in
            builder.pcapHeader()
            builder.pcapRecord(seconds: 1, fraction: 0, segment())
            builder.append([0, 0, 0])
        },
        Oddity("a packet longer than any", .captureDamaged, .untrusted) { builder in
            builder.pcapHeader()
            builder.pcapRecord(seconds: 1, fraction: 0, segment())
            for value in [2, 0, 0x7FFF_FFFF, 0x7FFF_FFFF] { builder.append32(value) }
            builder.append([UInt8](repeating: 0, count: 64))
        },
        Oddity("drops counted by the kernel", .packetsDropped, count: 4, .untrusted) { builder in
            builder.section()
            builder.interface()
            builder.enhancedPacket(units: 1_000_000, segment())
            statistics(&builder, 4)
        },
        Oddity("a file that can't say what was dropped", .dropsUnknown, .fair) { builder in
            builder.pcapHeader()
            builder.pcapRecord(seconds: 1, fraction: 0, segment())
        },
        Oddity("a packet stored without its end", .packetsTruncated, count: 1, .fair) { builder in
            builder.pcapHeader()
            builder.pcapRecord(seconds: 1, fraction: 0, original: 64, Array(segment().prefix(60)))
        },
        Oddity("a link type that isn't dissected", .linkTypeUnknown, count: 1, .fair) { builder in
            builder.pcapHeader(linkType: 231)
            builder.pcapRecord(seconds: 1, fraction: 0, segment())
        },
        Oddity("a packet without a time", .packetsWithoutTime, count: 1, .fair) { builder in
            builder.section()
            builder.interface()
            // Simple Packet Block (§ 4.4).
            let packet = segment()
            builder.block(3) { body in
                body.append32(packet.count)
                body.append(packet)
            }
        },
        Oddity("a clock set back", .timeBackwards, count: 1, .fair) { builder in
            builder.pcapHeader()
            for seconds in [10, 2] { builder.pcapRecord(seconds: seconds, fraction: 0, segment()) }
        },
        Oddity("neighbours swapped", .packetsDisordered, count: 1, .fair) { builder in
            builder.pcapHeader()
            for fraction in [10, 2] { builder.pcapRecord(seconds: 1, fraction: fraction, segment()) }
        },
        Oddity("a record longer than the network carries", .superPackets, count: 1, .fair) { builder in
            builder.pcapHeader()
            builder.pcapRecord(seconds: 1, fraction: 0, segment(bytes: 1461))
        },
        Oddity("no journey", .noSteps, .fair) { builder in
            builder.pcapHeader()
            builder.pcapRecord(seconds: 1, fraction: 0, segment())
        },
    ]

    private func replay(_ bytes: [UInt8], _ conditions: Replay.Conditions = Replay.Conditions()) throws
        -> JourneyMeasurement
    {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "capture")
        try Data(bytes).write(to: file)
        return try Replay(captures: [file.path], conditions: conditions, tool: .ecoproxy).measurement
    }

    @Test("what is odd about a capture is said, with its count", arguments: oddities)
    func oddity(_ oddity: Oddity) throws {
        let quality = try replay(oddity.capture).quality
        let caveat = try #require(quality.warnings.first { $0.code == oddity.code })
        #expect(caveat.count == oddity.count)
        #expect(quality.grade == oddity.grade)
    }

    @Test("a capture of which nothing is odd has no warning and is good")
    func sound() throws {
        var builder = CaptureBuilder()
        builder.section()
        // if_IPv4addr (option 4) makes the device known.
        builder.interface(options: [(4, [192, 0, 2, 1, 255, 255, 255, 0])])
        for seconds in [1, 2] { builder.enhancedPacket(units: seconds * 1_000_000, Self.segment()) }
        Self.statistics(&builder, 0)
        let quality = try replay(
            builder.bytes, Self.conditions([(1, .step, "ouvrir"), (2, .step, "lire"), (3, .end, nil)])
        ).quality
        #expect(quality.warnings == [])
        #expect(quality.grade == .good)
    }

    /// Conditions of a journey of two steps.
    private static func conditions(_ markers: [(Int64, Marker.Kind, String?)]) throws
        -> Replay.Conditions
    {
        let file = """
            schema: ecoproxy.journey/1
            id: p
            title: P
            application: test.app
            device: laptop
            network: fixed
            steps:
              - { id: ouvrir, title: Ouvrir, type: loading }
              - { id: lire, title: Lire, type: action }
            """
        let journey = try JourneyFile.parse(Data(file.utf8), name: "journey.yaml")
        var log = MarkerLog(name: "markers.jsonl")
        for (seconds, kind, step) in markers {
            try log.append(
                Marker(
                    time: Timestamp(nanoseconds: seconds * 1_000_000_000), kind: kind, step: step, source: "test"))
        }
        return Replay.Conditions(
            journey: (journey, .repeating("a")), timeline: try Timeline(log, journey: journey))
    }

    @Test(
        "steps that were not walked, or saw nothing, make a result that can't be trusted",
        arguments: [
            ("never marked", [("ouvrir", Int64(1))], Caveat.Code.stepMissing),
            ("without traffic", [("ouvrir", 1), ("lire", 2)], .stepWithoutTraffic),
            ("outside the capture", [("ouvrir", 1), ("lire", 100)], .stepOutsideCapture),
        ])
    func steps(_ name: String, _ walked: [(String, Int64)], _ code: Caveat.Code) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        builder.pcapRecord(seconds: 1, fraction: 0, Self.segment())
        let quality = try replay(builder.bytes, Self.conditions(walked.map { ($1, .step, $0) })).quality
        let caveat = try #require(quality.warnings.first { $0.code == code }, "\(name)")
        #expect(caveat.step == "lire")
        #expect(quality.grade == .untrusted)
    }

    @Test("without a journey, markers are steps all the same, and what is assumed is said")
    func assumed() throws {
        var builder = CaptureBuilder()
        builder.pcapHeader()
        builder.pcapRecord(seconds: 1, fraction: 0, Self.segment())
        var log = MarkerLog(name: "markers.jsonl")
        try log.append(Marker(time: Timestamp(nanoseconds: 1_000_000_000), kind: .step, step: "a", source: "test"))
        let measurement = try replay(builder.bytes, Replay.Conditions(timeline: Timeline(log, journey: nil)))
        #expect(measurement.steps.map(\.id) == ["a"])
        #expect(measurement.steps[0].traffic.both.packets == 1)
        #expect(measurement.quality.warnings.contains { $0.code == .conditionsAssumed })
    }

    @Test("each code alone makes the grade that docs/quality.md says")
    func grades() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "docs/quality.md"), encoding: .utf8)
        let rows = text.matches(of: /(?m)^\| `(\w+)` \|[^|]+\|[^|]+\| (\w+) \|$/)
        #expect(rows.count > 30)
        for row in rows {
            let caveat = Caveat(Caveat.Code(rawValue: String(row.output.1)), "")
            #expect(MeasurementBuilder.grade([caveat]).rawValue == String(row.output.2), "\(row.output.1)")
        }
    }
}
