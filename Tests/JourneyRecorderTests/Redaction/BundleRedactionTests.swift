import Documents
import Foundation
import TestSupport
import Testing

@testable import JourneyRecorder
@testable import TrafficMeter

@Suite struct BundleRedactionTests {
    /// A bundle of a capture, walked in two steps, with a journey of its own.
    private func bundle(_ folder: TemporaryFolder, _ capture: String) throws -> RunBundle {
        let bundle = RunBundle(path: folder["run"])
        try RunBundle.createFolder(bundle.path)
        try FileManager.default.copyItem(atPath: capture, toPath: bundle.path(of: .capture))
        return bundle
    }

    private func conditions(_ bundle: RunBundle, hosts: HostRules = HostRules()) throws -> Replay.Conditions {
        let totals = try Replay(captures: bundle.captures, hashing: .never, tool: .ecoproxy).measurement.totals
        var markers = MarkerLog(name: "markers.jsonl")
        if let first = totals.first, let last = totals.last {
            let middle = Timestamp(nanoseconds: first.nanoseconds / 2 + last.nanoseconds / 2)
            try markers.append(Marker(time: first, kind: .step, step: "one", text: "private words", source: "key"))
            try markers.append(
                Marker(time: middle, kind: .note, text: "private words", source: "key"))
            if middle > first { try markers.append(Marker(time: middle, kind: .step, step: "two", source: "key")) }
        }
        let steps = ["one", "two"].map { JourneyStep(id: $0, title: LocalizedText($0), type: .action) }
        let journey = Journey(
            id: "j", title: LocalizedText("J"), application: "a", version: "2.40", device: .smartphone,
            network: .mobile, hosts: hosts, steps: steps, budget: JourneyBudget(), runs: RunPlan())
        try bundle.write(Data(journey.yaml.utf8), to: .journey)
        try bundle.write(Data(markers.entries.map(\.marker.line).joined().utf8), to: .markers)
        return Replay.Conditions(
            journey: (journey, ContentHasher.hash(of: Data(journey.yaml.utf8))),
            timeline: try Timeline(markers, journey: journey), markers: markers)
    }

    /// What a replay of a redacted bundle is told: what stands in it.
    private func conditions(ofRedacted bundle: RunBundle) throws -> Replay.Conditions {
        let told = try RunConditions(json: bundle.read(.conditions))
        let data = try bundle.read(.journey)
        let journey = try JourneyFile.parse(data, name: "journey.yaml")
        let markers = try MarkerLog.parse(try bundle.read(.markers), name: "markers.jsonl")
        var conditions = Replay.Conditions(
            journey: (journey, ContentHasher.hash(of: data)), timeline: try Timeline(markers, journey: journey),
            deviceAddresses: told.addresses, only: try told.only.map { try PacketSelection($0) }, app: told.app,
            markers: markers, cache: told.cache, trust: told.trust)
        (conditions.caveats, conditions.deviceLinks) = (told.caveats ?? [], told.links)
        conditions.names = try FlowNames(json: bundle.read(.names))
        return conditions
    }

    /// A measurement without what redaction changes: order of equals, words, hashes and files.
    private func plain(_ measurement: JourneyMeasurement) -> JourneyMeasurement {
        var plain = measurement
        for index in plain.sources.indices {
            plain.sources[index] = Source(
                kind: .file, trust: plain.sources[index].trust, linkTypes: plain.sources[index].linkTypes,
                snapLength: plain.sources[index].snapLength)
        }
        plain.journey?.sha256 = Redaction.unknownHash
        plain.quality.warnings = plain.quality.warnings.map { Caveat($0.code, "", step: $0.step, count: $0.count) }
            .sorted { ($0.code.rawValue, $0.step ?? "") < ($1.code.rawValue, $1.step ?? "") }
        plain.device.addresses.sort()
        func sorted(_ hosts: [HostTraffic]) -> [HostTraffic] {
            hosts.sorted { ($0.name, $0.nameSource.rawValue, $0.flows) < ($1.name, $1.nameSource.rawValue, $1.flows) }
        }
        func sorted(_ breakdown: Breakdown?) -> Breakdown? {
            var sorted = breakdown
            sorted?.apps?.sort { $0.key < $1.key }
            return sorted
        }
        (plain.hosts, plain.outside.hosts) = (sorted(plain.hosts), sorted(plain.outside.hosts))
        (plain.breakdown, plain.outside.breakdown) = (sorted(plain.breakdown), sorted(plain.outside.breakdown))
        for index in plain.steps.indices {
            plain.steps[index].hosts = sorted(plain.steps[index].hosts)
            plain.steps[index].breakdown = sorted(plain.steps[index].breakdown)
        }
        plain.apps?.sort { ($0.uid, $0.name ?? "") < ($1.uid, $1.name ?? "") }
        return plain
    }

    /// Redacts a bundle and replays both.
    private func redact(
        _ bundle: RunBundle, _ folder: TemporaryFolder, keeping kept: KeptHosts, _ conditions: Replay.Conditions
    ) throws -> (before: Replay, expected: JourneyMeasurement, after: JourneyMeasurement, bundle: RunBundle) {
        let before = try Replay(
            captures: bundle.captures, conditions: conditions, hashing: .never, tool: .ecoproxy)
        var redaction = try BundleRedaction(
            of: bundle, before, conditions: conditions, keeping: kept, keepsNotes: false
        ) { $0.code.rawValue }
        let target = RunBundle(path: folder["shared"])
        try redaction.write(to: target, tool: .ecoproxy) { _, _ in nil }
        let after = try Replay(
            captures: target.captures, conditions: self.conditions(ofRedacted: target), hashing: .never,
            tool: .ecoproxy)
        var names = redaction.redaction
        return (before, names.measurement(before.measurement), after.measurement, target)
    }

    @Test(
        "a redacted bundle replays to the same figures, and tells no address or name", .reference,
        arguments: ReferenceCapture.all)
    func corpus(_ capture: ReferenceCapture) throws {
        let folder = try TemporaryFolder()
        let bundle = try bundle(folder, capture.file.path)
        // One of them is of a version that no reader knows.
        guard let replay = try? Replay(captures: bundle.captures, hashing: .never, tool: .ecoproxy) else { return }
        let own = replay.measurement.hosts.first { $0.nameSource != .none && $0.name.contains(".") }
        let rules = HostRules(first: own.flatMap { try? HostPattern($0.name) }.map { [$0] } ?? [])
        let conditions = try conditions(bundle, hosts: rules)
        let addresses = try Self.addresses(in: capture)
        for kept in [KeptHosts.keep, .none] {
            let target = try TemporaryFolder()
            let found = try redact(bundle, target, keeping: kept, conditions)
            #expect(plain(found.after) == plain(found.expected), "\(kept)")
            if kept == .none { #expect(try validate(found.bundle.read(.names), against: "names") == []) }
            try checkSilence(of: found.bundle, addresses, found.before, kept)
        }
    }

    /// The addresses that tshark reads of a capture, wherever in its packets.
    private static func addresses(in capture: ReferenceCapture) throws -> [String: [UInt8]] {
        let fields = [
            "ip.src", "ip.dst", "ipv6.src", "ipv6.dst", "arp.src.proto_ipv4", "arp.dst.proto_ipv4", "dns.a", "dns.aaaa",
            "eth.src", "eth.dst", "wlan.addr",
        ]
        let texts = Set(
            try tshark(capture.file.path, fields: fields, occurrence: "a").flatMap(\.self).flatMap {
                $0.split(separator: ",").map(String.init)
            })
        return texts.reduce(into: [:]) { found, text in
            if let bytes = bytes(text), isTelling(bytes) { found[text] = bytes }
        }
    }

    /// Looks for these addresses, and for the names that were to go, in all that was written.
    private func checkSilence(
        of bundle: RunBundle, _ addresses: [String: [UInt8]], _ replay: Replay, _ kept: KeptHosts
    ) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: bundle.path).map { name in
            (name: name, data: try RunBundle.read("\(bundle.path)/\(name)"))
        }
        for (text, bytes) in addresses {
            for file in files {
                #expect(file.data.range(of: Data(bytes)) == nil, "\(text) in \(file.name)")
                #expect(file.data.range(of: Data(bytes.reversed())) == nil, "\(text) reversed in \(file.name)")
                #expect(!Self.holds(file.data, word: text), "\(text) in \(file.name)")
            }
        }
        for host in replay.measurement.hosts where host.nameSource != .none && host.name.contains(".") {
            guard !kept.keeps(host.party) else { continue }
            for file in files { #expect(!Self.holds(file.data, word: host.name), "\(host.name) in \(file.name)") }
        }
        for file in files { #expect(file.data.range(of: Data("private words".utf8)) == nil) }
    }

    /// The bytes of an address as networks write it.
    private static func bytes(_ text: String) -> [UInt8]? {
        if let address = IPAddress(text), !address.isEveryones {
            let low = (0..<8).map { UInt8(truncatingIfNeeded: address.low >> (56 - 8 * $0)) }
            let high = (0..<8).map { UInt8(truncatingIfNeeded: address.high >> (56 - 8 * $0)) }
            return address.isIPv6 ? high + low : Array(low.suffix(4))
        }
        return LinkAddress(text).map { link in (0..<6).map { UInt8(truncatingIfNeeded: link.bits >> (40 - 8 * $0)) } }
    }

    /// Whether bytes tell an address rather than any number: 10.0.0.1 and aa:aa:aa:aa:aa:aa are found in lengths, flags and fillings.
    private static func isTelling(_ bytes: [UInt8]) -> Bool {
        bytes.count { $0 != 0 && $0 != 0xFF } > 2 && Set(bytes).count > 2
    }

    /// Whether a text stands in a file by itself, and not as a part of a longer one.
    private static func holds(_ data: Data, word: String) -> Bool {
        var rest = data[...]
        while let found = rest.range(of: Data(word.lowercased().utf8)) {
            let neighbours = [
                found.lowerBound > data.startIndex ? data[found.lowerBound - 1] : 0,
                found.upperBound < data.endIndex ? data[found.upperBound] : 0,
            ]
            let goesOn = neighbours.contains { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x3A
                    || byte == 0x2D
            }
            if !goesOn { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }

    @Test("conditions of a recording hold for the redacted bundle")
    func selections() throws {
        let folder = try TemporaryFolder()
        let bundle = try bundle(folder, RecordedWalk.all[0].capture)
        var conditions = try conditions(bundle)
        let device = try #require(RecordedWalk.device.first { $0.contains(".") })
        conditions.deviceAddresses = [try #require(IPAddress(device))]
        conditions.only = try PacketSelection(["\(device)/24"])
        let found = try redact(bundle, folder, keeping: .third, conditions)
        #expect(found.after.device.rule == .given)
        #expect(found.after.totals == found.before.measurement.totals)
        #expect(found.after.selection?.kept == found.before.measurement.selection?.kept)
        #expect(found.after.selection?.leftOut == found.before.measurement.selection?.leftOut)
        #expect(found.after.steps.map(\.traffic) == found.before.measurement.steps.map(\.traffic))

        conditions.only = try PacketSelection(["tcp port 443"])
        #expect(throws: RedactionError(.filter("tcp port 443"), file: bundle.path)) {
            try redact(bundle, TemporaryFolder(), keeping: .keep, conditions)
        }
    }

    @Test("names of another capture are refused")
    func otherNames() throws {
        let folder = try TemporaryFolder()
        let bundle = try bundle(folder, RecordedWalk.all[0].capture)
        let found = try redact(bundle, folder, keeping: .keep, conditions(bundle))
        var names = try FlowNames(json: found.bundle.read(.names))
        names.flows += 1
        var conditions = try conditions(ofRedacted: found.bundle)
        conditions.names = names
        #expect(throws: FlowNamesError.self) {
            try Replay(captures: found.bundle.captures, conditions: conditions, hashing: .never, tool: .ecoproxy)
        }
        names.flows -= 1
        names.greetings.append(FlowNames.Greeting(flow: 1 << 40, way: "tls", marks: 0))
        conditions.names = names
        #expect(throws: FlowNamesError.self) {
            try Replay(captures: found.bundle.captures, conditions: conditions, hashing: .never, tool: .ecoproxy)
        }
    }
}
