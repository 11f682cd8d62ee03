import Foundation
import TestSupport
import Testing

/// Live recording, in network namespaces of its own.
@Suite(.enabled(if: Lab.isPossible, "network namespaces need root"))
struct RecordCommandTests {
    private let folder: TemporaryFolder
    private let lab: Lab
    private var bundle: String { folder["run"] }

    init() throws {
        folder = try TemporaryFolder()
        lab = try Lab()
    }

    @Test("traffic of known size is counted to the byte, and the recording equals the replay of its bundle")
    func knownTraffic() throws {
        let traffic = KnownTraffic()
        let recording = try lab.record(into: bundle, ["--json"])
        try lab.exchange(traffic)
        recording.send(SIGINT)
        #expect(try recording.end() == 0, "\(recording.errors)")
        #expect(recording.output == (try folder.data("run/measurement.json")))
        #expect(try validate(recording.output, against: "measurement").isEmpty)
        let replay = try Ecoproxy.run("replay", bundle, "--json", "--flows", folder["flows.csv"])
        #expect(replay.output == recording.output)

        let flows = try flows("flows.csv")
        let datagrams = try #require(flows.first { $0["b_port"] == "7000" })
        #expect(datagrams["proto"] == "udp")
        #expect(datagrams["a_ip"] == Lab.device)
        #expect(datagrams["b_ip"] == Lab.server)
        #expect(datagrams["a2b_packets"] == "\(traffic.datagrams)")
        #expect(datagrams["b2a_packets"] == "\(traffic.answers)")
        #expect(datagrams["a2b_ip_bytes"] == "\(traffic.datagramIPBytes.up)")
        #expect(datagrams["b2a_ip_bytes"] == "\(traffic.datagramIPBytes.down)")
        let stream = try #require(flows.first { $0["b_port"] == "7001" })
        // The cable loses nothing, so nothing is sent twice but by impatience: then the unique bytes are still these.
        let document = try json(recording.output)
        let host = try #require((document["hosts"] as? [[String: Any]])?.first { $0["name"] as? String == Lab.server })
        let down = try #require((host["traffic"] as? [String: [String: Int]])?["down"])
        #expect(down["uniquePayloadBytes"] == traffic.streamBytes + traffic.answers * traffic.answerBytes)
        #expect(Int(stream["b2a_payload_bytes"] ?? "") ?? 0 >= traffic.streamBytes)
        let drops = try #require(document["drops"] as? [String: Int])
        #expect(drops == ["kernel": 0, "interface": 0])
    }

    @Test("markers cut the recording into steps")
    func steps() throws {
        let journey = try folder.write("journey.yaml", Self.journey)
        let recording = try lab.record(into: bundle, ["--journey", journey])
        for step in ["ouvrir", "chercher"] {
            #expect(try Ecoproxy.run("mark", bundle, step).status == 0)
            try lab.exchange(KnownTraffic(datagrams: step == "ouvrir" ? 10 : 20, streamBytes: 1000))
        }
        let unknown = try Ecoproxy.run("mark", bundle, "cherche")
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("ouvrir, chercher"))
        #expect(try Ecoproxy.run("mark", bundle, "--end").status == 0)
        recording.send(SIGINT)
        #expect(try recording.end() == 0, "\(recording.errors)")
        let text = String(decoding: recording.output, as: UTF8.self)
        #expect(text.contains("Ouvrir"))
        let steps = try #require(json(folder.data("run/measurement.json"))["steps"] as? [[String: Any]])
        #expect(steps.map { $0["id"] as? String } == ["ouvrir", "chercher"])
        for (step, datagrams) in zip(steps, [10, 20]) {
            let hosts = try #require(
                (step["section"] as? [String: Any])?["hosts"] as? [[String: Any]] ?? step["hosts"] as? [[String: Any]])
            let host = try #require(hosts.first { $0["name"] as? String == Lab.server })
            let up = try #require((host["traffic"] as? [String: [String: Int]])?["up"])
            // The TCP side sends no payload.
            #expect(up["payloadBytes"] == datagrams * 1000)
        }
        for file in ["measurement", "score"] {
            #expect(try validate(folder.data("run/\(file).json"), against: file).isEmpty)
        }
        #expect(folder.exists("run/report.html"))
    }

    @Test("the bundle is its owner's alone, and holds no payload unless asked")
    func privacy() throws {
        for (name, options, expected) in [("headers", [], false), ("whole", ["--payload"], true)] {
            let recording = try lab.record(into: folder[name], options)
            try lab.exchange(KnownTraffic())
            recording.send(SIGINT)
            #expect(try recording.end() == 0)
            #expect(try mode(folder[name]) == 0o700)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder[name]) {
                #expect(try mode("\(folder[name])/\(file)") == 0o600, "\(file)")
            }
            let stored = try folder.data("\(name)/capture.pcapng").range(of: Data(KnownTraffic.secret.utf8)) != nil
            #expect(stored == expected)
        }
        // What isn't stored is counted all the same.
        let document = try json(folder.data("headers/measurement.json"))
        let totals = try #require(document["totals"] as? [String: Any])
        #expect(totals["capturedBytes"] as? Int ?? 0 < totals["wireBytes"] as? Int ?? 0)
    }

    @Test("Ctrl-C before --duration is over saves the result and exits with 130")
    func interrupted() throws {
        let recording = try lab.record(into: bundle, ["--duration", "10m"])
        try lab.exchange(KnownTraffic())
        recording.send(SIGINT)
        #expect(try recording.end() == 130)
        #expect(try json(folder.data("run/measurement.json"))["schema"] as? String == "ecoproxy.measurement/1")
    }

    @Test("--duration ends it")
    func duration() throws {
        let recording = try lab.record(into: bundle, ["--duration", "2s"])
        try lab.exchange(KnownTraffic())
        #expect(try recording.end() == 0, "\(recording.errors)")
    }

    @Test("a filter leaves out what it doesn't let through, and is kept in the result")
    func filter() throws {
        let recording = try lab.record(into: bundle, ["--filter", "udp port 7000"])
        let traffic = KnownTraffic()
        try lab.exchange(traffic)
        recording.send(SIGTERM)
        #expect(try recording.end() == 0)
        let document = try json(folder.data("run/measurement.json"))
        #expect((document["totals"] as? [String: Any])?["packets"] as? Int == traffic.datagrams + traffic.answers)
        #expect(((document["sources"] as? [[String: Any]])?.first)?["filter"] as? String == "udp port 7000")
    }

    @Test("nothing recorded is a result that can't be trusted")
    func nothing() throws {
        let recording = try lab.record(into: bundle, ["--filter", "udp port 1", "--duration", "1"])
        #expect(try recording.end() == 3)
        #expect(try validate(folder.data("run/measurement.json"), against: "measurement").isEmpty)
    }

    @Test("an interface that goes away ends the recording, and what came before is kept")
    func vanished() throws {
        let recording = try lab.record(into: bundle)
        let traffic = KnownTraffic()
        try lab.exchange(traffic)
        #expect(try lab.run("device", ["ip", "link", "delete", Lab.interface]).status == 0)
        #expect(try recording.end() == 69)
        #expect(recording.errors.contains(Lab.interface))
        let flows = try Ecoproxy.run("replay", bundle, "--flows", folder["flows.csv"])
        #expect(flows.status == 0, "\(flows.errors)")
        #expect(try self.flows("flows.csv").first { $0["b_port"] == "7000" }?["a2b_packets"] == "\(traffic.datagrams)")
    }

    @Test("a full disk ends the recording; what was recorded before is measured and printed")
    func fullDisk() throws {
        try FileManager.default.createDirectory(atPath: folder["disk"], withIntermediateDirectories: false)
        let script = """
            mount -t tmpfs -o size=128k tmpfs "$1" && exec "$2" record --interface \(Lab.interface) --output "$1/run" --payload --json
            """
        let recording = try RunningProgram(
            lab.command("device", ["unshare", "-m", "sh", "-c", script, "sh", folder["disk"], Ecoproxy.path]))
        try recording.wait(for: "recording on")
        try lab.exchange(KnownTraffic())
        #expect(try recording.end() == 73)
        #expect(recording.errors.contains("the disk is full"))
        #expect(recording.errors.contains(folder["disk/run"]))
        let document = try json(recording.output)
        #expect((document["totals"] as? [String: Any])?["packets"] as? Int ?? 0 > 0)
        #expect((document["quality"] as? [String: Any])?["grade"] as? String == "untrusted")
    }

    @Test("called by sudo, it gives up root's rights once the interface is open")
    func privileges() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.url.path)
        let recording = try lab.record(
            into: bundle, environment: ["SUDO_UID": "65534", "SUDO_GID": "65534"])
        let status = try String(contentsOfFile: "/proc/\(recording.identifier)/status", encoding: .utf8)
        for line in ["Uid:", "Gid:"] {
            let ids = status.split(separator: "\n").first { $0.hasPrefix(line) }?.split(separator: "\t").dropFirst()
            #expect(ids.map { Set($0) } == ["65534"])
        }
        try lab.exchange(KnownTraffic())
        recording.send(SIGINT)
        #expect(try recording.end() == 0, "\(recording.errors)")
        let owner = try FileManager.default.attributesOfItem(atPath: folder["run/measurement.json"])[.ownerAccountID]
        #expect(owner as? Int == 65534)
    }

    @Test("what can't be recorded is said with what to do")
    func refused() throws {
        let result = try Ecoproxy.run("record", "--interface", "wlan99", "--output", bundle)
        #expect(result.status == 69)
        #expect(result.errors.contains("wlan99: no such interface"))
        #expect(result.errors.contains("lo"))
        let filter = try Ecoproxy.run("record", "--interface", "lo", "--filter", "port http80", "--output", bundle)
        #expect(filter.status == 64)
        #expect(filter.errors.contains("port http80"))
        #expect(filter.errors.contains("pcap-filter(7)"))
        #expect(!folder.exists("run"))
        _ = try folder.demoBundle()
        let before = try folder.data("run/capture.pcapng")
        let occupied = try Ecoproxy.run("record", "--interface", "lo", "--duration", "1", "--output", bundle)
        #expect(occupied.status == 73)
        #expect(occupied.errors.contains("nothing is overwritten"))
        #expect(try folder.data("run/capture.pcapng") == before)
    }

    @Test("without permission it says how to get it", .enabled(if: Nobody.isPossible, "only root can become nobody"))
    func noPermission() throws {
        let nobody = try Nobody(in: folder)
        let record = try nobody.run("record", "--interface", "lo", "--output", bundle)
        #expect(record.status == 77, "\(record.errors)")
        #expect(record.errors.contains("setcap"))
        #expect(!folder.exists("run"))
        let doctor = try nobody.run("doctor")
        #expect(doctor.status == 69)
        #expect(doctor.text.contains("setcap"))
    }

    @Test(
        "a program with the capability to capture has none when it reads packets",
        .enabled(if: Nobody.isPossible && isInstalled("setcap"), "needs root and setcap"))
    func capabilities() throws {
        let nobody = try Nobody(in: folder)
        try #require(try run("setcap", ["cap_net_raw=ep", folder["ecoproxy"]]).status == 0)
        let home = folder["home"]
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: home)
        let recording = try RunningProgram(
            nobody.command(["record", "--interface", "lo", "--output", "\(home)/run"]),
            environment: ["XDG_RUNTIME_DIR": home, "HOME": home])
        try recording.wait(for: "recording on")
        let tasks = "/proc/\(recording.identifier)/task"
        let threads = try FileManager.default.contentsOfDirectory(atPath: tasks)
        #expect(!threads.isEmpty)
        for thread in threads {
            let status = try String(contentsOfFile: "\(tasks)/\(thread)/status", encoding: .utf8)
            let sets = status.split(separator: "\n").filter { $0.hasPrefix("CapEff") || $0.hasPrefix("CapPrm") }
            #expect(sets.count == 2 && sets.allSatisfy { $0.hasSuffix("\t0000000000000000") }, "\(sets)")
        }
        recording.send(SIGINT)
        _ = try recording.end()
    }

    private func flows(_ name: String) throws -> [[String: String]] {
        let lines = String(decoding: try folder.data(name), as: UTF8.self).components(separatedBy: "\r\n").map {
            $0.components(separatedBy: ",")
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    private static let journey = """
        schema: ecoproxy.journey/1
        id: deux-etapes
        title: Deux étapes
        application: test.lab
        device: laptop
        network: fixed
        steps:
          - { id: ouvrir, title: Ouvrir, type: loading }
          - { id: chercher, title: Chercher, type: action }

        """
}
