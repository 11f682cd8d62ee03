import Documents
import Foundation
import TestSupport
import Testing
import TrafficMeter

@testable import JourneyRecorder

/// What a recording keeps is enough: the replay of its bundle says what the replay of the full capture does.
@Suite struct RecordingTests {
    /// Captures with TLS inside a proxy's tunnel. The request for the tunnel isn't kept, so what is in it has no name.
    private static let tunnelled: Set<String> = ["ndpi__http_connect.pcap", "pcapdroid__http_proxy.pcap"]
    /// Columns of the flow table that tell names and what greets.
    private static let naming: Set<String> = ["name", "name_source", "names", "alpn", "opening_ip_bytes"]

    @Test(
        "the replay of a trimmed bundle equals the replay of the full capture", .reference,
        arguments: ReferenceCapture.all)
    func trimmed(_ capture: ReferenceCapture) throws {
        try compare(capture.file.path, keepsPayload: false, name: capture.name)
    }

    @Test(
        "the replay of a whole bundle equals the replay of the full capture", .reference,
        arguments: ReferenceCapture.all)
    func whole(_ capture: ReferenceCapture) throws {
        try compare(capture.file.path, keepsPayload: true, name: capture.name)
    }

    private func compare(_ path: String, keepsPayload: Bool, name: String) throws {
        let folder = try TemporaryFolder()
        // Some are no captures, on purpose.
        guard let expected = try? Replay(captures: [path], tool: .ecoproxy) else { return }
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
        let (ours, theirs) = (rows(found), rows(expected))
        #expect(ours.count == theirs.count, "\(name)")
        var isNamedByRequest = false
        for (one, other) in zip(ours, theirs) where one != other {
            let differing = Set(one.keys.filter { one[$0] != other[$0] })
            // Requests in clear aren't kept: what only they name has its name of DNS, or none.
            #expect(!keepsPayload && differing.isSubset(of: Self.naming), "\(name): \(differing)")
            #expect(other["name_source"] == "http-host" || Self.tunnelled.contains(name), "\(name): \(other)")
            isNamedByRequest = true
        }
        if !isNamedByRequest {
            #expect(comparable(found.measurement) == comparable(expected.measurement), "\(name)")
        } else {
            #expect(comparable(found.measurement).totals == comparable(expected.measurement).totals, "\(name)")
            #expect(found.measurement.device == expected.measurement.device, "\(name)")
            #expect(found.measurement.apps == expected.measurement.apps, "\(name)")
            #expect(found.measurement.measured == expected.measurement.measured, "\(name)")
            #expect(
                comparable(found.measurement).quality.warnings == comparable(expected.measurement).quality.warnings,
                "\(name)")
        }
    }

    private func rows(_ replay: Replay) -> [[String: String]] {
        let lines = FlowCSV.text(replay.meter, ends: replay.ends).components(separatedBy: "\r\n").map {
            $0.components(separatedBy: ",")
        }
        return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
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
