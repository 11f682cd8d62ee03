import Foundation
import TestSupport
import Testing

/// What `replay` tells of traffic beside its document: tables, CSV, and the flows in detail.
@Suite struct TrafficTablesTests {
    private static let walk = [
        "replay", Recorded.capture, "--journey", Recorded.journey, "--markers", Recorded.markers,
    ]
    private static let groupings = ["host", "party", "purpose", "transport", "ip-version", "app", "flow"]

    /// A table's cells: name, up, down, IP bytes, flows, connections, share.
    private struct Printed {
        var rows: [[String]] = []
        var total: [String] = []

        static func number(_ text: String) -> Int { Int(text.filter(\.isNumber)) ?? -1 }

        /// The tables of a text: rows stand between two rules, and the total under the second one.
        static func tables(_ text: String) -> [Printed] {
            var tables: [Printed] = []
            for part in text.components(separatedBy: "\n\n") {
                let blocks = part.split(separator: "\n").split { $0.allSatisfy { $0 == "─" } }
                guard blocks.count == 3 else { continue }
                tables.append(
                    Printed(rows: blocks[1].compactMap(cells), total: blocks[2].compactMap(cells).first ?? []))
            }
            return tables
        }

        /// A line's cells; `nil` for one that goes on with a name.
        private static func cells(_ line: Substring) -> [String]? {
            let cells = line.split(separator: /[ ]{2,}/).map(String.init)
            return cells.count >= 7 ? cells : nil
        }
    }

    @Test("each table's rows add up to its total, in either language", arguments: groupings, ["en", "fr"])
    func tables(_ grouping: String, _ language: String) throws {
        let document = try json(Ecoproxy.run(Self.walk + ["--json"]).output)
        func ipBytes(_ traffic: Any?) -> Int {
            let ways = traffic as? [String: [String: Int]] ?? [:]
            return (ways["up"]?["ipBytes"] ?? 0) + (ways["down"]?["ipBytes"] ?? 0)
        }
        let steps = try #require(document["steps"] as? [[String: Any]])
        let outside = ipBytes((document["outside"] as? [String: Any])?["traffic"])
        let sections = steps.map { ipBytes($0["traffic"]) } + [outside]
        let result = try Ecoproxy.run(
            Self.walk + ["--by", grouping, "--lang", language], environment: ["COLUMNS": "160"])
        #expect(result.status == 0, "\(result.errors)")
        let tables = Printed.tables(result.text)
        #expect(tables.count == steps.count + 2)
        #expect(tables.map { Printed.number($0.total[3]) } == [sections.reduce(0, +)] + sections)
        for table in tables {
            #expect(!table.rows.isEmpty)
            for column in 3...5 {
                let sum = table.rows.reduce(0) { $0 + Printed.number($1[column]) }
                #expect(sum == Printed.number(table.total[column]), "column \(column)")
            }
        }
        let totals = try #require(document["totals"] as? [String: Any])
        #expect(sections.reduce(0, +) == totals["ipBytes"] as? Int)
    }

    @Test("the same of a capture that names apps", .reference, arguments: ["en", "fr"])
    func apps(_ language: String) throws {
        let capture = try #require(ReferenceCapture.all.first { $0.name == "derived__pcapdroid-uidmap.pcapng" }).file
            .path
        let tables = Printed.tables(try Ecoproxy.run("replay", capture, "--by", "app", "--lang", language).text)
        let table = try #require(tables.first)
        #expect(table.rows.map { $0[0] } == ["org.example.browser", "com.example.shop"])
        #expect(table.rows.reduce(0) { $0 + Printed.number($1[3]) } == Printed.number(table.total[3]))
    }

    @Test(
        "standard output takes one thing",
        arguments: [
            ["--by", "host", "--json"], ["--by", "host", "--flows", "-"], ["--json", "--csv", "-"],
            ["--detail", "-", "--csv", "-"],
        ])
    func one(_ options: [String]) throws {
        for (language, word) in [("en", "one thing"), ("fr", "qu’une chose")] {
            let result = try Ecoproxy.run(
                ["replay", Recorded.capture] + options, environment: ["LC_ALL": language == "fr" ? "fr_FR.UTF-8" : "C"])
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(word), "\(result.errors)")
        }
    }

    /// Compares a CSV with a measurement, both read by Python, and prints what differs.
    private static let witness = """
        import csv, json, sys
        document = json.load(open(sys.argv[1]))
        lines = list(csv.DictReader(open(sys.argv[2], newline="")))
        names = [("packets", "packets"), ("wire_bytes", "wireBytes"), ("ip_bytes", "ipBytes"),
                 ("payload_bytes", "payloadBytes"), ("unique_payload_bytes", "uniquePayloadBytes")]
        kinds = [("host", "hosts"), ("party", "parties"), ("purpose", "purposes"), ("transport", "transports"),
                 ("ip-version", "ipVersions"), ("app", "apps")]

        def figures(traffic):
            return [traffic[way][name] for way in ("up", "down") for _, name in names]

        def of(line):
            return [int(line[way + "_" + name]) for way in ("up", "down") for name, _ in names]

        def add(many):
            return [sum(column) for column in zip(*many)] or [0] * 10

        sections = [(("step", step["id"], str(step["iteration"])), step) for step in document["steps"]]
        sections += [(("outside", "", ""), document["outside"]), (("all", "", ""), document)]
        seen = 0
        for place, section in sections:
            own = [line for line in lines if (line["section"], line["step"], line["iteration"]) == place]
            seen += len(own)
            total = [of(line) for line in own if line["by"] == "total"]
            rest = add([of(line) for line in own if line["by"] in ("other-ip", "non-ip")])
            if "traffic" in section and total != [figures(section["traffic"])]:
                print(place, "total", total)
            for by, key in kinds:
                listed = section["hosts"] if by == "host" else section["breakdown"].get(key)
                mine = [line for line in own if line["by"] == by]
                if listed is None:
                    if mine: print(place, by, "isn't in the document")
                    continue
                name = "name" if by == "host" else "key"
                expected = [(entry[name], figures(entry["traffic"]), entry["flows"], entry["connections"]) for entry in listed]
                found = [(line["key"], of(line), int(line["flows"]), int(line["connections"])) for line in mine]
                if found != expected: print(place, by, found, expected)
                if [add([add([of(line) for line in mine]), rest])] != total: print(place, by, "doesn't add up")
            without = [of(line) for line in own if line["by"] == "without-background"]
            if without != [figures(section["withoutBackground"])]: print(place, "without", without)
            opening = [int(line["down_ip_bytes"]) for line in own if line["by"] == "opening"]
            if opening != [section["breakdown"]["openingBytes"]]: print(place, "opening", opening)
        if seen != len(lines): print("lines of no section")
        parts = [of(line) for line in lines if line["by"] == "total" and line["section"] != "all"]
        if add(parts) != [of(line) for line in lines if line["by"] == "total" and line["section"] == "all"][0]:
            print("sections don't add up")
        print("compared", seen)
        """

    @Test("Python reads the CSV, and its figures are the document's")
    func csv() throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run(Self.walk + ["--csv", folder["t.csv"], "--output", folder["m.json"]])
        #expect(result.status == 0, "\(result.errors)")
        try expectAgreement(folder)
        #expect(try Ecoproxy.run(Self.walk + ["--csv", "-"]).output == folder.data("t.csv"))
    }

    private func expectAgreement(_ folder: TemporaryFolder) throws {
        let told = try run("/usr/bin/python3", ["-c", Self.witness, folder["m.json"], folder["t.csv"]])
        #expect(told.errors.isEmpty, "\(told.errors)")
        #expect(told.text.split(separator: "\n").count == 1 && told.text.hasPrefix("compared"), "\(told.text)")
    }

    @Test("the same of captures with apps, several names and strange ones", .reference)
    func referenceCSV() throws {
        let folder = try TemporaryFolder()
        for name in ["derived__pcapdroid-trailer.pcap", "ndpi__malformed_dns.pcap", "ndpi__alexa-app.pcapng"] {
            let capture = try #require(ReferenceCapture.all.first { $0.name == name }).file.path
            _ = try Ecoproxy.run("replay", capture, "--csv", folder["t.csv"], "--output", folder["m.json"])
            try expectAgreement(folder)
        }
    }

    @Test("the flows in detail follow their schema, and add up to the document's hosts, step by step")
    func detail() throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run(Self.walk + ["--detail", folder["d.json"], "--output", folder["m.json"]])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try validate(folder.data("d.json"), against: "flows").isEmpty)
        let flows = try #require(json(folder.data("d.json"))["flows"] as? [[String: Any]])
        let document = try json(folder.data("m.json"))
        func sum(_ traffics: [Any?]) -> [String: [String: Int]] {
            traffics.reduce(into: [:]) { sum, traffic in
                for (way, figures) in traffic as? [String: [String: Int]] ?? [:] {
                    sum[way, default: [:]].merge(figures, uniquingKeysWith: +)
                }
            }
        }
        func hosts(_ section: [String: Any]?) -> [String: [String: Int]] {
            sum((section?["hosts"] as? [[String: Any]] ?? []).map { $0["traffic"] })
        }
        #expect(sum(flows.map { $0["traffic"] }) == hosts(document))
        let slices = flows.flatMap { $0["slices"] as? [[String: Any]] ?? [] }
        for step in try #require(document["steps"] as? [[String: Any]]) {
            let own = slices.filter { $0["step"] as? String == step["id"] as? String }
            #expect(sum(own.map { $0["traffic"] }) == hosts(step), "\(step["id"] ?? "")")
        }
        let outside = slices.filter { $0["step"] == nil }
        #expect(sum(outside.map { $0["traffic"] }) == hosts(document["outside"] as? [String: Any]))
        // Names and protocols are there for who looks for them.
        #expect(flows.contains { (($0["names"] as? [String: Any])?["protocols"] as? [String])?.contains("h3") == true })
        #expect(try Ecoproxy.run(Self.walk + ["--detail", "-"]).output == folder.data("d.json"))
    }

    @Test("the flows of captures with everything in them follow their schema", .reference)
    func referenceDetail() throws {
        for name in ["derived__pcapdroid-uidmap.pcapng", "ndpi__tls_ech.pcapng", "ndpi__alexa-app.pcapng"] {
            let capture = try #require(ReferenceCapture.all.first { $0.name == name }).file.path
            let result = try Ecoproxy.run("replay", capture, "--detail", "-")
            #expect(try validate(result.output, against: "flows").isEmpty, "\(name)")
        }
    }
}
