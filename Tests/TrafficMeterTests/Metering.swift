import Documents
import Foundation
import TestSupport

@testable import TrafficMeter

/// What a meter makes of a capture, and the error that ended it.
struct Metering {
    var meter: Meter
    var error: CaptureFileError?
    var interfaces: [CaptureInterface]

    init(_ path: String, view: PacketMeterView = .inner, limits: MeterLimits = MeterLimits()) throws {
        meter = Meter(view: view, limits: limits)
        interfaces = []
        var reader: CaptureReader
        do throws(CaptureFileError) {
            reader = try CaptureReader(path: path)
        } catch {
            self.error = error
            return
        }
        do throws(CaptureFileError) {
            try meter.add(allOf: &reader) { _ in 0 }
        } catch {
            self.error = error
        }
        meter.finish()
        interfaces = reader.interfaces
    }

    /// Writes bytes to a file of their own first.
    init(bytes: [UInt8], view: PacketMeterView = .inner, limits: MeterLimits = MeterLimits()) throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "capture")
        try Data(bytes).write(to: file)
        try self.init(file.path, view: view, limits: limits)
    }

    /// A classic capture of the packets given, a second apart.
    init(packets: [[UInt8]], linkType: Int = 1) throws {
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: linkType)
        for (index, packet) in packets.enumerated() { builder.pcapRecord(seconds: index, fraction: 0, packet) }
        try self.init(bytes: builder.bytes)
    }

    /// Sums over all flows, other IP and non-IP frames.
    var sum: TrafficCounts { meter.flows.reduce(.zero) { $0 + $1.both } }

    func flows(_ kind: PacketRecord.Kind) -> [Flow] { meter.flows.filter { $0.kind == kind } }
}
