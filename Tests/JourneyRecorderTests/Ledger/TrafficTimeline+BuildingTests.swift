import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

@Suite struct TrafficTimelineTests {
    private static let demo = Repository.root.appending(path: "captures/demo")

    @Test("the demonstration's bytes are where tshark sees them, in each quarter of a second and direction")
    func tsharkAgrees() throws {
        let capture = Self.demo.appending(path: "capture.pcapng").path
        let measurement = try Replay(captures: [capture], tool: .ecoproxy).measurement
        let timeline = try #require(measurement.timeline)
        #expect(timeline.start == measurement.totals.first && timeline.binSeconds == 0.25)
        var expected = [[Int]](repeating: [0, 0], count: timeline.bins)
        for row in try tshark(
            capture, fields: ["frame.time_relative", "ip.len", "ip.src", "ipv6.plen", "ipv6.src"],
            filter: "(tcp or udp) and not icmp and not icmpv6")
        {
            let seconds = try #require(Double(row[0]))
            let bytes = (Int(row[1]) ?? 0) + (Int(row[3]).map { $0 + 40 } ?? 0)
            let isUp = measurement.device.addresses.contains(row[2].isEmpty ? row[4] : row[2])
            expected[Int(seconds / 0.25)][isUp ? 0 : 1] += bytes
        }
        let connections = timeline.series.filter { $0.party != nil }
        let found = (0..<timeline.bins).map { bin in
            [connections.reduce(0) { $0 + $1.up[bin] }, connections.reduce(0) { $0 + $1.down[bin] }]
        }
        #expect(found == expected)
    }

    @Test("each party has in all as much as its hosts")
    func parties() throws {
        let bundle = RunBundle(path: Self.demo.path)
        let journey = try JourneyFile.parse(
            try bundle.read(.journey), name: "journey.yaml")
        let measurement = try Replay(
            captures: bundle.captures,
            conditions: Replay.Conditions(journey: (journey, ContentHasher.hash(of: Data()))), tool: .ecoproxy
        ).measurement
        let timeline = try #require(measurement.timeline)
        #expect(timeline.series.count > 2)
        for series in timeline.series {
            let traffic = series.party.map { party in
                measurement.hosts.filter { $0.party == party }.reduce(into: Traffic.zero) { $0 += $1.traffic }
            }
            #expect(series.up.reduce(0, +) == (traffic ?? measurement.otherIP).up.ipBytes)
            #expect(series.down.reduce(0, +) == (traffic ?? measurement.otherIP).down.ipBytes)
        }
    }
}
