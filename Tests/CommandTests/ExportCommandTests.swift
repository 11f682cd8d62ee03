import Documents
import Foundation
import TestSupport
import Testing

@Suite struct ExportCommandTests {
    private func exported(_ folder: TemporaryFolder, _ format: String) throws -> RunResult {
        let bundle = folder["run"]
        if !FileManager.default.fileExists(atPath: bundle) { _ = try folder.demoBundle() }
        let result = try Ecoproxy.run("export", bundle, "--as", format)
        #expect(result.status == 0, "\(result.errors)")
        return result
    }

    private func measurement(_ folder: TemporaryFolder) throws -> JourneyMeasurement {
        try JourneyMeasurement(json: Ecoproxy.run("replay", folder["run"], "--json").output)
    }

    @Test("the archive has a page a step, and its entries carry all bytes of connections")
    func archive() throws {
        let folder = try TemporaryFolder()
        let log = try json(exported(folder, "har").output)["log"] as? [String: Any] ?? [:]
        let measurement = try measurement(folder)
        #expect(log["version"] as? String == "1.2")
        let pages = log["pages"] as? [[String: Any]] ?? []
        #expect(pages.map { $0["title"] as? String } == measurement.steps.map(\.id))
        #expect(pages.map { $0["startedDateTime"] as? String } == measurement.steps.map(\.start.description))
        let entries = log["entries"] as? [[String: Any]] ?? []
        for (page, step) in zip(pages, measurement.steps) {
            let own = entries.filter { $0["pageref"] as? String == page["id"] as? String }
            let bytes = own.reduce(0) { sum, entry in
                let traffic = entry["_traffic"] as? [String: [String: Int]]
                return sum + (traffic?["up"]?["ipBytes"] ?? 0) + (traffic?["down"]?["ipBytes"] ?? 0)
            }
            #expect(bytes == step.hosts.reduce(0) { $0 + $1.traffic.both.ipBytes })
        }
        for entry in entries {
            let url = (entry["request"] as? [String: Any])?["url"] as? String ?? ""
            #expect(url.hasPrefix("https://") && url.hasSuffix("/") && url.split(separator: "/").count == 2)
            #expect(entry["time"] as? Double ?? -1 >= 0)
        }
    }

    @Test(
        "another program's reader of archives reads it",
        .enabled(if: PythonTools.areInstalled, "make test installs haralyzer"))
    func otherReader() throws {
        let folder = try TemporaryFolder()
        let script = """
            import json, sys
            from haralyzer import HarParser
            parser = HarParser(json.load(sys.stdin))
            print(json.dumps([[page.page_id, page.title, len(page.entries)] for page in parser.pages if page.page_id != "unknown"]))
            assert sum(e.time for page in parser.pages for e in page.entries) > 0
            assert parser.creator["name"] == "ecoproxy"
            """
        let result = try TestSupport.run(
            PythonTools.path, ["-c", script], input: exported(folder, "har").output)
        #expect(result.status == 0, "\(result.errors)")
        let pages = try JSONSerialization.jsonObject(with: result.output) as? [[Any]] ?? []
        #expect(pages.count == 5)
        #expect(pages.allSatisfy { $0[2] as? Int ?? 0 > 0 })
    }

    @Test("the table's figures add up to the measurement's totals, as Python adds them")
    func table() throws {
        let folder = try TemporaryFolder()
        let script = """
            import csv, json, sys
            rows = list(csv.DictReader(sys.stdin))
            sums = {key: sum(int(row["up_" + key]) + int(row["down_" + key]) for row in rows)
                    for key in ("packets", "wire_bytes", "ip_bytes", "payload_bytes")}
            print(json.dumps(sums))
            """
        let result = try TestSupport.run("python3", ["-c", script], input: exported(folder, "csv").output)
        let sums = try json(result.output) as? [String: Int]
        let totals = try measurement(folder).totals
        #expect(
            sums == [
                "packets": totals.packets, "wire_bytes": totals.wireBytes, "ip_bytes": totals.ipBytes,
                "payload_bytes": totals.payloadBytes,
            ])
    }

    @Test("both documents stand in one, and each is one of its own kind")
    func pair() throws {
        let folder = try TemporaryFolder()
        let data = try exported(folder, "json").output
        #expect(try validate(data, against: "export") == [])
        let document = try json(data)
        for name in ["measurement", "score"] {
            let part = try JSONSerialization.data(withJSONObject: document[name] ?? [:])
            #expect(try validate(part, against: name) == [])
        }
    }

    @Test("lines are the run, its steps and their hosts")
    func lines() throws {
        let folder = try TemporaryFolder()
        let lines = try exported(folder, "ndjson").text.split(separator: "\n").map { try json(Data($0.utf8)) }
        let measurement = try measurement(folder)
        let kinds = Dictionary(grouping: lines) { $0["kind"] as? String ?? "" }.mapValues(\.count)
        let hosts = measurement.outside.hosts.count + measurement.steps.reduce(0) { $0 + $1.hosts.count }
        #expect(kinds == ["run": 1, "step": 5, "host": hosts])
        #expect(lines.filter { $0["kind"] as? String == "step" }.allSatisfy { $0["ecoscore"] != nil })
    }

    /// The steps that a replay of the same capture has, with markers from a file that was handed over.
    private func readBack(_ folder: TemporaryFolder, _ file: String) throws -> JourneyMeasurement {
        let result = try Ecoproxy.run(
            "replay", Recorded.capture, "--journey", Recorded.journey, "--markers", file, "--json")
        #expect(result.status == 0, "\(result.errors)")
        return try JourneyMeasurement(json: result.output)
    }

    @Test(
        "what is read back as markers gives the same steps, as exactly as the format tells time",
        arguments: [("har", 0), ("gmt-notes", 1000), ("allure", 1_000_000)])
    func roundTrip(_ format: String, _ precision: Int64) throws {
        let folder = try TemporaryFolder()
        let file: String
        if format == "allure" {
            let result = try Ecoproxy.run("export", folder.demoBundle(), "--as", format, "--output", folder["allure"])
            #expect(result.status == 0, "\(result.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder["allure"])
            file = folder["allure/" + (names.first { $0.hasSuffix("-result.json") } ?? "")]
        } else {
            file = try folder.write("walk", exported(folder, format).text)
        }
        let (before, after) = (try measurement(folder), try readBack(folder, file))
        #expect(before.steps.map(\.id) == after.steps.map(\.id))
        for (one, other) in zip(before.steps, after.steps) {
            #expect((0..<max(1, precision)).contains(one.start.nanoseconds - other.start.nanoseconds))
            // No step was displayed that wasn't before.
            #expect(one.displayTime.basis == other.displayTime.basis)
        }
        // The archive doesn't say when the last step ended.
        for (one, other) in zip(before.steps, after.steps).dropLast(format == "har" ? 1 : 0) {
            #expect((0..<max(1, precision)).contains(one.end.nanoseconds - other.end.nanoseconds))
        }
    }

    @Test("results have what Allure's own sample has, and the documents beside them")
    func allure() throws {
        let folder = try TemporaryFolder()
        #expect(
            try Ecoproxy.run("export", folder.demoBundle(), "--as", "allure", "-o", folder["out"]).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder["out"])
        let result = try json(folder.data("out/" + #require(names.first { $0.hasSuffix("-result.json") })))
        for key in ["uuid", "historyId", "fullName", "name", "status", "stage", "start", "stop", "labels", "steps"] {
            #expect(result[key] != nil, "\(key)")
        }
        for attachment in result["attachments"] as? [[String: String]] ?? [] {
            #expect(names.contains(attachment["source"] ?? ""))
        }
        #expect((result["attachments"] as? [Any])?.count == 2)
        #expect(try mode(folder["out"]) == 0o700)
        #expect(try mode(folder["out/" + names[0]]) == 0o600)
    }

    @Test("a folder needs a name, and an unknown format is refused")
    func usage() throws {
        let folder = try TemporaryFolder()
        #expect(try Ecoproxy.run("export", folder.demoBundle(), "--as", "allure").status == 64)
        #expect(try Ecoproxy.run("export", folder["run"], "--as", "pdf").status == 64)
        #expect(try Ecoproxy.run("export", folder["none"], "--as", "csv").status == 66)
    }
}
