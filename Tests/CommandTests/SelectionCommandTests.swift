import Foundation
import TestSupport
import Testing

/// `replay` of a part of a capture, and beside a baseline.
@Suite struct SelectionCommandTests {
    private static let walk = [
        "replay", Recorded.capture, "--journey", Recorded.journey, "--markers", Recorded.markers,
    ]
    private static let idle = Recorded.curl.appending(path: "capture.pcapng").path

    private static func document(_ options: [String], exits: [Int32] = [0, 3]) throws -> [String: Any] {
        let result = try Ecoproxy.run(options + ["--json"])
        #expect(exits.contains(result.status), "\(result.errors)")
        #expect(try validate(result.output, against: "measurement").isEmpty)
        return try json(result.output)
    }

    /// A part of a document's object by its keys.
    private static func at(_ value: Any?, _ keys: String...) -> Any? {
        keys.reduce(value) { ($0 as? [String: Any])?[$1] }
    }

    private static func figures(_ value: Any?) -> [String: Int] { value as? [String: Int] ?? [:] }

    /// Both ways.
    private static func both(_ traffic: Any?) -> [String: Int] {
        figures(at(traffic, "up")).merging(figures(at(traffic, "down")), uniquingKeysWith: +)
    }

    @Test(
        "a filter keeps what libpcap keeps, and with the rest that makes the totals",
        arguments: ["tcp port 443", "ip6", "udp", "not udp", "host 192.0.2.53"])
    func filter(_ text: String) throws {
        let document = try Self.document(Self.walk + ["--only", text])
        let expected = try #require(try libpcapKeeps(Recorded.capture, [text])?.first ?? nil)
        let (kept, leftOut) = (
            Self.figures(Self.at(document, "selection", "kept")),
            Self.figures(Self.at(document, "selection", "leftOut"))
        )
        #expect(kept["packets"] == expected.packets)
        #expect(kept["wireBytes"] == expected.wireBytes)
        let totals = try #require(document["totals"] as? [String: Any])
        for figure in ["packets", "wireBytes", "ipBytes", "payloadBytes"] {
            #expect((kept[figure] ?? 0) + (leftOut[figure] ?? 0) == totals[figure] as? Int, "\(figure)")
        }
        #expect(Self.at(document, "selection", "only") as? [String] == [text])
    }

    @Test("a step has the packets of the selection in it: two selections that share nothing make the whole")
    func steps() throws {
        let whole = try Self.document(Self.walk)
        let parts = try ["udp", "not udp"].map { try Self.document(Self.walk + ["--only", $0]) }
        let steps = try #require(whole["steps"] as? [[String: Any]])
        for index in steps.indices {
            let sum = parts.reduce(into: [String: Int]()) { sum, part in
                let step = (part["steps"] as? [[String: Any]])?[index]
                sum.merge(Self.both(Self.at(step, "traffic")), uniquingKeysWith: +)
            }
            #expect(sum == Self.both(steps[index]["traffic"]), "\(steps[index]["id"] ?? "")")
        }
        let outside = parts.reduce(into: [String: Int]()) {
            $0.merge(Self.both(Self.at($1, "outside", "traffic")), uniquingKeysWith: +)
        }
        #expect(outside == Self.both(Self.at(whole, "outside", "traffic")))
        for part in parts {
            let measured =
                ((part["steps"] as? [[String: Any]]) ?? []).map { $0["traffic"] }
                + [Self.at(part, "outside", "traffic")]
            let sum = measured.reduce(into: [String: Int]()) { $0.merge(Self.both($1), uniquingKeysWith: +) }
            #expect(sum == Self.figures(Self.at(part, "selection", "kept")))
        }
    }

    @Test("names come from the hosts file, and --only may be given several times")
    func names() throws {
        let folder = try TemporaryFolder()
        let hosts = try folder.write("hosts", "192.0.2.53 resolver.test\n")
        let one = try Self.document(Self.walk + ["--only", "resolver.test", "--hosts", hosts])
        let other = try Self.document(Self.walk + ["--only", "192.0.2.53"])
        #expect(Self.figures(Self.at(one, "selection", "kept")) == Self.figures(Self.at(other, "selection", "kept")))
        let both = try Self.document(Self.walk + ["--only", "192.0.2.53", "--only", "ip6"])
        // An address is one that a packet is counted under, which ARP has none of.
        let expected = try #require(try libpcapKeeps(Recorded.capture, ["ip host 192.0.2.53 or ip6"])?.first ?? nil)
        #expect(Self.figures(Self.at(both, "selection", "kept"))["packets"] == expected.packets)
    }

    /// What can't be selected, and what is then said.
    static let refused: [([String], String)] = [
        (["--only", "port http80"], "port http80"), (["--only", "tcp and"], "pcap-filter(7)"),
        (["--only", "192.0.2.0/33"], "0 to 32"), (["--only", "2001:db8::/x"], "0 to 128"),
        (["--only", "sante.example"], "--hosts"), (["--only", " "], "--only"), (["--only", "type mgt"], "type mgt"),
        (["--app", "browser"], "PCAPdroid"),
    ]

    @Test("what can't be selected ends with exit code 65, names it, and prints nothing", arguments: refused)
    func refusal(_ options: [String], _ words: String) throws {
        let result = try Ecoproxy.run(["replay", Recorded.capture, "--json"] + options)
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.errors.contains(options[1]))
    }

    @Test(
        "an app is kept by its name, package or number", .reference,
        arguments: ["Browser", "ORG.example.browser", "10123"])
    func app(_ text: String) throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == "derived__pcapdroid-uidmap.pcapng" })
        let marks = try #require(capture.oracle()["pcapdroid_apps"] as? [[String: Any]])
        let mark = try #require(marks.first { $0["uid"] as? Int == 10_123 })
        let document = try Self.document(["replay", capture.file.path, "--app", text])
        #expect(Self.figures(Self.at(document, "selection", "kept"))["packets"] == mark["packets"] as? Int)
        let unknown = try Ecoproxy.run("replay", capture.file.path, "--app", "nobody")
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("org.example.browser") && unknown.errors.contains("com.example.shop"))
    }

    @Test(
        "the sample captures of PCAPdroid: each app's bytes are those that the samples' answers tell", .reference,
        arguments: ["pcapdroid-trailer.pcap", "pcapdroid-uidmap.pcapng"])
    func samples(_ name: String) throws {
        let folder = try #require(Repository.shared).appending(path: "user-samples")
        let answers = try json(Data(contentsOf: folder.appending(path: "expected.json")))
        // The second capture has the traffic of the first, and packages beside the names.
        let answer = try #require(answers["pcapdroid-trailer.pcap"] as? [String: Any])
        let packages = Self.at(answers, name, "packages") as? [String: String]
        let capture = folder.appending(path: name).path
        let whole = try Self.document(["replay", capture])
        #expect(Self.at(whole, "totals", "packets") as? Int == answer["packets"] as? Int)
        #expect(Self.at(whole, "totals", "ipBytes") as? Int == answer["ip_bytes"] as? Int)
        let groups = try #require(Self.at(whole, "breakdown", "apps") as? [[String: Any]])
        let expected = try #require(answer["by_uid"] as? [String: [String: Any]])
        #expect(groups.count == expected.count && expected.count == 2)
        for (uid, app) in expected {
            let title = try #require(app["app"] as? String)
            let group = try #require(groups.first { $0["key"] as? String == packages?[uid] ?? title })
            for way in ["up", "down"] {
                #expect(Self.at(group, "traffic", way, "ipBytes") as? Int == app[way] as? Int, "\(title) \(way)")
            }
            for text in [uid, title, title.uppercased(), packages?[uid]].compactMap({ $0 }) {
                let only = try Self.document(["replay", capture, "--app", text])
                let bytes = (app["up"] as? Int ?? -1) + (app["down"] as? Int ?? -1)
                #expect(Self.at(only, "selection", "kept", "ipBytes") as? Int == bytes, "\(text)")
            }
        }
    }

    @Test("a baseline is set beside the measurement, and subtracted from nothing")
    func baseline() throws {
        var beside = try Self.document(Self.walk + ["--baseline", Self.idle])
        var alone = try Self.document(Self.walk)
        let baseline = try #require(beside.removeValue(forKey: "baseline") as? [String: Any])
        // What is said of it is a warning more, since the idle capture is no idle one.
        let said = try [beside, alone].map { document in
            try #require(Self.at(document, "quality", "warnings") as? [[String: Any]]).compactMap {
                $0["code"] as? String
            }
        }
        #expect(said[0].filter { $0 != "restTrafficHeavy" } == said[1] && said[0].count == said[1].count + 1)
        (beside["quality"], alone["quality"]) = (nil, nil)
        #expect((beside as NSDictionary) == (alone as NSDictionary), "all else is the same")
        // tshark's figures of the idle capture, all over IPv6 but for what has no IP: 40 + payload length (RFC 8200 § 3).
        let rows = try tshark(Self.idle, fields: ["frame.time_epoch", "ipv6.plen", "ip.len"])
        let ipBytes = rows.reduce(0) { $0 + (Int($1[1]).map { $0 + 40 } ?? Int($1[2]) ?? 0) }
        let times = rows.compactMap { Double($0[0]) }
        let seconds = try #require(times.max()) - (try #require(times.min()))
        #expect(baseline["kind"] as? String == "capture")
        #expect(Self.both(baseline["traffic"])["ipBytes"] == ipBytes)
        #expect(Self.both(baseline["traffic"])["packets"] == rows.count)
        #expect(abs((baseline["seconds"] as? Double ?? 0) - seconds) < 1e-5)
        #expect(abs((baseline["bytesPerMinute"] as? Double ?? 0) - Double(ipBytes) * 60 / seconds) < 1000)
        #expect(((baseline["sources"] as? [[String: Any]])?.first)?["file"] as? String == "capture.pcapng")
        for (language, words) in [("en", "a minute"), ("fr", "par minute")] {
            #expect(try Ecoproxy.run(Self.walk + ["--baseline", Self.idle, "--lang", language]).text.contains(words))
        }
    }

    @Test("the selection applies to the baseline as well")
    func selectedBaseline() throws {
        let document = try Self.document(Self.walk + ["--baseline", Self.idle, "--only", "tcp"])
        let expected = try #require(try libpcapKeeps(Self.idle, ["tcp"])?.first ?? nil)
        #expect(Self.both(Self.at(document, "baseline", "traffic"))["packets"] == expected.packets)
    }

    @Test("a step of type baseline is one, and is a step all the same")
    func baselineStep() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Recorded.journey, encoding: .utf8)
        // The first step of the walk, as if the device had been at rest in it.
        let range = try #require(text.range(of: "type: loading"))
        let journey = try folder.write("journey.yaml", text.replacingCharacters(in: range, with: "type: baseline"))
        let document = try Self.document([
            "replay", Recorded.capture, "--journey", journey, "--markers", Recorded.markers,
        ])
        let step = try #require((document["steps"] as? [[String: Any]])?.first)
        let baseline = try #require(document["baseline"] as? [String: Any])
        #expect(baseline["kind"] as? String == "step")
        #expect(baseline["seconds"] as? Double == step["seconds"] as? Double)
        #expect(Self.both(baseline["traffic"]) == Self.both(step["traffic"]))
        let perMinute = Double(Self.both(step["traffic"])["ipBytes"] ?? 0) * 60 / (step["seconds"] as? Double ?? 1)
        #expect(abs((baseline["bytesPerMinute"] as? Double ?? 0) - perMinute) < 1e-6 * perMinute)
        let usual = try Self.document(Self.walk)
        #expect((document["totals"] as? NSDictionary) == (usual["totals"] as? NSDictionary))
        #expect((document["hosts"] as? NSArray) == (usual["hosts"] as? NSArray), "nothing is subtracted")
    }

    @Test("a baseline that isn't there, or is no capture, is named")
    func noBaseline() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write("idle.txt", "nothing")
        #expect(try Ecoproxy.run(Self.walk + ["--baseline", folder["none.pcap"]]).status == 66)
        let refused = try Ecoproxy.run(Self.walk + ["--baseline", text])
        #expect(refused.status == 65)
        #expect(refused.errors.contains("idle.txt"))
    }
}
