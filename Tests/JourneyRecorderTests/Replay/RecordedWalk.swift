import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder

/// A journey of `captures/` with its markers.
struct RecordedWalk: Sendable, CustomTestStringConvertible {
    static let all = [RecordedWalk(folder: "demo"), RecordedWalk(folder: "curl-ipv6")]

    var folder: String
    var testDescription: String { folder }

    /// The device's addresses in the laboratory (`captures/lab/namespaces.py`).
    static let device: Set<String> = ["192.0.2.1", "2001:db8::1"]

    func path(_ file: String) -> String {
        Repository.root.appending(path: "captures/\(folder)/\(file)").path
    }

    var capture: String { path("capture.pcapng") }

    func conditions() throws -> Replay.Conditions {
        let data = try Data(contentsOf: URL(filePath: path("journey.yaml")))
        let journey = try JourneyFile.parse(data, name: "journey.yaml")
        let log = try MarkerLog.parse(Data(contentsOf: URL(filePath: path("markers.jsonl"))), name: "markers.jsonl")
        return Replay.Conditions(
            journey: (journey, .repeating("a")), timeline: try Timeline(log, journey: journey))
    }

    /// What the markers say, read without any code of ours: the names of steps with where they begin and end.
    func stretches() throws -> [(step: String, start: Int64, end: Int64)] {
        let lines = try String(contentsOfFile: path("markers.jsonl"), encoding: .utf8).split(separator: "\n")
        let markers = try lines.map { line -> (step: String?, time: Int64) in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String] ?? [:]
            let date = try run("date", ["-u", "-d", object["time"] ?? "", "+%s%N"]).text
            return (object["step"], Int64(date.dropLast()) ?? -1)
        }
        return zip(markers, markers.dropFirst()).compactMap { marker, next in
            marker.step.map { ($0, marker.time, next.time) }
        }
    }
}
