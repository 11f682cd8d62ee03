import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// What a recording keeps is enough: the replay of its bundle says what the replay of the full capture does.
@Suite struct RecordingTests {
    /// The captures whose flows have a name only in requests, which aren't kept: hosts and what follows from their names differ.
    private static let namedByRequests: Set<String> = []

    @Test("the replay of a trimmed bundle equals the replay of the full capture", .reference, arguments: ReferenceCapture.all)
    func trimmed(_ capture: ReferenceCapture) throws {
        try compare(capture.file.path, keepsPayload: false, name: capture.name)
    }

    @Test("the replay of a whole bundle equals the replay of the full capture", .reference, arguments: ReferenceCapture.all)
    func whole(_ capture: ReferenceCapture) throws {
        try compare(capture.file.path, keepsPayload: true, name: capture.name)
    }

    private func compare(_ path: String, keepsPayload: Bool, name: String) throws {
        let folder = try TemporaryFolder()
        guard let expected = try? Replay(captures: [path], tool: .ecoproxy) else { return }  // no capture, or none that is supported
        let bundle = RunBundle(path: folder["run"])
        try bundle.create()
        // A stream isn't decompressed: what is compressed goes through the program that made it.
        let stream = try plain(path, in: folder)
        var recording = try Recording(into: bundle, keepsPayload: keepsPayload, tool: .ecoproxy)
        var source = try StreamCapture(.pipe(stream))
        var time = Timestamp(nanoseconds: 0)
        // A damaged capture ends its recording with the error that a replay of it names.
        try? recording.run(
            from: &source,
            clock: {
                time = Timestamp(nanoseconds: time.nanoseconds + 1_000_000)
                return time
            }, until: { false }, view: { _ in })
        let found = try Replay(captures: bundle.captures, tool: .ecoproxy)
        #expect(comparable(found.measurement) == comparable(expected.measurement), "\(name)")
        #expect(
            FlowCSV.text(found.meter, ends: found.ends) == FlowCSV.text(expected.meter, ends: expected.ends),
            "\(name)")
    }

    private func plain(_ path: String, in folder: TemporaryFolder) throws -> String {
        let tools = [".gz": "gzip", ".zst": "zstd", ".lz4": "lz4"]
        guard let tool = tools.first(where: { path.hasSuffix($0.key) })?.value else { return path }
        let result = try run(tool, ["-dc", path])
        try result.output.write(to: URL(filePath: folder["plain"]))
        return folder["plain"]
    }

    /// All of a Measurement but what is of the file itself: its length, its hash, its damage.
    private func comparable(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        var measurement = measurement
        measurement.sources = []
        measurement.totals.capturedBytes = 0
        measurement.totals.truncatedPackets = 0
        let ofFile: Set<Caveat.Code> = [.packetsTruncated, .captureCut, .captureDamaged]
        measurement.quality.warnings.removeAll { ofFile.contains($0.code) }
        measurement.quality.grade = .good
        return measurement
    }
}
