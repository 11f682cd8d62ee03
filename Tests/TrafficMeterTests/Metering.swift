import Documents
import Foundation
import TestSupport

@testable import TrafficMeter

/// What a meter makes of a capture, and the error that ended it.
struct Metering {
    var meter: Meter
    var error: CaptureFileError?
    var interfaces: [CaptureInterface]

    init(
        _ paths: [String], view: PacketMeterView = .inner, limits: MeterLimits = MeterLimits(),
        removesDuplicates: Bool = false, selection: PacketSelection? = nil
    ) throws {
        meter = Meter(view: view, limits: limits, removesDuplicates: removesDuplicates, selection: selection)
        interfaces = []
        var captures: CaptureSet
        do throws(CaptureFileError) {
            captures = try CaptureSet(paths: paths)
        } catch {
            self.error = error
            return
        }
        meter.add(allOf: &captures) { _ in SliceStretch(slice: 0) }
        meter.finish()
        error = captures.files.lazy.compactMap(\.damage).first
        interfaces = captures.files.flatMap(\.interfaces)
    }

    init(_ path: String, view: PacketMeterView = .inner, limits: MeterLimits = MeterLimits()) throws {
        try self.init([path], view: view, limits: limits)
    }

    /// Writes bytes to a file of their own first.
    init(
        bytes: [UInt8], view: PacketMeterView = .inner, limits: MeterLimits = MeterLimits(),
        selection: PacketSelection? = nil
    ) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "capture")
        try Data(bytes).write(to: file)
        try self.init([file.path], view: view, limits: limits, selection: selection)
    }

    /// A classic capture of the packets given, a second apart.
    init(packets: [[UInt8]], linkType: Int = 1, selection: PacketSelection? = nil) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: linkType)
        for (index, packet) in packets.enumerated() { builder.pcapRecord(seconds: index, fraction: 0, packet) }
        try self.init(bytes: builder.bytes, selection: selection)
    }

    /// The flow table, a line a flow, by column.
    var flowLines: [[String: String]] {
        let lines = FlowCSV.text(meter, ends: DeviceEnds(of: meter.flows)).split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// Sums over all flows, other IP and non-IP frames.
    var sum: TrafficCounts { meter.flows.reduce(.zero) { $0 + $1.both } }

    func flows(_ kind: PacketRecord.Kind) -> [Flow] { meter.flows.filter { $0.kind == kind } }
}

extension ReferenceCapture {
    /// The answers by view; the outer one's are the inner one's where the reference says so.
    func views() throws -> [(PacketMeterView, [String: Any])] {
        let oracle = try oracle()
        let inner = oracle["inner"] as? [String: Any] ?? [:]
        return [(.inner, inner), (.outer, oracle["outer"] as? [String: Any] ?? inner)]
    }
}
