import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

/// The flows of one app alone.
@Suite struct MeterSelectionTests {
    /// A capture's meter with the app chosen.
    private static func meter(_ path: String, app: String) throws -> Meter {
        var set = try CaptureSet(paths: [path])
        var meter = Meter()
        meter.add(allOf: &set) { _ in SliceStretch(slice: 0) }
        meter.finish()
        meter.name(apps: set.files.flatMap(\.appNames))
        try meter.select(app: app)
        return meter
    }

    private static func kept(_ meter: Meter) -> TrafficCounts {
        var kept = TrafficCounts.zero
        for flow in meter.flows { meter.forEachMeasuredSlice(of: flow) { kept += $0.aToB + $0.bToA } }
        return kept
    }

    /// Captures that name apps, and in how many ways each app may be asked for: the packets of each are in the reference.
    static let labelled = ["derived__pcapdroid-trailer.pcap", "derived__pcapdroid-uidmap.pcapng"]

    @Test("an app is kept by number, name or package, with the packets of its marks", .reference, arguments: labelled)
    func apps(_ name: String) throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == name })
        let marks = try #require(capture.oracle()["pcapdroid_apps"] as? [[String: Any]])
        let whole = try Metering(capture.file.path).meter
        for mark in marks {
            let uid = try #require(mark["uid"] as? Int)
            let app = try #require(Self.meter(capture.file.path, app: String(uid)).appTraffic.first { $0.uid == uid })
            for text in [String(uid), app.name, app.name?.uppercased(), app.package, app.package?.uppercased()] {
                guard let text else { continue }
                let meter = try Self.meter(capture.file.path, app: text)
                let (kept, leftOut) = (Self.kept(meter), meter.leftOut)
                #expect(kept.packets == mark["packets"] as? Int, "\(text)")
                #expect(kept.wireBytes == mark["wire_bytes"] as? Int, "\(text)")
                let sum = kept + leftOut
                #expect(sum.packets == whole.totals.packets)
                #expect(sum.wireBytes == whole.totals.wireBytes)
                #expect(sum.ipBytes == whole.totals.ipBytes)
                #expect(sum.payloadBytes == whole.totals.payloadBytes)
                #expect(leftOut.packets > 0)
                #expect(meter.flows.filter(meter.measures).reduce(0) { $0 + $1.both.packets } == kept.packets)
            }
        }
        #expect(marks.count == 2)
    }

    @Test("an app that no packet is of is refused, with those that there are", .reference, arguments: labelled)
    func unknown(_ name: String) throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == name })
        let known = try Self.meter(capture.file.path, app: "browser").appTraffic.map(\.label)
        for text in ["sante", "10999", "", "brows"] {
            let error = #expect(throws: SelectionError.self) { try Self.meter(capture.file.path, app: text) }
            #expect(error?.problem == .unknownApp(known))
            for label in known { #expect(error?.description.contains(label) == true) }
        }
    }

    @Test("a capture that says nothing of apps is refused")
    func unlabelled() throws {
        let capture = Repository.root.appending(path: "captures/curl-ipv6/capture.pcapng").path
        let error = #expect(throws: SelectionError.self) { try Self.meter(capture, app: "browser") }
        #expect(error?.problem == .noApps)
    }

    @Test("every packet of every capture is kept or left out, whatever is selected", .reference)
    func conservation() throws {
        let texts = ["tcp", "udp", "192.168.0.0/16", "::/0", "0.0.0.0/0"]
        for capture in ReferenceCapture.all {
            for text in texts {
                let metering = try Metering([capture.file.path], selection: PacketSelection([text]))
                let totals = metering.meter.totals
                let sum = Self.kept(metering.meter) + metering.meter.leftOut
                #expect(sum.packets == totals.packets, "\(capture.name): \(text)")
                #expect(sum.wireBytes == totals.wireBytes, "\(capture.name): \(text)")
                #expect(sum.ipBytes == totals.ipBytes, "\(capture.name): \(text)")
                #expect(sum.payloadBytes == totals.payloadBytes, "\(capture.name): \(text)")
            }
        }
    }
}
