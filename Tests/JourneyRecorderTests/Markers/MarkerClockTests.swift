import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

@Suite struct MarkerClockTests {
    private static let demo = RecordedWalk.all[0]
    /// When the demonstration's capture has the first query for this name (tshark, `dns.qry.name`).
    private static let name = "sante-demo.test"

    /// The demonstration's markers, stamped by a clock that is so far behind, with sync markers at moments of the capture.
    private static func behind(_ nanoseconds: Int64, sync: [(time: Int64, text: String)]) throws -> MarkerLog {
        let log = try MarkerLog.parse(Data(contentsOf: URL(filePath: demo.path("markers.jsonl"))), name: "m")
        let markers =
            log.entries.map(\.marker)
            + sync.map { Marker(time: Timestamp(nanoseconds: $0.time), kind: .sync, text: $0.text, source: "t") }
        var moved = MarkerLog(name: "m")
        for var marker in markers.sorted(by: { $0.time < $1.time }) {
            marker.time.nanoseconds -= nanoseconds
            try moved.append(marker)
        }
        return moved
    }

    private static func firstQuery() throws -> Int64 {
        let rows = try tshark(
            demo.capture, fields: ["frame.time_epoch"], filter: "dns.qry.name == \"\(name)\" && dns.flags.response == 0"
        )
        let parts = try #require(rows.first?[0].split(separator: "."))
        return try #require(Int64(parts[0] + parts[1]))
    }

    @Test("a sync marker puts a walk back onto the capture's clock", .needs("tshark"), arguments: [2.5, -90, 0])
    func sync(_ seconds: Double) throws {
        let moment = try Self.firstQuery()
        let straight = try Timeline(Self.behind(0, sync: []), journey: nil)
        let offset = Int64(seconds * 1e9)
        let log = try Self.behind(offset, sync: [(moment, "dns:\(Self.name)")])
        let clock = try MarkerClock(log, captures: [Self.demo.capture])
        #expect(try Timeline(clock.markers, journey: nil) == straight)
        guard case .moved(offset, .event(.dnsQuery(Self.name), line: 2, uncertaintyNanoseconds: nil)) = clock.outcome
        else {
            Issue.record("\(clock.outcome)")
            return
        }
        let message = try #require(clock.caveat?.message)
        #expect(message.contains(seconds < 0 ? "-90.000000000 s" : "+\(seconds)"))
        #expect(clock.caveat?.code == .markersMoved)
    }

    @Test("a packet that isn't there is a warning, and the markers stay")
    func notFound() throws {
        let log = try Self.behind(0, sync: [(1_795_508_277_000_000_000, "ping:203.0.113.9")])
        let clock = try MarkerClock(log, captures: [Self.demo.capture])
        #expect(clock.markers.entries == log.entries)
        #expect(clock.caveat?.code == .syncNotFound)
        #expect(clock.caveat?.message.contains("203.0.113.9") == true)
        #expect(try MarkerClock(log, captures: ["-"]).outcome == .notLooked)
        #expect(try MarkerClock(log, captures: ["-"]).caveat?.code == .syncNotFound)
    }

    @Test("a name that was asked for again and again is a warning")
    func ambiguous() throws {
        func query(_ second: Int) -> (Int, [UInt8]) {
            let message = DNSBuilder.message(flags: 0x0100, questions: [DNSBuilder.question("a.example")])
            let packet = PacketBuilder.udp(from: 5000, to: 53, message)
            return (
                second,
                PacketBuilder.ethernet(
                    type: 0x0800, PacketBuilder.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 17, packet))
            )
        }
        var file = CaptureBuilder()
        file.pcapHeader()
        for (second, frame) in [query(100), query(200)] { file.pcapRecord(seconds: second, fraction: 0, frame) }
        let folder = try TemporaryFolder()
        let path = try folder.write("c.pcap", Data(file.bytes))
        var log = MarkerLog(name: "m")
        let time = Timestamp(nanoseconds: 97_000_000_000)
        try log.append(Marker(time: time, kind: .sync, text: "dns:a.example", source: "t"))
        let clock = try MarkerClock(log, captures: [path])
        let evidence = MarkerClock.Evidence.ambiguous(.dnsQuery("a.example"), line: 1, others: 1)
        #expect(clock.outcome == .moved(nanoseconds: 3_000_000_000, evidence))
        #expect(clock.caveat?.code == .syncAmbiguous)
    }

    @Test("a given offset counts before sync markers, and is said; none is nothing to say")
    func given() throws {
        let log = try Self.behind(0, sync: [(1_795_508_277_000_000_000, "ping:203.0.113.9")])
        let clock = try MarkerClock(log, offsetNanoseconds: -1_500_000_000, captures: ["-"])
        #expect(clock.outcome == .moved(nanoseconds: -1_500_000_000, .given))
        #expect(
            zip(clock.markers.entries, log.entries).allSatisfy {
                $0.marker.time.nanoseconds == $1.marker.time.nanoseconds - 1_500_000_000 && $0.line == $1.line
            })
        #expect(clock.caveat?.message.contains("-1.500000000 s") == true)
        #expect(try MarkerClock(log, offsetNanoseconds: 0, captures: []).caveat == nil)
        #expect(try MarkerClock(MarkerLog(name: "m"), offsetNanoseconds: 5, captures: []).outcome == .same)
        #expect(try MarkerClock(Self.behind(0, sync: []), captures: ["nowhere"]).caveat == nil, "nothing is looked for")
    }

    @Test(
        "an offset is seconds, with point or comma",
        arguments: [("2.5", 2_500_000_000), ("-0,25", -250_000_000), ("0", 0), ("x", nil), ("", nil), ("1e12", nil)]
            as [(String, Int64?)])
    func offsets(_ text: String, _ expected: Int64?) {
        #expect(MarkerClock.offset(text) == expected)
    }

    @Test("a time beyond the range is refused with its line")
    func overflow() throws {
        #expect(throws: MarkerError.self) {
            try MarkerClock(Self.behind(0, sync: []), offsetNanoseconds: .max, captures: [])
        }
    }
}
