import Documents
import Foundation
import TestSupport
import Testing

/// Several captures at once, limits, duplicates and hashes, as options of the program.
@Suite struct ReplaySetTests {
    private static func measurement(_ result: RunResult) throws -> JourneyMeasurement {
        #expect(try validate(result.output, against: "measurement").isEmpty)
        return try JourneyMeasurement(json: result.output)
    }

    @Test("parts of a capture, one of them from standard input, give what the whole gives")
    func parts() throws {
        let folder = try TemporaryFolder()
        #expect(try run("editcap", ["-c", "400", Recorded.capture, folder["part.pcapng"]]).status == 0)
        let parts = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(parts.count > 2)
        let steps = ["--journey", Recorded.journey, "--markers", Recorded.markers, "--json"]
        let whole = try Self.measurement(Ecoproxy.run(["replay", Recorded.capture] + steps))
        let result = try Ecoproxy.run(
            ["replay", "-"] + parts.dropFirst().map { folder[$0] } + steps, input: folder.data(parts[0]))
        var found = try Self.measurement(result)
        #expect(found.sources.count == parts.count)
        #expect(found.sources.map(\.kind) == [.stream] + parts.dropFirst().map { _ in .file })
        #expect(found.sources.compactMap(\.file) == Array(parts.dropFirst()))
        found.sources = whole.sources
        // What editcap writes of an interface says less than what ecoproxy does.
        (found.device, found.drops, found.quality) = (whole.device, whole.drops, whole.quality)
        #expect(found.totals == whole.totals)
        #expect(found.steps.map(\.traffic.both) == whole.steps.map(\.traffic.both))
        #expect(found.steps.map(\.connections) == whole.steps.map(\.connections))
    }

    @Test("what is wrong with a set of captures is said")
    func wrong() throws {
        let folder = try TemporaryFolder()
        let cases: [([String], Int32, String)] = [
            ([Recorded.capture, folder["absent.pcap"]], 66, "absent.pcap"),
            ([Recorded.capture, try folder.write("text", "no capture at all\n")], 65, "not a capture"),
            (["-", "-"], 64, "once"),
            ([Recorded.capture, Recorded.demo.path], 64, "bundle"),
            ([Recorded.capture, "--max-flows", "0"], 64, "--max-flows"),
            ([Recorded.capture, "--duplicates", "perhaps"], 64, "--duplicates"),
        ]
        for (arguments, status, says) in cases {
            let result = try Ecoproxy.run(["replay"] + arguments)
            #expect(result.status == status, "\(arguments) \(result.errors)")
            #expect(result.errors.contains(says), "\(arguments) \(result.errors)")
        }
    }

    @Test("flows and names beyond their limits stay counted, and a warning gives their number")
    func limits() throws {
        let whole = try Self.measurement(Ecoproxy.run("replay", Recorded.capture, "--json"))
        let flows = try Self.measurement(Ecoproxy.run("replay", Recorded.capture, "--json", "--max-flows", "3"))
        #expect(flows.totals == whole.totals)
        let turnedAway = flows.quality.warnings.first { $0.code == .flowLimit }?.count
        // Three flows are kept; all that isn't theirs is the one entry of other IP.
        let kept = flows.hosts.reduce(flows.nonIP.both.packets) { $0 + $1.traffic.both.packets }
        #expect(turnedAway == flows.totals.packets - kept - (flows.otherIP.both.packets - (turnedAway ?? 0)))
        #expect(turnedAway ?? 0 > whole.totals.packets / 2)
        #expect(flows.hosts.reduce(0) { $0 + $1.flows } <= 3)
        let names = try Self.measurement(Ecoproxy.run("replay", Recorded.capture, "--json", "--max-names", "1"))
        #expect(names.totals == whole.totals)
        #expect(names.hosts.count { $0.nameSource == .none } > whole.hosts.count { $0.nameSource == .none })
        #expect(names.quality.warnings.first { $0.code == .nameLimit }?.count ?? 0 > 0)
    }

    @Test("a capture is hashed as sha256sum does, unless told otherwise")
    func hash() throws {
        let expected = try run("sha256sum", [Recorded.capture]).text.prefix(64)
        for (rule, hash) in [("usual", String(expected)), ("always", String(expected)), ("never", nil)] {
            let found = try Self.measurement(Ecoproxy.run("replay", Recorded.capture, "--json", "--hash", rule))
            #expect(found.sources.first?.sha256?.rawValue == hash)
        }
    }

    @Test("a packet captured going out and coming in counts once in a journey, and twice else")
    func duplicates() throws {
        let folder = try TemporaryFolder()
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 113)
        for (index, type) in [4, 0, 4, 0].enumerated() {
            let header =
                PacketBuilder.uint16(type) + PacketBuilder.uint16(1) + PacketBuilder.uint16(6) + [
                    2, 0, 0, 0, 0, 1, 0, 0,
                ]
                + PacketBuilder.uint16(0x0800)
            let datagram = PacketBuilder.udp(from: 5000, to: 443, [1, 2, 3, UInt8(index / 2)])
            builder.pcapRecord(
                seconds: 1_700_000_000, fraction: index,
                header
                    + PacketBuilder.ipv4(from: "192.0.2.1", to: "198.51.100.1", protocol: 17, id: index / 2, datagram))
        }
        let capture = try folder.write("any.pcap", Data(builder.bytes))
        let journey = ["--journey", Recorded.journey]
        for (options, packets, removed) in [
            ([], 4, false), (["--duplicates", "remove"], 2, true), (journey, 2, true),
            (journey + ["--duplicates", "keep"], 4, false),
        ] {
            let found = try Self.measurement(Ecoproxy.run(["replay", capture, "--json"] + options))
            #expect(found.totals.packets == packets)
            #expect(found.duplicates == Duplicates(packets: 2, wireBytes: 96, removed: removed))
            #expect(found.quality.warnings.contains { $0.code == .packetsDuplicated && $0.count == 2 })
        }
    }
}
