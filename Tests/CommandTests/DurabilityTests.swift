import Foundation
import TestSupport
import Testing

/// What befalls a recording, and what is left of it.
@Suite(.enabled(if: Lab.isPossible, "network namespaces need root"))
struct DurabilityTests {
    private let folder: TemporaryFolder
    private let lab: Lab
    private var bundle: String { folder["run"] }

    init() throws {
        folder = try TemporaryFolder()
        lab = try Lab()
    }

    @Test("kill -9 loses what came in the last second at most, and the bundle is replayed and gone on with")
    func killed() throws {
        let traffic = KnownTraffic()
        let first = try lab.record(into: bundle)
        #expect(try Ecoproxy.run("mark", bundle, "before").status == 0)
        try lab.exchange(traffic)
        // What was there a second before is on the disk.
        Thread.sleep(forTimeInterval: 1)
        first.send(SIGKILL)
        _ = try first.end()
        #expect(try datagrams() == traffic.datagrams)

        let second = try RunningProgram(
            lab.command(
                "device", [Ecoproxy.path, "record", "--interface", Lab.interface, "--resume", bundle, "--json"]))
        try second.wait(for: "recording on")
        try lab.exchange(traffic)
        #expect(try Ecoproxy.run("mark", bundle, "--end").status == 0)
        second.send(SIGINT)
        _ = try second.end()
        #expect(folder.exists("run/capture-2.pcapng"), "\(second.errors)")
        #expect(try mode(folder["run/capture-2.pcapng"]) == 0o600)
        #expect(try datagrams() == 2 * traffic.datagrams)
        #expect(try Ecoproxy.run("replay", bundle, "--json").output == second.output)
        let document = try json(second.output)
        let warnings = try #require((document["quality"] as? [String: Any])?["warnings"] as? [[String: Any]])
        #expect(warnings.contains { $0["code"] as? String == "recordingResumed" })
        // The interruption is in no step: the step is shorter than from its marker to its end.
        let step = try #require((document["steps"] as? [[String: Any]])?.first)
        let markers = String(decoding: try folder.data("run/markers.jsonl"), as: UTF8.self)
        #expect(markers.contains("\"kind\":\"pause\"") && markers.contains("\"kind\":\"resume\""))
        #expect(step["seconds"] as? Double ?? .infinity < (try span(step)))
    }

    @Test("a terminal that closes ends the recording with its result", arguments: [SIGHUP, SIGTERM])
    func hungUp(_ signal: Int32) throws {
        let recording = try lab.record(into: bundle, ["--json"])
        try lab.exchange(KnownTraffic())
        recording.send(signal)
        _ = try recording.end()
        #expect(recording.output == (try folder.data("run/measurement.json")), "\(recording.errors)")
        #expect(try datagrams() == KnownTraffic().datagrams)
    }

    @Test("one device is recorded, by its link address, under all its addresses")
    func device() throws {
        let address = try String(
            decoding: lab.run("device", ["cat", "/sys/class/net/\(Lab.interface)/address"]).output, as: UTF8.self
        ).trimmingCharacters(in: .whitespacesAndNewlines)
        let recording = try lab.record(into: bundle, ["--device", address, "--json"])
        try lab.exchange(KnownTraffic())
        recording.send(SIGINT)
        _ = try recording.end()
        let document = try json(recording.output)
        let found = try #require(document["device"] as? [String: Any])
        #expect(found["rule"] as? String == "given")
        #expect((found["addresses"] as? [String])?.contains(Lab.device) == true, "\(found)")
        #expect((found["addresses"] as? [String])?.contains(Lab.server) == false, "\(found)")
        let sources = try #require(document["sources"] as? [[String: Any]])
        #expect(sources.first?["filter"] as? String == "ether host \(address)")
        #expect(try validate(folder.data("run/conditions.json"), against: "conditions").isEmpty)
    }

    @Test("a bundle that is being recorded isn't gone on with")
    func running() throws {
        let recording = try lab.record(into: bundle, ["--json"])
        #expect(try Ecoproxy.run("mark", bundle, "a").status == 0)
        let before = try folder.data("run/markers.jsonl")
        let other = try Ecoproxy.run("record", "--interface", "lo", "--duration", "1", "--resume", bundle)
        #expect(other.status == 73)
        #expect(other.errors.contains("another recording is running"), "\(other.errors)")
        #expect(try folder.data("run/markers.jsonl") == before)
        recording.send(SIGINT)
        _ = try recording.end()
        #expect(!folder.exists("run/capture-2.pcapng"))
    }

    @Test("a walk of several rounds that is gone on with has as many")
    func rounds() throws {
        let journey = Recorded.journey
        let first = try lab.record(into: bundle, ["--journey", journey, "--iterations", "3", "--cold"])
        #expect(try Ecoproxy.run("mark", bundle, "accueil").status == 0)
        first.send(SIGKILL)
        _ = try first.end()
        #expect(try validate(folder.data("run/conditions.json"), against: "conditions").isEmpty)
        let second = try RunningProgram(
            lab.command(
                "device", [Ecoproxy.path, "record", "--interface", Lab.interface, "--resume", bundle, "--json"]))
        try second.wait(for: "recording on")
        second.send(SIGINT)
        _ = try second.end()
        let conditions = try json(folder.data("run/conditions.json"))
        #expect(conditions["iterations"] as? Int == 3)
        #expect(conditions["cache"] as? String == "cold")
        let cold = try Ecoproxy.run("record", "--interface", "lo", "--resume", bundle, "--warm")
        #expect(cold.status == 64)
    }

    @Test("what can't be gone on with is said")
    func noBundle() throws {
        let result = try Ecoproxy.run("record", "--from", "-", "--resume", folder["absent"])
        #expect(result.status == 66, "\(result.errors)")
        let both = try Ecoproxy.run("record", "--from", "-", "--resume", bundle, "--output", bundle)
        #expect(both.status == 64)
        let two = try Ecoproxy.run("record", "--from", "-", "--interface", "lo", "--output", bundle)
        #expect(two.status == 64)
    }

    private func datagrams() throws -> Int {
        let result = try Ecoproxy.run("replay", bundle, "--flows", "-")
        let rows = result.text.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
        guard let column = rows.first?.firstIndex(of: "a2b_packets"), let port = rows.first?.firstIndex(of: "b_port")
        else { return -1 }
        return rows.dropFirst().filter { $0.count > column && $0[port] == "7000" }
            .reduce(0) { $0 + (Int($1[column]) ?? 0) }
    }

    private func span(_ step: [String: Any]) throws -> Double {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        // To the millisecond: what a formatter reads.
        func time(_ key: String) throws -> Date {
            let text = try #require(step[key] as? String)
            return try #require(format.date(from: text.replacing(/(\.\d{3})\d*/) { String($0.output.1) }))
        }
        return try time("end").timeIntervalSince(time("start"))
    }
}
