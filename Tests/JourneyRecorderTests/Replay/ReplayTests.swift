import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// The recorded journeys, packet by packet as tshark sees them, and what may befall a capture.
@Suite struct ReplayTests {
    @Test("totals equal tshark's", arguments: RecordedWalk.all)
    func totals(_ walk: RecordedWalk) throws {
        let totals = try Replay(captures: [walk.capture], tool: .ecoproxy).measurement.totals
        let packets = try ObservedPacket.all(walk.capture)
        #expect(totals.packets == packets.count)
        #expect(totals.packets > 200)
        #expect(totals.wireBytes == packets.reduce(0) { $0 + $1.wireBytes })
        #expect(totals.capturedBytes == packets.reduce(0) { $0 + $1.capturedBytes })
        #expect(totals.ipBytes == packets.reduce(0) { $0 + $1.ipBytes })
        #expect(totals.payloadBytes == packets.reduce(0) { $0 + $1.payloadBytes })
        #expect(totals.truncatedPackets == packets.count { $0.capturedBytes < $0.wireBytes })
        #expect(totals.first?.nanoseconds == packets.map(\.time).min())
        #expect(totals.last?.nanoseconds == packets.map(\.time).max())
    }

    @Test("each step's bytes equal tshark's between its markers", arguments: RecordedWalk.all)
    func steps(_ walk: RecordedWalk) throws {
        let measurement = try Replay(captures: [walk.capture], conditions: walk.conditions(), tool: .ecoproxy)
            .measurement
        let (packets, stretches) = (try ObservedPacket.all(walk.capture), try walk.stretches())
        #expect(measurement.steps.map(\.id) == stretches.map(\.step))
        var seen = Set<[ObservedPacket.End]>()
        let sorted = packets.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
        let firsts = sorted.map(\.element).filter {
            $0.transport != nil
                && seen.insert([$0.source, $0.destination].sorted { "\($0)" < "\($1)" }).inserted
        }
        for (step, stretch) in zip(measurement.steps, stretches) {
            func isWithin(_ packet: ObservedPacket) -> Bool {
                packet.time >= stretch.start && packet.time < stretch.end
            }
            let own = packets.filter(isWithin)
            #expect(own.count > 10)
            let both = step.traffic.both
            #expect(both.packets == own.count, "\(step.id)")
            #expect(both.wireBytes == own.reduce(0) { $0 + $1.wireBytes }, "\(step.id)")
            #expect(both.ipBytes == own.reduce(0) { $0 + $1.ipBytes }, "\(step.id)")
            #expect(both.payloadBytes == own.reduce(0) { $0 + $1.payloadBytes }, "\(step.id)")
            let flows = own.filter { $0.transport != nil }
            let up = flows.filter { RecordedWalk.device.contains($0.source.address) }
            let hosts = step.hosts.reduce(into: Traffic()) { $0 += $1.traffic }
            #expect(hosts.up.packets == up.count, "\(step.id)")
            #expect(hosts.up.ipBytes == up.reduce(0) { $0 + $1.ipBytes }, "\(step.id)")
            #expect(hosts.down.packets == flows.count - up.count, "\(step.id)")
            #expect(step.connections == firsts.count(where: isWithin), "\(step.id)")
        }
        let outside = packets.filter { packet in !stretches.contains { packet.time >= $0.start && packet.time < $0.end }
        }
        #expect(measurement.outside.traffic.both.packets == outside.count)
        #expect(measurement.outside.traffic.both.ipBytes == outside.reduce(0) { $0 + $1.ipBytes })
    }

    @Test("flows equal tshark's, both ways, and bear the names of their greetings", arguments: RecordedWalk.all)
    func flows(_ walk: RecordedWalk) throws {
        struct Way: Hashable {
            var transport: String
            var from: ObservedPacket.End
            var to: ObservedPacket.End
        }
        var expected: [Way: [Int]] = [:]
        var names: [Set<ObservedPacket.End>: String] = [:]
        for packet in try ObservedPacket.all(walk.capture) {
            guard let transport = packet.transport else { continue }
            let figures = [1, packet.wireBytes, packet.ipBytes, packet.payloadBytes]
            let way = Way(transport: transport, from: packet.source, to: packet.destination)
            expected[way] = zip(expected[way] ?? [0, 0, 0, 0], figures).map(+)
            if let name = packet.serverName { names[[packet.source, packet.destination]] = name }
        }
        let replay = try Replay(captures: [walk.capture], tool: .ecoproxy)
        let lines = FlowCSV.text(replay.meter, ends: replay.ends).components(separatedBy: "\r\n").filter { !$0.isEmpty }
            .map { $0.components(separatedBy: ",") }
        var found: [Way: [Int]] = [:]
        var named = 0
        for line in lines.dropFirst() {
            let (a, b) = (
                ObservedPacket.End(address: line[1], port: line[2]), ObservedPacket.End(address: line[3], port: line[4])
            )
            for (from, to, start) in [(a, b, 5), (b, a, 6)] where line[start] != "0" {
                found[Way(transport: line[0], from: from, to: to)] = stride(from: start, to: 13, by: 2).map {
                    Int(line[$0]) ?? -1
                }
            }
            #expect(RecordedWalk.device.contains(a.address), "A is the device")
            guard let name = names[[a, b]] else { continue }
            named += 1
            #expect(line[15] == name)
            #expect(line[16] == (line[0] == "tcp" ? "sni" : "quic"))
        }
        #expect(found == expected)
        #expect(named == names.count && named > 0)
    }

    /// All that was measured and has a time is in the timeline, in the direction that it has elsewhere.
    private func expectTimeline(of measurement: JourneyMeasurement, _ name: String) {
        let series = measurement.timeline?.series ?? []
        #expect(Set(series.flatMap { [$0.up.count, $0.down.count] }).count <= 1, "\(name)")
        #expect(series.allSatisfy { ($0.up + $0.down).allSatisfy { $0 >= 0 } }, "\(name)")
        let found = [series.flatMap(\.up).reduce(0, +), series.flatMap(\.down).reduce(0, +)]
        let all = [measurement.measured.up.ipBytes, measurement.measured.down.ipBytes]
        if measurement.quality.warnings.contains(where: { $0.code == .packetsWithoutTime }) {
            #expect(found[0] <= all[0] && found[1] <= all[1], "\(name)")
        } else {
            #expect(found == all, "\(name)")
        }
    }

    @Test("every capture of the reference conserves, cut into steps", .reference)
    func conservation() throws {
        var dice = SeededGenerator(seed: 3)
        var compared = 0
        var refused: [String] = []
        for capture in ReferenceCapture.all {
            guard let whole = try? Replay(captures: [capture.file.path], tool: .ecoproxy).measurement else {
                refused.append(capture.name)
                continue
            }
            let (first, last) = (whole.totals.first?.nanoseconds ?? 0, whole.totals.last?.nanoseconds ?? 0)
            var log = MarkerLog(name: "dice")
            for time in (0..<6).map({ _ in Int64.random(in: first...last, using: &dice) }).sorted() {
                try log.append(Marker(time: Timestamp(nanoseconds: time), kind: .step, step: "s", source: "test"))
            }
            let conditions = Replay.Conditions(timeline: try Timeline(log, journey: nil))
            let cut = try Replay(captures: [capture.file.path], conditions: conditions, tool: .ecoproxy).measurement
            #expect(cut.totals == whole.totals, "\(capture.name)")
            #expect(cut.hosts == whole.hosts, "\(capture.name)")
            let parts = [cut.outside.traffic] + cut.steps.map(\.traffic)
            let all = whole.outside.traffic
            for way in [\Traffic.up, \Traffic.down] {
                for figure in [
                    \TrafficCounts.packets, \.wireBytes, \.ipBytes, \.payloadBytes, \.uniquePayloadBytes,
                ] {
                    let path = way.appending(path: figure)
                    #expect(parts.reduce(0) { $0 + $1[keyPath: path] } == all[keyPath: path], "\(capture.name)")
                }
            }
            Self.expectBreakdowns(of: cut, capture.name)
            expectTimeline(of: cut, capture.name)
            compared += 1
        }
        #expect(compared + refused.count == ReferenceCapture.all.count && compared > 0)
        // Of a version that doesn't exist: the reference has no packet of it either.
        #expect(refused == ["libpcap__pcap-invalid-version-1.pcap"])
        print("conservation: \(compared) reference captures replayed whole and in steps; refused: \(refused)")
    }

    /// Each list of each section adds up to the section's hosts, and the steps' lists add up to those of the whole, key by key.
    private static func expectBreakdowns(of cut: JourneyMeasurement, _ name: String) {
        var keys: [String: Traffic] = [:]
        for (hosts, breakdown) in cut.steps.map({ ($0.hosts, $0.breakdown) }) + [
            (cut.outside.hosts, cut.outside.breakdown)
        ] {
            let sum = hosts.reduce(into: Traffic.zero) { $0 += $1.traffic }
            for (list, groups) in lists(breakdown) {
                #expect(groups.reduce(into: Traffic.zero) { $0 += $1.traffic } == sum, "\(name): \(list)")
                for group in groups { keys["\(list) \(group.key)", default: .zero] += group.traffic }
            }
        }
        for (list, groups) in lists(cut.breakdown) {
            for group in groups {
                #expect(keys.removeValue(forKey: "\(list) \(group.key)") == group.traffic, "\(name): \(list)")
            }
        }
        #expect(keys.isEmpty, "\(name)")
    }

    private static func lists(_ breakdown: Breakdown?) -> [(String, [GroupTraffic])] {
        guard let breakdown else { return [] }
        return [
            ("party", breakdown.parties), ("purpose", breakdown.purposes), ("transport", breakdown.transports),
            ("version", breakdown.ipVersions), ("app", breakdown.apps ?? []),
        ].filter { $0.0 != "app" || breakdown.apps != nil }
    }

    @Test("a compressed capture gives the same figures", arguments: ["gzip", "zstd", "lz4"])
    func compressed(_ program: String) throws {
        let walk = RecordedWalk.all[0]
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let packed = folder.appending(path: "capture.pcapng.\(program)")
        try run(program, ["-c", walk.capture]).output.write(to: packed)
        var one = try Replay(captures: [walk.capture], conditions: walk.conditions(), tool: .ecoproxy).measurement
        var other = try Replay(captures: [packed.path], conditions: walk.conditions(), tool: .ecoproxy).measurement
        #expect(one.sources[0].sha256 != other.sources[0].sha256, "the hash is of the file as it is stored")
        (one.sources, other.sources) = ([], [])
        #expect(one == other)
    }

    @Test("a capture cut anywhere is measured up to there", arguments: 0..<12)
    func cut(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let whole = try Data(contentsOf: URL(filePath: RecordedWalk.all[1].capture))
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "cut.pcapng")
        // Behind the headers of section and interface.
        try whole.prefix(Int.random(in: 400..<whole.count, using: &dice)).write(to: file)
        let measurement = try Replay(captures: [file.path], tool: .ecoproxy).measurement
        let packets = try ObservedPacket.all(file.path)
        #expect(measurement.totals.packets == packets.count)
        #expect(measurement.totals.ipBytes == packets.reduce(0) { $0 + $1.ipBytes })
        let codes = measurement.quality.warnings.map(\.code)
        #expect(codes.contains(.captureCut))
        #expect(measurement.quality.grade == .untrusted)
    }
}
