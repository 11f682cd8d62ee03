import Foundation
import TestSupport
import Testing

/// Marks from elsewhere: other programs of the same user, HTTP, datagrams.
@Suite(.enabled(if: Lab.isPossible, "network namespaces need root"))
struct RemoteMarkTests {
    private let folder: TemporaryFolder
    private let lab: Lab

    init() throws {
        (folder, lab) = (try TemporaryFolder(), try Lab())
    }

    private var environment: [String: String] { ["XDG_RUNTIME_DIR": folder.url.path] }

    private func mark(_ words: String...) throws -> RunResult {
        try Ecoproxy.run(["mark"] + words, environment: environment)
    }

    private func record(_ options: String..., into bundle: String = "run") throws -> RunningProgram {
        let recording = try lab.record(into: folder[bundle], options, environment: environment)
        // The socket answers from the moment that the recording says it runs, or a little later.
        for _ in 0..<100 where try mark("--note", "ready").status != 0 { Thread.sleep(forTimeInterval: 0.05) }
        return recording
    }

    /// The runtime file of the one recording.
    private func runtime() throws -> [String: Any] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder["ecoproxy"])
        let name = try #require(names.first { $0.hasSuffix(".json") })
        #expect(try mode(folder["ecoproxy/\(name)"]) == 0o600)
        #expect(try mode(folder["ecoproxy"]) == 0o700)
        let data = try folder.data("ecoproxy/\(name)")
        #expect(try validate(data, against: "recording").isEmpty)
        return try json(data)
    }

    private func told(_ bundle: String = "run") throws -> [String] {
        let markers = try folder.data("\(bundle)/markers.jsonl")
        #expect(try validate(markers, against: "marker", lines: true).isEmpty)
        return try markers.split(separator: UInt8(ascii: "\n")).map { line in
            let marker = try json(Data(line))
            return [marker["kind"], marker["step"] ?? marker["text"]].compactMap { $0 as? String }
                .joined(separator: " ")
        }
    }

    @Test("mark finds the running recording, and only that; steps are told on standard error")
    func found() throws {
        #expect(try mark("a").status == 66)
        let recording = try record()
        #expect(try mark("a").status == 0)
        let between = Date()
        #expect(try mark("--displayed").status == 0)
        #expect(try mark("c").status == 0)
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions.insert(.withFractionalSeconds)
        #expect(try mark("b", "--at", formatter.string(from: between)).status == 0)
        #expect(try mark("d", "--at", "2200-01-01T00:00:00Z").status == 65)
        #expect(try mark("d", "--at", "noon").status == 64)
        #expect(try mark(folder["run"]).status == 64)
        #expect(try mark(folder["run"], "--end").status == 0)
        recording.send(SIGINT)
        #expect(try recording.end() == 3)
        #expect(try told().filter { $0 != "note ready" } == ["step a", "step b", "displayed", "step c", "end"])
        for step in ["✓ a ·", "✓ b ·", "✓ c ·"] { #expect(recording.errors.contains(step), "\(recording.errors)") }
        // It takes its runtime file and socket away.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder["ecoproxy"]) == [])
        #expect(try mark("a").status == 66)
    }

    @Test("a runtime file that a crashed recording left is passed over, and swept away by the next one")
    func stale() throws {
        let recording = try record()
        recording.send(SIGKILL)
        _ = try recording.end()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder["ecoproxy"]).count == 2)
        #expect(try mark("a").status == 66)
        // Its process number may be another program's by now: that doesn't make it a recording.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder["ecoproxy"])
        let name = try #require(names.first { $0.hasSuffix(".json") })
        var entry = try json(folder.data("ecoproxy/\(name)"))
        entry["pid"] = Int(getpid())
        _ = try folder.write("ecoproxy/\(name)", JSONSerialization.data(withJSONObject: entry))
        #expect(try mark("a").status == 66)
        let next = try record(into: "next")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder["ecoproxy"]).count == 2)
        #expect(try mark("a").status == 0)
        next.send(SIGINT)
        _ = try next.end()
        #expect(try told("next").last == "step a")
    }

    @Test("of several recordings the bundle must be named")
    func several() throws {
        let (one, two) = (try record(), try lab.record(into: folder["two"], environment: environment))
        let unnamed = try mark("a")
        #expect(unnamed.status == 64)
        #expect(unnamed.errors.contains(folder["two"]))
        #expect(try mark(folder["two"], "a").status == 0)
        for recording in [one, two] {
            recording.send(SIGINT)
            _ = try recording.end()
        }
        #expect(try told("two") == ["step a"])
    }

    @Test("HTTP and datagrams on loopback mark, with the token; a page in a browser can't")
    func loopback() throws {
        let recording = try record("--listen-markers", "--progress", "json")
        let entry = try runtime()
        let (port, token) = (try #require(entry["port"] as? Int), try #require(entry["token"] as? String))
        func curl(_ words: String...) throws -> String {
            try lab.run(
                "device",
                ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-m", "10"] + words.dropLast()
                    + ["http://127.0.0.1:\(port)\(words.last ?? "")"]
            ).text
        }
        let authorized = "Authorization: Bearer \(token)"
        #expect(try curl("-X", "POST", "/mark/a") == "401")
        #expect(try curl("-X", "POST", "-H", authorized, "-H", "Origin: http://evil.example", "/mark/a") == "403")
        #expect(try curl("-X", "POST", "-H", authorized, "-H", "Host: evil.example", "/mark/a") == "403")
        #expect(try curl("-X", "OPTIONS", "-H", authorized, "/mark/a") == "405")
        #expect(try curl("-X", "POST", "-H", authorized, "/mark/mes%20documents") == "200")
        #expect(try curl("-H", authorized, "-d", "bien", "/note") == "200")
        #expect(try curl("-H", authorized, "/status") == "200")
        let datagram = """
            import socket
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            s.settimeout(10)
            s.sendto(b"/mark/udp", ("127.0.0.1", \(port)))
            print(s.recv(4096).decode())
            """
        #expect(try lab.run("device", ["/usr/bin/python3", "-c", datagram]).text.contains("\"step\":\"udp\""))
        recording.send(SIGINT)
        _ = try recording.end()
        #expect(
            try told().filter { $0 != "note ready" } == ["step mes documents", "note bien", "step udp"])
        // Progress is one JSON object a line: a status a second, and the markers.
        let lines = recording.errors.split(separator: "\n").filter { $0.hasPrefix("{") }.map(String.init)
        let states = lines.filter { !$0.hasPrefix("{\"marker\"") }.joined(separator: "\n")
        #expect(try validate(Data(states.utf8), against: "status", lines: true).isEmpty)
        #expect(lines.contains { $0.hasPrefix("{\"marker\"") && $0.contains("\"step\":\"udp\"") })
    }

    @Test("it listens nowhere unless asked, and only on loopback then")
    func bounds() throws {
        let silent = try record()
        #expect(try runtime()["port"] == nil)
        #expect(try lab.run("device", ["ss", "-ltnuH"]).text.trimmingCharacters(in: .whitespacesAndNewlines) == "")
        silent.send(SIGINT)
        _ = try silent.end()
        let listening = try record("--listen-markers", "17771", into: "two")
        let sockets = try lab.run("device", ["ss", "-ltnuH"]).text.split(separator: "\n")
        #expect(sockets.count == 2)
        #expect(sockets.allSatisfy { $0.contains("127.0.0.1:17771") }, "\(sockets)")
        listening.send(SIGINT)
        _ = try listening.end()
    }

    @Test("--wait-idle returns once the device is quiet, and gives up when it isn't")
    func idle() throws {
        let recording = try record()
        let begin = Date()
        #expect(try mark("--wait-idle", "1s", "--timeout", "50s").status == 0)
        #expect(Date().timeIntervalSince(begin) >= 1)
        let talk = """
            import socket, time
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for _ in range(3000):
                s.sendto(bytes(100), ("\(Lab.server)", 7000))
                time.sleep(0.02)
            """
        let talking = try RunningProgram(lab.command("device", ["/usr/bin/python3", "-c", talk]))
        Thread.sleep(forTimeInterval: 0.5)
        let busy = try mark("--wait-idle", "2s", "--timeout", "3s")
        #expect(busy.status == 3, "\(busy.errors)")
        talking.send(SIGKILL)
        _ = try talking.end()
        #expect(try mark("--wait-idle", "1s", "--timeout", "50s").status == 0)
        recording.send(SIGINT)
        _ = try recording.end()
        #expect(try mark("--wait-idle", "1s").status == 66)
    }
}
