import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// Several captures as one, against mergecap.
@Suite struct CaptureSetTests {
    private static let demo = Repository.root.appending(path: "captures/demo/capture.pcapng").path
    private static let curl = Repository.root.appending(path: "captures/curl-ipv6/capture.pcapng").path

    /// The flow table, a line a flow, and the sums.
    private static func outcome(_ paths: [String]) throws -> (flows: [[String: String]], totals: Totals) {
        let metering = try Metering(paths)
        #expect(metering.error == nil)
        return (metering.flowLines, metering.meter.totals)
    }

    @Test("the parts of a ring buffer give what the whole gives, in whatever order they are named")
    func ring() throws {
        let folder = try TemporaryFolder()
        #expect(try run("editcap", ["-c", "50", Self.demo, folder["part.pcapng"]]).status == 0)
        let parts = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted().map { folder[$0] }
        #expect(parts.count > 10)
        let whole = try Self.outcome([Self.demo])
        for order in [parts, parts.reversed(), Array(parts[3...] + parts[..<3])] {
            #expect(try Self.outcome(order) == whole)
            // Parts that follow one another are one point of capture: nothing in them is captured twice.
            #expect(try Metering(order, removesDuplicates: true).meter.duplicates.packets == 0)
        }
    }

    @Test("captures of one time are interleaved as mergecap does, whatever their format and compression")
    func interleaved() throws {
        let folder = try TemporaryFolder()
        // Every second packet in one file, all others in another: neither is whole without the other.
        let (client, others) = (folder["client.pcap"], folder["others.pcapng"])
        #expect(
            try run("tshark", ["-r", Self.demo, "-Y", "frame.number%2==0", "-F", "pcap", "-w", client]).status == 0)
        #expect(try run("tshark", ["-r", Self.demo, "-Y", "frame.number%2==1", "-w", others]).status == 0)
        #expect(try run("gzip", [client]).status == 0)
        let merged = folder["merged.pcapng"]
        #expect(try run("mergecap", ["-w", merged, client + ".gz", others]).status == 0)
        let expected = try Self.outcome([merged])
        #expect(try Self.outcome([client + ".gz", others]) == expected)
        #expect(try Self.outcome([others, client + ".gz"]).totals == expected.totals)
    }

    @Test("the same capture twice is one, where duplicates are left out; datagrams whose payload isn't stored stay")
    func twice() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Self.demo, toPath: folder["again.pcapng"])
        let metering = try Metering([Self.demo, folder["again.pcapng"]], removesDuplicates: true)
        let one = try Metering(Self.demo)
        let tcp = one.flows(.tcp).reduce(TrafficCounts.zero) { $0 + $1.both }
        #expect(metering.flows(.tcp).reduce(TrafficCounts.zero) { $0 + $1.both } == tcp)
        let quic = one.flows(.udp).reduce(0) { $0 + $1.both.packets }
        #expect(metering.meter.duplicates.packets >= tcp.packets)
        #expect(metering.meter.duplicates.packets <= tcp.packets + quic)
        #expect(metering.sum.packets + metering.meter.duplicates.packets == 2 * one.meter.totals.packets)
    }

    @Test("captures of different times and machines add up")
    func sum() throws {
        let (one, other) = (try Self.outcome([Self.demo]), try Self.outcome([Self.curl]))
        let both = try Self.outcome([Self.demo, Self.curl])
        #expect(both.flows.count == one.flows.count + other.flows.count)
        #expect(both.totals.packets == one.totals.packets + other.totals.packets)
        #expect(both.totals.wireBytes == one.totals.wireBytes + other.totals.wireBytes)
        #expect(
            both.totals.first
                == min(one.totals.first ?? .init(nanoseconds: 0), other.totals.first ?? .init(nanoseconds: 0)))
    }

    @Test("a file that is damaged is told, and costs the others nothing")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let cut = try folder.write("cut.pcapng", try Data(contentsOf: URL(filePath: Self.curl)).dropLast(3))
        let lost = try Metering(cut).meter.totals.packets
        var captures = try CaptureSet(paths: [cut, Self.demo])
        var meter = Meter()
        meter.add(allOf: &captures) { _ in SliceStretch(slice: 0) }
        #expect(captures.files.map { $0.damage?.isCut } == [true, nil])
        #expect(meter.totals.packets == lost + (try Self.outcome([Self.demo]).totals.packets))
    }

    @Test("packets without a time come at once, those of one file never change places")
    func timeless() throws {
        let folder = try TemporaryFolder()
        var files: [String] = []
        for (name, times) in [("a", [5, 3, 9]), ("b", [4, 4, 8])] {
            var builder = CaptureBuilder()
            builder.pcapHeader()
            for (index, time) in times.enumerated() {
                builder.pcapRecord(seconds: time, fraction: index, [UInt8](repeating: 0, count: 20))
            }
            files.append(try folder.write(name, Data(builder.bytes)))
        }
        var captures = try CaptureSet(paths: files)
        var order: [Int64] = []
        captures.forEach { order.append(($0.timestamp?.nanoseconds ?? 0) / 1000) }
        // b's two fours, then a's five and three, as a's head is five until then.
        #expect(order == [4_000_000, 4_000_001, 5_000_000, 3_000_001, 8_000_002, 9_000_002])
    }
}
