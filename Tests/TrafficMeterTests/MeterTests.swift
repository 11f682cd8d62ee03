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
        var skipped: Set = [
            // Told apart by time, not by numbers: FlowTable+SegmentsTests.
            "tcp_retransmissions", "tcp_keepalives", "tcp_out_of_order",
        ]
        if Self.beyondTime.contains(capture.name) { skipped.formUnion(["first_ts", "last_ts"]) }
        for (view, answer) in try capture.views() {
            let metering = try Metering(capture.file.path, view: view)
            let flows = metering.flowLines
            let expected = try #require(answer["flows"] as? [[String: Any]])
            #expect(flows.count == expected.count, "\(view)")
            for (found, flow) in zip(flows, expected) {
                for (column, value) in flow where !skipped.contains(column) && found[column] != nil {
                    #expect(found[column] == (value is NSNull ? "" : "\(value)"), "\(view), \(column) of \(found)")
                }
            }
            #expect(Self.others(metering) == Self.others(answer), "\(view)")
        }
    }

    @Test("five equal slices of time carry what the reference says", .reference, arguments: ReferenceCapture.all)
    func slices(_ capture: ReferenceCapture) throws {
        guard !Self.beyondTime.contains(capture.name) else { return }
        let expected = try #require(capture.oracle()["equal_steps"] as? [[String: Any]])
        let starts = expected.compactMap { $0["from_ns"] as? Int64 }
        var captures: CaptureSet
        do throws(CaptureFileError) { captures = try CaptureSet(paths: [capture.file.path]) } catch { return }
        var meter = Meter()
        meter.add(allOf: &captures) { time in
            SliceStretch(
                slice: starts.lastIndex { $0 <= time.nanoseconds } ?? -1, moments: time.nanoseconds...time.nanoseconds)
        }
        meter.finish()
        var found = [TrafficCounts](repeating: .zero, count: starts.count)
        for flow in meter.flows {
            meter.flows.forEachSlice(of: flow) { slice in
                if slice.slice >= 0 { found[slice.slice] += slice.aToB + slice.bToA }
            }
        }
        #expect(found.map(\.packets) == expected.compactMap { $0["packets"] as? Int })
        #expect(found.map(\.wireBytes) == expected.compactMap { $0["wire_bytes"] as? Int })
    }

    @Test("the short way of plain packets and the long way give the same", arguments: PacketMeterView.allCases)
    func ways(_ view: PacketMeterView) throws {
        var plain = 0
        let recorded = ["demo", "curl-ipv6"].map { Repository.root.appending(path: "captures/\($0)/capture.pcapng") }
        for file in recorded + ReferenceCapture.all.map(\.file) {
            let short = try Metering(file.path, view: view).meter
            guard var reader = try? CaptureReader(path: file.path) else { continue }
            var long = Meter(view: view)
            var counted = Meter(view: view)
            do throws(CaptureFileError) {
                while let packet = try reader.next() {
                    long.add(packet)
                    var run = PlainRun(&counted, SliceStretch(slice: 0))
                    if run.add(packet) { plain += 1 } else { counted.add(packet) }
                    run.settle(&counted)
                }
            } catch {}
            long.finish()
            counted.finish()
            for meter in [short, counted] {
                #expect(meter.totals == long.totals, "\(file.lastPathComponent)")
                #expect(meter.oddities == long.oddities, "\(file.lastPathComponent)")
                let ends = DeviceEnds(of: long.flows)
                #expect(FlowCSV.text(meter, ends: ends) == FlowCSV.text(long, ends: ends), "\(file.lastPathComponent)")
            }
        }
        #expect(plain > 1000)
        print("plain packets, \(view) view: \(plain) went the short way")
    }

    @Test("packets and wire bytes by app are those that PCAPdroid's marks say", .reference)
    func apps() throws {
        var named = 0
        for capture in ReferenceCapture.all {
            let expected = try #require(capture.oracle()["pcapdroid_apps"] as? [[String: Any]]).map {
                AppTraffic(
                    uid: $0["uid"] as? Int ?? 0, name: $0["app"] as? String, packets: $0["packets"] as? Int ?? 0,
                    wireBytes: $0["wire_bytes"] as? Int ?? 0)
            }
            #expect(try Metering(capture.file.path).meter.appTraffic == expected, "\(capture.name)")
            named += expected.count
        }
        #expect(named > 0)
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

    /// How many flows of which capture ask for a server by nothing but its address, so that there is no name to find.
    static let addressed = [
        "pcpp__http-packets.pcap": 12, "ndpi__telegram.pcap": 5, "derived__quic-cut-mid-block.pcapng": 3,
        "ndpi__quic_interop_V.pcapng": 3, "derived__android.pcap.gz": 2, "ndpi__android.pcap": 2,
    ]

    @Test(
        "every flow whose greeting names a host, as tshark reads it, bears one of those names; a Host that is an address is none",
        .reference)
    func greetings() throws {
        var agreeing = 0
        var addressed: [String: Int] = [:]
        var sources: [String: Int] = [:]
        for capture in ReferenceCapture.all {
            let found = try Dictionary(
                Metering(capture.file.path).flowLines.map { (Self.ends($0), $0) }, uniquingKeysWith: { one, _ in one })
            let lines = try capture.flows()
            for line in lines.dropFirst() {
                let expected = Dictionary(zip(lines[0], line), uniquingKeysWith: { one, _ in one })
                let hosts = (expected["hosts"] ?? "").lowercased().split(separator: " ").map { host in
                    String(host.firstMatch(of: /^(.+?):[0-9]+$/)?.1 ?? host)
                }
                if hosts.isEmpty { continue }
                guard hosts.contains(where: { IPAddress($0) == nil }) else {
                    addressed[capture.name, default: 0] += 1
                    continue
                }
                let flow = try #require(found[Self.ends(expected)])
                #expect(hosts.contains(flow["name"] ?? ""), "\(capture.name): \(hosts) of \(flow)")
                #expect((flow["names"] ?? "").split(separator: " ").first.map(String.init) == flow["name"])
                sources[flow["name_source"] ?? "", default: 0] += 1
                agreeing += 1
            }
        }
        print("hosts: \(agreeing) flows bear tshark's name (\(sources)); by address alone: \(addressed)")
        #expect(addressed == Self.addressed)
        #expect(agreeing == 422)
    }

    private static func ends(_ line: [String: String]) -> [String] {
        [line["proto"] ?? ""]
            + ["a", "b"].map { "\(line["\($0)_ip"] ?? "") \(line["\($0)_port"] ?? "")" }.sorted()
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
                // Multicast DNS isn't in the reference.
                guard name.source == .dns, let text = name.name, !text.hasSuffix(".local") else { continue }
                let known = (map["\(flow.a.address)"] ?? []) + (map["\(flow.b.address)"] ?? [])
                #expect(known.map { $0.lowercased() }.contains(text), "\(capture.name): \(text)")
                agreeing += 1
            }
        }
        #expect(agreeing > 25)
    }

    /// Captures of every kind there is: recorded, drawn by hand, and the reference where it is there.
    private static func seeds() throws -> [[UInt8]] {
        let recorded = ["demo", "curl-ipv6"].map {
            Repository.root.appending(path: "captures/\($0)/capture.pcapng")
        }
        let drawn = (Encapsulated.all).map { given in
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

    /// Packets and bytes of other IP by protocol and direction, and of non-IP by kind.
    private static func others(_ metering: Metering) -> [String: [Int]] {
        var found: [String: [Int]] = [:]
        for flow in metering.flows(.otherIP) {
            for (source, target, counts) in [(flow.a, flow.b, flow.aToB), (flow.b, flow.a, flow.bToA)] {
                add(
                    [counts.packets, counts.wireBytes, counts.ipBytes], &found,
                    "\(flow.protocolNumber) \(source.address) \(target.address)")
            }
        }
        for flow in metering.flows(.nonIP) {
            let kind = NonIPKind(rawValue: flow.protocolNumber)
            add(
                [flow.both.packets, flow.both.wireBytes], &found,
                kind == .arp ? "arp" : kind == .undecodableIP ? "ip-undecodable" : "other")
        }
        return found
    }

    private static func others(_ answer: [String: Any]) -> [String: [Int]] {
        var found: [String: [Int]] = [:]
        for entry in answer["other"] as? [[String: Any]] ?? [] {
            for (source, target, way) in [("a_ip", "b_ip", "a2b"), ("b_ip", "a_ip", "b2a")] {
                add(
                    ["packets", "wire_bytes", "ip_bytes"].map { entry["\(way)_\($0)"] as? Int ?? 0 }, &found,
                    "\(entry["ip_proto"] ?? "") \(entry[source] ?? "") \(entry[target] ?? "")")
            }
        }
        for entry in answer["non_ip"] as? [[String: Any]] ?? [] {
            add(["packets", "wire_bytes"].map { entry[$0] as? Int ?? 0 }, &found, entry["kind"] as? String ?? "")
        }
        return found
    }

    private static func add(_ figures: [Int], _ table: inout [String: [Int]], _ key: String) {
        guard figures.contains(where: { $0 != 0 }) else { return }
        table[key] = table[key].map { zip($0, figures).map(+) } ?? figures
    }
}
