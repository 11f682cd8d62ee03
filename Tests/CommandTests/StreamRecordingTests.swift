import Foundation
import TestSupport
import Testing

/// `record` from streams, as a real process: what is recorded is what a replay of the capture says.
@Suite(.reference) struct StreamRecordingTests {
    private let folder: TemporaryFolder
    private var bundle: String { folder["run"] }
    /// A phone's traffic with names of apps, in a pcap; and one in pcapng.
    private static let capture = ReferenceCapture.all.first { $0.name == "derived__pcapdroid-trailer.pcap" }
    private static let pcapng = ReferenceCapture.all.first { $0.name == "ndpi__doh.pcapng" }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("standard input: what is understood is said at once, and the result is that of the file")
    func pipe() throws {
        for capture in [Self.capture, Self.pcapng] {
            let file = try #require(capture).file
            let output = folder[file.lastPathComponent + ".run"]
            let result = try Ecoproxy.run(
                "record", "--from", "-", "--output", output, "--json", input: Data(contentsOf: file))
            #expect(result.errors.contains("link type"), "\(result.errors)")
            #expect(try figures(result.output) == figures(Ecoproxy.run("replay", file.path, "--json").output))
            #expect(try Ecoproxy.run("replay", output, "--json").output == result.output)
        }
    }

    @Test("a pipe that pauses in the middle of a record is waited for; one that ends there says so")
    func drip() throws {
        let file = try #require(Self.capture).file
        let script =
            "(head -c 1000 \"$1\"; sleep 0.4; tail -c +1001 \"$1\" | head -c \"$4\") | \"$2\" record --from - --output \"$3\" --json"
        let length = try Data(contentsOf: file).count
        for (name, rest) in [("whole", length - 1000), ("cut", length - 1007)] {
            let result = try run(
                "sh", ["-c", script, "sh", file.path, Ecoproxy.path, folder[name], "\(rest)"],
                environment: Ecoproxy.environment)
            let document = try json(result.output)
            let warnings = try #require((document["quality"] as? [String: Any])?["warnings"] as? [[String: Any]])
            #expect(warnings.contains { $0["code"] as? String == "captureCut" } == (name == "cut"), "\(result.errors)")
            #expect(try Ecoproxy.run("replay", folder[name], "--json").output == result.output)
        }
    }

    @Test("the last progress has every packet")
    func lastProgress() throws {
        let file = try #require(Self.capture).file
        let result = try Ecoproxy.run(
            "record", "--from", "-", "--output", bundle, "--progress", "json", input: Data(contentsOf: file))
        let line = try #require(
            result.errors.split(separator: "\n").last { $0.hasPrefix("{\"back") }, "\(result.errors)")
        let status = try json(Data(line.utf8))
        let expected = try packets(Ecoproxy.run("replay", file.path, "--json").output)
        #expect(status["packets"] as? Int == expected)
    }

    @Test("what only an interface can do is refused for a stream, before anything is written")
    func onlyInterfaces() throws {
        for options in [["--filter", "host 192.0.2.1"], ["--buffer-size", "8"], ["--pcapdroid-root"]] {
            let result = try run(
                Ecoproxy.path, ["record", "--from", "-", "--output", bundle] + options,
                environment: Ecoproxy.environment)
            #expect(result.status == 64, "\(options)")
            #expect(result.errors.contains(options[0]))
        }
        #expect(!folder.exists("run"))
    }

    @Test("a journey that can't be written is refused first; one that was there stays")
    func writtenJourney() throws {
        let old = try folder.write("old.yaml", "mine")
        for path in [folder["absent/journey.yaml"], old] {
            let result = try Ecoproxy.run("record", "--from", "-", "--output", bundle, "--write-journey", path)
            #expect(result.status == 73)
            #expect(result.errors.contains(path), "\(result.errors)")
        }
        #expect(!folder.exists("run"))
        #expect(try folder.data("old.yaml") == Data("mine".utf8))
    }

    @Test("what is no capture is refused with its first bytes")
    func noCapture() throws {
        let result = try Ecoproxy.run(
            "record", "--from", "-", "--output", bundle, input: Data("/system/bin/sh: tcpdump: not found\n".utf8))
        #expect(result.status == 65)
        #expect(result.errors.contains("not a capture"))
    }

    @Test("a file is followed as it grows, as another takes its place, and as it is emptied")
    func follow() throws {
        let file = try #require(Self.capture).file
        let bytes = try Data(contentsOf: file)
        let path = folder["growing.pcap"]
        let recording = try RunningProgram([
            Ecoproxy.path, "record", "--follow", path, "--output", bundle, "--json",
        ])
        try recording.wait(for: "waiting")
        try bytes.prefix(5000).write(to: URL(filePath: path))
        try recording.wait(for: "interface")
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: bytes.dropFirst(5000))
        // Renamed away while the last of it may not have been read, as rotation does.
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        try bytes.write(to: URL(filePath: path))
        try waitForPackets(recording, copies: 2)
        // Emptied and written again, under the same name.
        try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
        try waitForInterfaces(recording, 2)
        Thread.sleep(forTimeInterval: 0.5)
        try FileHandle(forWritingTo: URL(filePath: path)).write(contentsOf: bytes)
        try waitForPackets(recording, copies: 3)
        recording.send(SIGINT)
        _ = try recording.end()
        let expected = try packets(Ecoproxy.run("replay", file.path, "--json").output)
        #expect(try packets(recording.output) == 3 * expected, "\(recording.errors)")
    }

    @Test("of a folder, the newest file is followed and then those that come")
    func captureFolder() throws {
        let file = try #require(Self.capture).file
        let captures = folder["captures"]
        try FileManager.default.createDirectory(atPath: captures, withIntermediateDirectories: false)
        for name in ["a.pcap", "b.pcap"] {
            try FileManager.default.copyItem(atPath: file.path, toPath: "\(captures)/\(name)")
            let age: TimeInterval = name == "a.pcap" ? -100 : -50
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: age)], ofItemAtPath: "\(captures)/\(name)")
        }
        let recording = try RunningProgram([
            Ecoproxy.path, "record", "--follow", captures, "--output", bundle, "--json",
        ])
        try waitForPackets(recording, copies: 1)
        try FileManager.default.copyItem(atPath: file.path, toPath: "\(captures)/c.pcap")
        try waitForPackets(recording, copies: 2)
        recording.send(SIGINT)
        _ = try recording.end()
        let expected = try packets(Ecoproxy.run("replay", file.path, "--json").output)
        #expect(try packets(recording.output) == 2 * expected, "\(recording.errors)")
    }

    @Test("PCAPdroid's exporters give what its file gives", arguments: ["tcp", "udp", "udp-late", "http"])
    func pcapdroid(_ way: String) throws {
        let file = try #require(Self.capture).file
        let port = try freePort()
        let kind = String(way.prefix { $0 != "-" })
        if kind == "http" {
            let phone = try sender(way, port, file)
            try phone.wait(for: "ready")
            try record(kind, port) { _ in _ = try phone.end() }
        } else {
            try record(kind, port) { recording in
                try recording.wait(for: "waiting")
                #expect(try sender(way, port, file).end() == 0)
                if kind == "udp" {
                    try waitForPackets(recording, copies: 1)
                    recording.send(SIGINT)
                }
            }
        }
        let found = try folder.data("run/measurement.json")
        #expect(try figures(found) == figures(Ecoproxy.run("replay", file.path, "--json").output))
        let sources = try #require(try json(found)["sources"] as? [[String: Any]])
        #expect(sources.first?["trust"] as? String == "pcapdroidVPN")
        let warnings = String(decoding: found, as: UTF8.self)
        #expect(warnings.contains("lossUnseen") == (kind == "udp"))
        // Names and figures by app survive, though what told them isn't stored.
        let app = try Ecoproxy.run("replay", bundle, "--app", "Example Shop", "--json")
        #expect(app.status == 0, "\(app.errors)")
    }

    @Test(
        "a server that leads elsewhere, or answers something else, is refused",
        arguments: ["elsewhere", "404", "nonsense"])
    func strangeServer(_ way: String) throws {
        let port = try freePort()
        let server = try sender(way, port, try #require(Self.capture).file)
        try server.wait(for: "ready")
        let result = try Ecoproxy.run("record", "--pcapdroid", "http:\(port)", "--output", bundle)
        #expect(result.status == 69, "\(result.errors)")
        #expect(result.errors.contains("http 127.0.0.1:\(port)"))
    }

    private func record(_ kind: String, _ port: Int, _ body: (RunningProgram) throws -> Void) throws {
        let recording = try RunningProgram([
            Ecoproxy.path, "record", "--pcapdroid", "\(kind):\(port)", "--output", bundle, "--json",
        ])
        try body(recording)
        _ = try recording.end()
        #expect(recording.output == (try folder.data("run/measurement.json")), "\(recording.errors)")
    }

    /// The phone's side, or that of a strange server: a script of Python's.
    private func sender(_ way: String, _ port: Int, _ file: URL) throws -> RunningProgram {
        try RunningProgram(["python3", "-u", "-c", Self.phone, way, "\(port)", file.path])
    }

    private func freePort() throws -> Int {
        let script = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
        let result = try run("python3", ["-c", script])
        return try #require(Int(String(decoding: result.output, as: UTF8.self).trimmingCharacters(in: .newlines)))
    }

    /// What is not of the file itself.
    private func figures(_ data: Data) throws -> NSDictionary {
        var document = try json(data)
        for key in ["sources", "quality"] { document[key] = nil }
        var totals = document["totals"] as? [String: Any] ?? [:]
        for key in ["capturedBytes", "truncatedPackets"] { totals[key] = nil }
        document["totals"] = totals
        // Requests in clear aren't kept: names that only they tell are the known exception (RecordingTests).
        for key in ["hosts", "outside", "breakdown", "withoutBackground"] { document[key] = nil }
        return document as NSDictionary
    }

    private func packets(_ data: Data) throws -> Int {
        (try json(data)["totals"] as? [String: Any])?["packets"] as? Int ?? -1
    }

    /// Returns once so many copies of the capture's packets are in the bundle.
    private func waitForPackets(_ recording: RunningProgram, copies: Int) throws {
        let expected = copies * (try packets(Ecoproxy.run("replay", #require(Self.capture).file.path, "--json").output))
        try waitUntil("\(expected) packets", recording) {
            (try? packets(Ecoproxy.run("replay", bundle, "--json").output)) == expected
        }
    }

    private func waitForInterfaces(_ recording: RunningProgram, _ count: Int) throws {
        try waitUntil("\(count) interfaces", recording) {
            recording.errors.components(separatedBy: "interface:").count > count
        }
    }

    private func waitUntil(_ what: String, _ recording: RunningProgram, _ condition: () -> Bool) throws {
        for _ in 0..<300 {
            if condition() { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        throw RunningProgram.Silence(description: "\(what) didn't come; standard error: \(recording.errors)")
    }

    private static let phone = """
        import socket, struct, sys, time
        way, port, file = sys.argv[1], int(sys.argv[2]), open(sys.argv[3], "rb").read()
        here = ("127.0.0.1", port)
        if way == "tcp":
            with socket.create_connection(here) as s:
                for at in range(0, len(file), 777):
                    s.sendall(file[at:at + 777])
        elif way.startswith("udp"):
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            s.connect(here)
            if way == "udp":
                s.send(file[:24])
            s.send(b"no record at all")
            at = 24
            while at < len(file):
                length = 16 + struct.unpack_from("<I", file, at + 8)[0]
                s.send(file[at:at + length])
                at += length
                time.sleep(0.001)
        else:
            listener = socket.create_server(here)
            print("ready")
            def answer(text, body=b""):
                s, _ = listener.accept()
                asked = b""
                while b"\\r\\n\\r\\n" not in asked:
                    asked += s.recv(4096)
                s.sendall(text.encode() + body)
                s.close()
                return asked
            if way == "elsewhere":
                answer("HTTP/1.1 302 Found\\r\\nLocation: http://192.0.2.1/x.pcap\\r\\n\\r\\n")
            elif way == "404":
                answer("HTTP/1.1 404 Not Found\\r\\n\\r\\n")
            elif way == "nonsense":
                answer("hello\\r\\n\\r\\n")
            else:
                asked = answer("HTTP/1.1 302 Found\\r\\nLocation: PCAPdroid_1.pcap\\r\\n\\r\\n")
                assert asked.startswith(b"GET / HTTP/1.1\\r\\n")
                body = b""
                for at in range(0, len(file), 999):
                    piece = file[at:at + 999]
                    body += b"%x;a=b\\r\\n%s\\r\\n" % (len(piece), piece)
                asked = answer("HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n", body + b"0\\r\\n\\r\\n")
                assert asked.startswith(b"GET /PCAPdroid_1.pcap HTTP/1.1\\r\\n")
        """
}
