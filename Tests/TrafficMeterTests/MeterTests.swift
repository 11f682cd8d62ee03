import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// The whole way against tshark's answers, for every reference capture.
@Suite struct MeterTests {
    /// Its clock stands in the year 586524, beyond what `Timestamp` holds: such packets count as packets without time.
    static let beyondTime = ["pcpp__pcapng-example.pcapng.zst"]

    @Test("totals equal the reference", .reference, arguments: ReferenceCapture.all)
    func totals(_ capture: ReferenceCapture) throws {
        let found = try Metering(capture.file.path).meter.totals
        let expected = try #require(capture.oracle()["totals"] as? [String: Any])
        #expect(found.packets == expected["packets"] as? Int)
        #expect(found.wireBytes == expected["wire_bytes"] as? Int)
        #expect(found.capturedBytes == expected["captured_bytes"] as? Int)
        #expect(found.truncatedPackets == expected["truncated_packets"] as? Int)
        if !Self.beyondTime.contains(capture.name) {
            #expect(found.first?.epochDescription == expected["first_ts"] as? String)
            #expect(found.last?.epochDescription == expected["last_ts"] as? String)
        }
    }

    @Test("flows equal the reference in every column, by either view", .reference, arguments: ReferenceCapture.all)
    func flows(_ capture: ReferenceCapture) throws {
        let columns = Self.beyondTime.contains(capture.name) ? 13 : 15
        let oracle = try capture.oracle()
        let inner = try #require(oracle["inner"] as? [String: Any])
        for (view, answer) in [(PacketMeterView.inner, inner), (.outer, oracle["outer"] as? [String: Any] ?? inner)] {
            let metering = try Metering(capture.file.path, view: view)
            let text = FlowCSV.text(metering.meter, ends: DeviceEnds(of: metering.meter.flows))
            let found = text.split(separator: "\r\n").map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).prefix(columns).map(String.init)
            }
            let names = try #require(found.first)
            let expected = try #require(answer["flows"] as? [[String: Any]]).map { flow in
                names.map { flow[$0].map { $0 is NSNull ? "" : "\($0)" } ?? "" }
            }
            #expect(Array(found.dropFirst()) == expected, "\(view)")
            #expect(Self.otherSums(metering) == Self.otherSums(answer), "\(view)")
        }
    }

    @Test("the comparison leaves no capture out", .reference)
    func count() throws {
        let folder = try #require(Repository.shared).appending(path: "corpus")
        let answers = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".oracle.json")
        }
        #expect(ReferenceCapture.all.count == answers.count)
        print("reference captures: \(answers.count) compared in totals, and flow by flow in both views")
    }

    @Test("every packet is counted once", .reference, arguments: ReferenceCapture.all)
    func conservation(_ capture: ReferenceCapture) throws {
        for view in PacketMeterView.allCases {
            let metering = try Metering(capture.file.path, view: view)
            let totals = metering.meter.totals
            #expect(metering.sum.packets == totals.packets)
            #expect(metering.sum.wireBytes == totals.wireBytes)
            #expect(metering.sum.ipBytes == totals.ipBytes)
            #expect(metering.sum.payloadBytes == totals.payloadBytes)
            #expect(metering.sum.uniquePayloadBytes <= totals.payloadBytes)
        }
    }

    @Test("server names in the flow table are among those that tshark finds", .reference)
    func names() throws {
        var agreeing = 0
        for capture in ReferenceCapture.all {
            let metering = try Metering(capture.file.path)
            let expected = try capture.oracle()["names"] as? [String: Any]
            let hellos = try #require(expected?["tls"] as? [[String: Any]])
            let names = Set(hellos.flatMap { $0["sni"] as? [String] ?? [] }.map { $0.lowercased() })
            for flow in metering.flows(.tcp) {
                let name = metering.meter.name(of: flow)
                guard name.source == .sni else { continue }
                #expect(names.contains(name.name ?? ""), "\(capture.name): \(name.name ?? "")")
                agreeing += 1
            }
        }
        print("server names: \(agreeing) flows named by their ClientHello, all as tshark names them")
        #expect(agreeing > 100)
    }

    @Test("DNS answers give the addresses that tshark reads", .reference)
    func answers() throws {
        var agreeing = 0
        for capture in ReferenceCapture.all {
            let metering = try Metering(capture.file.path)
            let expected = try capture.oracle()["names"] as? [String: Any]
            let map = try #require(expected?["dns_address_to_queried_names"] as? [String: [String]])
            for flow in metering.flows(.tcp) + metering.flows(.udp) {
                let name = metering.meter.name(of: flow)
                guard name.source == .dns, let text = name.name else { continue }
                let known = (map["\(flow.a.address)"] ?? []) + (map["\(flow.b.address)"] ?? [])
                #expect(known.map { $0.lowercased() }.contains(text), "\(capture.name): \(text)")
                agreeing += 1
            }
        }
        #expect(agreeing > 50)
    }

    /// Captures of every kind there is: recorded, drawn by hand, and the reference where it is there.
    private static func seeds() throws -> [[UInt8]] {
        let recorded = ["demo", "curl-ipv6"].map {
            Repository.root.appending(path: "captures/\($0)/capture.pcapng")
        }
        let drawn = (Encapsulated.tunnels + Encapsulated.links).map { given in
            var builder = CaptureBuilder()
            builder.pcapHeader(linkType: given.linkType)
            for second in 0..<3 { builder.pcapRecord(seconds: second, fraction: 0, given.packet) }
            return builder.bytes
        }
        let stored = try (recorded + ReferenceCapture.all.map(\.file)).map { file in
            // The beginning has every structure of the file in it.
            Array(try Data(contentsOf: file).prefix(8192))
        }
        return drawn + stored
    }

    @Test("thousands of damaged captures neither stop the program nor lose a packet that was counted")
    func damaged() throws {
        var dice = SeededGenerator(seed: 11)
        let folder = try TemporaryFolder()
        var runs = 0
        for seed in try Self.seeds() {
            for _ in 0..<40 {
                var bytes = seed
                for _ in 0..<Int.random(in: 1...12, using: &dice) {
                    let place = Int.random(in: 0..<bytes.count, using: &dice)
                    // Bytes that lengths and counts turn on, as often as any other.
                    bytes[place] =
                        [0, 1, 4, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &dice)].randomElement(using: &dice) ?? 0
                }
                if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice)) }
                let metering = try Metering(folder.write("damaged", Data(bytes)), view: runs % 2 == 0 ? .inner : .outer)
                #expect(metering.sum.packets == metering.meter.totals.packets)
                #expect(metering.sum.wireBytes == metering.meter.totals.wireBytes)
                runs += 1
            }
        }
        print("damaged captures: \(runs) read to their end")
        #expect(runs > 2000)
    }

    /// Packets and wire bytes of other IP, then of non-IP.
    private static func otherSums(_ metering: Metering) -> [Int] {
        [PacketRecord.Kind.otherIP, .nonIP].flatMap { kind in
            let sum = metering.flows(kind).reduce(TrafficCounts.zero) { $0 + $1.both }
            return [sum.packets, sum.wireBytes]
        }
    }

    private static func otherSums(_ answer: [String: Any]) -> [Int] {
        let sum = { (list: String, keys: [String]) in
            (answer[list] as? [[String: Any]] ?? []).reduce(0) { total, entry in
                total + keys.reduce(0) { $0 + (entry[$1] as? Int ?? 0) }
            }
        }
        return [
            sum("other", ["a2b_packets", "b2a_packets"]), sum("other", ["a2b_wire_bytes", "b2a_wire_bytes"]),
            sum("non_ip", ["packets"]), sum("non_ip", ["wire_bytes"]),
        ]
    }
}
