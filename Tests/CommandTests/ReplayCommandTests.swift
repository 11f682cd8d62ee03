import Foundation
import TestSupport
import Testing

@Suite struct ReplayCommandTests {
    private func replay(_ options: String...) throws -> RunResult {
        try run(
            Ecoproxy.path,
            ["replay", Recorded.capture, "--journey", Recorded.journey, "--markers", Recorded.markers] + options,
            environment: Ecoproxy.environment)
    }

    @Test("the document follows its schema, whole on standard output or in a file")
    func document() throws {
        let folder = try TemporaryFolder()
        let printed = try replay("--json", "--output", folder["m.json"])
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(printed.errors.isEmpty)
        #expect(try validate(printed.output, against: "measurement").isEmpty)
        #expect(try folder.data("m.json") == printed.output)
        #expect(try mode(folder["m.json"]) == 0o600)
        #expect(try replay("--json").output == printed.output, "same input, same bytes")
    }

    @Test(
        "a capture from standard input, compressed or not, gives the figures of the file",
        arguments: ["cat", "gzip -c", "zstd -qc", "lz4 -qc"])
    func standardInput(_ program: String) throws {
        let words = program.split(separator: " ").map(String.init)
        let packed = try run(
            words[0], Array(words.dropFirst()), input: Data(contentsOf: URL(filePath: Recorded.capture)))
        #expect(packed.status == 0)
        let streamed = try json(Ecoproxy.run("replay", "-", "--json", input: packed.output).output)
        let file = try json(Ecoproxy.run("replay", Recorded.capture, "--json").output)
        for key in ["totals", "hosts", "outside", "steps", "otherIp", "nonIp", "drops"] {
            let (one, other) = (streamed[key] as? NSObject, file[key] as? NSObject)
            #expect(one == other, "\(key)")
        }
        #expect((file["totals"] as? [String: Any])?["packets"] as? Int ?? 0 > 1000)
    }

    static let columns = [
        "proto", "a_ip", "a_port", "b_ip", "b_port", "a2b_packets", "b2a_packets", "a2b_wire_bytes", "b2a_wire_bytes",
        "a2b_ip_bytes", "b2a_ip_bytes", "a2b_payload_bytes", "b2a_payload_bytes", "first_ts", "last_ts",
    ]

    @Test("one line a flow, with the columns of the reference and then the names")
    func flows() throws {
        let folder = try TemporaryFolder()
        let result = try replay("--flows", folder["flows.csv"])
        #expect(result.status == 0)
        let text = String(decoding: try folder.data("flows.csv"), as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        let segments = [
            "fragments", "tcp_streams", "tcp_syn_from", "tcp_retransmissions", "tcp_keepalives", "tcp_out_of_order",
            "a2b_unique_payload_bytes", "b2a_unique_payload_bytes", "a2b_missing_bytes", "b2a_missing_bytes", "alpn",
            "marks", "opening_ip_bytes", "app",
        ]
        #expect(lines.first == (Self.columns + ["name", "name_source", "names"] + segments).joined(separator: ","))
        #expect(lines.last == "", "RFC 4180: the last line is ended too")
        #expect(try replay("--flows", "-").text == text, "and nothing else on standard output")
        // tshark counts its conversations itself; one line of each table is one five-tuple.
        let counted = try ["tcp", "udp"].flatMap { kind in
            try run("tshark", ["-n", "-q", "-r", Recorded.capture, "-z", "conv,\(kind)"]).text
                .split(separator: "\n").filter { $0.contains("<->") }
        }
        #expect(lines.count - 2 == counted.count)
    }

    @Test("the flows of a reference capture, line by line", .reference)
    func referenceFlows() throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == "pcapdroid__two_flows.pcap" })
        let found = try Ecoproxy.run("replay", capture.file.path, "--flows", "-").text.components(separatedBy: "\r\n")
            .filter { !$0.isEmpty }.map {
                Array($0.split(separator: ",", omittingEmptySubsequences: false).map(String.init).prefix(15))
            }
        #expect(try found == capture.flows().map { Array($0.prefix(15)) })
    }

    @Test("a capture cut in mid-packet is measured up to there, and says so")
    func cut() throws {
        let folder = try TemporaryFolder()
        let whole = try Data(contentsOf: URL(filePath: Recorded.capture))
        let path = try folder.write("cut.pcapng", whole.prefix(whole.count / 2 + 1))
        let result = try Ecoproxy.run("replay", path, "--json")
        #expect(result.status == 3)
        #expect(result.errors.contains("cut"))
        let document = try json(result.output)
        let packets = (document["totals"] as? [String: Any])?["packets"] as? Int
        // capinfos reads up to the cut as well, and ends with an error of its own.
        let witness = try run("tshark", ["-n", "-r", path, "-T", "fields", "-e", "frame.number"]).text
        #expect(packets == witness.split(separator: "\n").count)
        #expect((document["quality"] as? [String: Any])?["grade"] as? String == "untrusted")
        let shown = try Ecoproxy.run("replay", path)
        #expect(shown.status == 3)
        #expect(shown.text.contains("cut"))
    }

    @Test("a capture without a packet is a result that can't be trusted")
    func empty() throws {
        let folder = try TemporaryFolder()
        var builder = CaptureBuilder()
        builder.pcapHeader()
        let path = try folder.write("empty.pcap", Data(builder.bytes))
        let result = try Ecoproxy.run("replay", path, "--json")
        #expect(result.status == 3)
        #expect(try validate(result.output, against: "measurement").isEmpty)
        #expect(result.errors.contains("no packet"))
    }

    @Test("a step of the journey that was not walked makes the result untrusted")
    func missingStep() throws {
        let folder = try TemporaryFolder()
        let lines = try String(contentsOfFile: Recorded.markers, encoding: .utf8).split(separator: "\n")
        let path = try folder.write("markers.jsonl", lines.filter { !$0.contains("recherche") }.joined(separator: "\n"))
        let result = try Ecoproxy.run(
            "replay", Recorded.capture, "--journey", Recorded.journey, "--markers", path, "--json")
        #expect(result.status == 3)
        #expect(result.errors.contains("recherche"))
    }

    @Test("a file that can't be written is named, and the result is printed all the same")
    func unwritable() throws {
        let result = try Ecoproxy.run("replay", Recorded.capture, "--json", "--output", "/proc/nonexistent/m.json")
        #expect(result.status == 73)
        #expect(result.errors.contains("/proc/nonexistent/m.json"))
        #expect(try json(result.output)["schema"] as? String == "ecoproxy.measurement/1")
    }

    @Test("a hosts file names addresses that the traffic doesn't name, and its faults have a line")
    func hosts() throws {
        let folder = try TemporaryFolder()
        // A datagram between two addresses that nothing else tells of.
        var builder = CaptureBuilder()
        builder.pcapHeader(linkType: 228)
        let datagram = PacketBuilder.udp(from: 40_000, to: 9999, [1, 2, 3])
        builder.pcapRecord(
            seconds: 0, fraction: 0, PacketBuilder.ipv4(from: "192.0.2.1", to: "198.51.100.7", protocol: 17, datagram))
        let capture = try folder.write("one.pcap", Data(builder.bytes))
        let good = try folder.write("hosts", Data("# ours\n198.51.100.7 API.example api\n".utf8))
        let host = try #require(
            (json(Ecoproxy.run("replay", capture, "--hosts", good, "--json").output)["hosts"] as? [[String: Any]])?
                .first)
        #expect(host["name"] as? String == "api.example")
        #expect(host["nameSource"] as? String == "hosts-file")
        let bad = try folder.write("bad", Data("198.51.100.7 a.example\nnonsense line\n".utf8))
        let refused = try Ecoproxy.run("replay", capture, "--hosts", bad)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("\(bad): line 2"))
    }
}
