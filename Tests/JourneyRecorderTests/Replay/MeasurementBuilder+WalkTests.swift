import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// What the walk itself leaves in doubt.
@Suite struct MeasurementBuilderWalkTests {
    /// A capture of one packet of 50 bytes (IP 40 + 10) at each of some microseconds, by a pcapng clock of 10^-`exponent` s.
    private func replay(
        at units: [Int], exponent: UInt8 = 6, markers: [(Double, Marker.Kind, String?)], hosts: String = "",
        baseline: [Int] = []
    ) throws -> Quality {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
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
            \(hosts)
            """
        let journey = try JourneyFile.parse(Data(file.utf8), name: "journey.yaml")
        var log = MarkerLog(name: "markers.jsonl")
        for (seconds, kind, step) in markers {
            try log.append(
                Marker(time: Timestamp(nanoseconds: Int64(seconds * 1e9)), kind: kind, step: step, source: "test"))
        }
        func capture(_ name: String, _ units: [Int]) throws -> String {
            var builder = CaptureBuilder()
            builder.section()
            builder.interface(options: [(4, [192, 0, 2, 1, 255, 255, 255, 0]), (9, [exponent])])
            for (index, time) in units.enumerated() {
                let segment = PacketBuilder.tcp(
                    from: 50000, to: 443, sequence: 1 + 10 * index, [UInt8](repeating: 7, count: 10))
                builder.enhancedPacket(
                    units: time,
                    PacketBuilder.ethernet(
                        type: 0x800,
                        PacketBuilder.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 6, segment)))
            }
            let path = folder.appending(path: name)
            try Data(builder.bytes).write(to: path)
            return path.path
        }
        let names = try HostsFile("198.51.100.1 tracker.inconnu.example", file: "hosts")
        let conditions = Replay.Conditions(
            journey: (journey, .repeating("a")), timeline: try Timeline(log, journey: journey), hosts: names,
            baseline: baseline.isEmpty ? [] : [try capture("idle", baseline)], markers: log)
        return try Replay(captures: [capture("walk", units)], conditions: conditions, tool: .ecoproxy).measurement
            .quality
    }

    private static let whole: [(Double, Marker.Kind, String?)] = [
        (1, .step, "ouvrir"), (5, .step, "lire"), (9, .end, nil),
    ]

    private func codes(_ quality: Quality) -> [Caveat.Code] {
        quality.warnings.map(\.code).filter { $0 != .dropsUnknown }
    }

    @Test("a walk that is long enough, with known hosts and no traffic at rest, is worth no warning")
    func sound() throws {
        #expect(try codes(replay(at: [1_500_000, 5_500_000], markers: Self.whole)) == [])
    }

    @Test("a step of less than a second is named, one of a second isn't")
    func short() throws {
        let markers: [(Double, Marker.Kind, String?)] = [
            (1, .step, "ouvrir"), (2, .step, "lire"), (2.9, .end, nil),
        ]
        let quality = try replay(at: [1_500_000, 2_500_000], markers: markers)
        #expect(codes(quality) == [.stepTooShort])
        #expect(quality.warnings.last?.step == "lire")
        #expect(quality.grade == .fair)
    }

    @Test("markers that the clock can't tell apart are named, and the step isn't called short as well")
    func clock() throws {
        // The clock counts whole seconds; "ouvrir" lasts half of one.
        let markers: [(Double, Marker.Kind, String?)] = [
            (1, .step, "ouvrir"), (1.5, .step, "lire"), (9, .end, nil),
        ]
        let quality = try replay(at: [1, 2], exponent: 0, markers: markers)
        #expect(codes(quality) == [.markersTooClose])
        #expect(quality.warnings.last?.step == "ouvrir")
    }

    @Test("a third party that nobody knows is named, and costs no grade of its own")
    func hosts() throws {
        let hosts = "hosts: { first_party: [\"*.sante.example\"] }"
        let quality = try replay(at: [1_500_000, 5_500_000], markers: Self.whole, hosts: hosts)
        let caveat = try #require(quality.warnings.first { $0.code == .hostsUnexpected })
        #expect(caveat.count == 1)
        #expect(caveat.message.contains("inconnu.example"))
        #expect(MeasurementBuilder.grade([caveat]) == .good)
        let declared = "hosts: { first_party: [\"*.sante.example\"], background: [\"*.inconnu.example\"] }"
        #expect(try codes(replay(at: [1_500_000, 5_500_000], markers: Self.whole, hosts: declared)) == [])
    }

    /// The steps last 8 s and exchange 20 packets: 1000 bytes. At rest 2 packets in 8 s are 100 bytes in 8 s: a tenth, no more.
    @Test("traffic at rest above a tenth of the steps' is said, with its bytes")
    func rest() throws {
        let walk = (0..<20).map { 1_500_000 + 300_000 * $0 }
        #expect(try codes(replay(at: walk, markers: Self.whole, baseline: [0, 8_000_000])) == [])
        let quality = try replay(at: walk, markers: Self.whole, baseline: [0, 4_000_000, 8_000_000])
        let caveat = try #require(quality.warnings.first { $0.code == .restTrafficHeavy })
        #expect(caveat.count == 150)
        #expect(caveat.message.contains("15 %"))
        #expect(quality.grade == .fair)
    }
}
