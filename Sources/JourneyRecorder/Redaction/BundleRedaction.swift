public import Documents
public import Foundation
import Glibc
import TrafficMeter

/// Makes of a bundle one that can be shared and replays to the same figures.
///
/// The captures are written anew from what their packets count as (`CaptureRedaction`); what payloads said of names stands in
/// `names.json`, from which a replay takes it. Journey, markers and conditions are read and written anew key by key.
public struct BundleRedaction {
    private let bundle: RunBundle
    private let replay: Replay
    private let conditions: Replay.Conditions
    /// What stands for what; it knows the bundle's addresses and names.
    public private(set) var redaction: Redaction
    private let keepsNotes: Bool

    /// A redaction of a bundle.
    ///
    /// - Parameters:
    ///   - bundle: the bundle.
    ///   - replay: its replay.
    ///   - conditions: what it was replayed with.
    ///   - kept: which names of hosts stay.
    ///   - keepsNotes: whether what markers say in words stays.
    ///   - sentence: what a warning says in place of its own sentence.
    /// - Throws: `HostTableError` or `DecodingError` for a fault of this program.
    public init(
        of bundle: RunBundle, _ replay: Replay, conditions: Replay.Conditions, keeping kept: KeptHosts,
        keepsNotes: Bool, sentence: @escaping @Sendable (Caveat) -> String
    ) throws {
        (self.bundle, self.replay, self.conditions, self.keepsNotes) = (bundle, replay, conditions, keepsNotes)
        var addresses = Set(conditions.deviceAddresses)
        for flow in replay.meter.flows where flow.kind != .nonIP {
            addresses.formUnion([flow.a.address, flow.b.address])
        }
        redaction = Redaction(addresses: Pseudonyms(of: addresses), keeping: kept, sentence: sentence)
        redaction.learn(replay.measurement)
        let attribution = try Attribution(conditions)
        for name in FlowNames.names(of: replay.meter) where IPAddress(name) == nil {
            let told = attribution.attribution(of: name)
            redaction.names.learn(host: name, told.party, domain: told.domain, operator: told.service?.name)
        }
    }

    /// Writes the new bundle.
    ///
    /// - Parameters:
    ///   - target: where to; it must not be there. 0700, its files 0600.
    ///   - tool: the program that files name.
    ///   - report: makes the report's page of the documents that were written.
    /// - Throws: `BundleError` or `CaptureWriteError` if something can't be written, and `RedactionError` for what can't be shared; then
    ///   nothing is left of it.
    public mutating func write(
        to target: RunBundle, tool: Tool, report: (JourneyMeasurement, JourneyScore?) throws -> Data?
    ) throws {
        let partial = RunBundle(path: "\(target.path).partial-\(getpid())")
        try partial.create()
        do {
            try fill(partial, tool, report)
            try FileManager.default.moveItem(atPath: partial.path, toPath: target.path)
        } catch {
            // What can't be taken away can't be helped; the error that led here is the one to be told.
            try? FileManager.default.removeItem(atPath: partial.path)
            throw error
        }
    }

    private mutating func fill(
        _ target: RunBundle, _ tool: Tool, _ report: (JourneyMeasurement, JourneyScore?) throws -> Data?
    ) throws {
        try target.write(CanonicalJSON.encode(told()), to: .conditions)
        let hashes = try writeCaptures(into: target, tool)
        try target.write(CanonicalJSON.encode(names()), to: .names)
        var journeyHash: ContentHash?
        if let journey = conditions.journey?.value {
            let file = Data(redacted(journey).yaml.utf8)
            journeyHash = ContentHasher.hash(of: file)
            try target.write(file, to: .journey)
        }
        if bundle.has(.markers) { try target.write(Data(markers().utf8), to: .markers) }
        try writeDocuments(into: target, hashes, journeyHash, report)
    }

    private mutating func writeCaptures(into target: RunBundle, _ tool: Tool) throws -> [ContentHash] {
        var captures = CaptureRedaction(redaction.addresses, isOnePoint: isOnePoint, tool: tool)
        var names = redaction.names
        for path in bundle.captures {
            try captures.write(path, to: target.nextCapture()) { names.app($0) }
        }
        (redaction.addresses, redaction.names) = (captures.pseudonyms, names)
        return try target.captures.map(ContentHasher.hash(ofFile:))
    }

    /// Whether all packets were captured at one point: copies of others are looked for at several alone.
    private var isOnePoint: Bool { !replay.meter.looksForDuplicates }

    private mutating func names() throws -> FlowNames {
        var renamed: [String: String] = [:]
        for name in FlowNames.names(of: replay.meter) { renamed[name] = redaction.text(name) }
        var names = FlowNames(of: replay.meter, &redaction.addresses) { renamed[$0] ?? $0 }
        let (attribution, resolvers) = (try Attribution(conditions), try KnownResolvers(conditions.names))
        let hosts = renamed.filter { $0.key != $0.value }.map { name, pseudonym in
            FlowNames.Host(
                pseudonym, attribution.attribution(of: name),
                isResolver: resolvers.operator(of: ArraySlice(name.utf8)) != nil, redaction.names)
        }
        names.hosts = hosts.isEmpty ? nil : hosts.sorted { $0.name < $1.name }
        return names
    }

    private mutating func redacted(_ journey: Journey) -> Journey {
        var changed = journey
        guard redaction.names.kept != .keep else {
            for rules in [\HostRules.first, \.background] {
                changed.hosts[keyPath: rules] = journey.hosts[keyPath: rules].compactMap { pattern in
                    guard let address = IPAddress(pattern.description) else { return pattern }
                    return try? HostPattern(redaction.addresses.pseudonym(of: address).description)
                }
            }
            return changed
        }
        // What rules told of each host stands in `names.json`; the publisher's own are named by their pseudonyms.
        let first = replay.measurement.hosts.filter { $0.party == .first && $0.nameSource != .none }
            .map { redaction.text($0.name) }
        changed.hosts = HostRules(first: first.compactMap { try? HostPattern($0) })
        return changed
    }

    private func markers() -> String {
        conditions.markers.entries.map(\.marker).compactMap { marker in
            var changed = marker
            if !keepsNotes {
                if marker.kind == .note { return nil }
                changed.text = nil
            }
            // They are on the capture's clock already, and name what was in its packets.
            if marker.kind == .sync { return nil }
            changed.source = "redacted"
            return changed.line
        }.joined()
    }

    /// The conditions, with what the replay noticed of the packets' files and clocks, which can't be noticed again.
    private mutating func told() throws -> RunConditions {
        let measurement = replay.measurement
        let lasting: Set<Caveat.Code> = [
            .captureCut, .captureDamaged, .markersMoved, .syncAmbiguous, .syncNotFound, .stepsApproximate,
        ]
        let noticed = conditions.caveats + measurement.quality.warnings.filter { lasting.contains($0.code) }
        var told = RunConditions(
            // Of several the least: the new file says of itself that this program wrote it.
            trust: measurement.sources.map(\.trust).max { Self.rank($0) < Self.rank($1) },
            deviceAddresses: conditions.deviceAddresses.map { redaction.addresses.pseudonym(of: $0).description },
            only: try conditions.only.map { try selection($0.texts) },
            app: conditions.app.map { app($0) },
            cache: conditions.cache,
            deviceLinks: conditions.deviceLinks.isEmpty ? nil : conditions.deviceLinks.map { link($0) },
            followsLink: conditions.followsLink ? true : nil)
        var caveats: [Caveat] = []
        for caveat in noticed.map(redaction.caveat) where !caveats.contains(caveat) { caveats.append(caveat) }
        told.caveats = caveats.isEmpty ? nil : caveats
        if bundle.has(.conditions) { told.iterations = try RunConditions(json: bundle.read(.conditions)).iterations }
        return told
    }

    private static func rank(_ trust: Source.Trust) -> Int { Source.Trust.allCases.firstIndex(of: trust) ?? 0 }

    private mutating func link(_ bits: UInt64) -> String {
        LinkAddress(bits: redaction.addresses.pseudonym(ofLink: bits)).description
    }

    /// The app that was measured, by its number where it has one: a name is compared with the replaced ones no more.
    private mutating func app(_ text: String) -> String {
        guard let app = replay.meter.appTraffic.first(where: { $0.isMeant(by: text) }) else {
            return redaction.names.app(text)
        }
        return app.uid >= 0 ? String(app.uid) : app.name.map { redaction.names.app($0) } ?? text
    }

    /// Addresses, and networks as the addresses of theirs that there are.
    private mutating func selection(_ texts: [String]) throws -> [String] {
        var found: [String] = []
        for text in texts {
            guard let network = IPNetwork(text) else { throw RedactionError(.filter(text), file: bundle.path) }
            let members = redaction.addresses.pseudonyms { network.contains($0) }
            found += (members.isEmpty ? [redaction.addresses.pseudonym(of: network.base)] : members).map(\.description)
        }
        return found
    }

    private mutating func writeDocuments(
        into target: RunBundle, _ hashes: [ContentHash], _ journeyHash: ContentHash?,
        _ report: (JourneyMeasurement, JourneyScore?) throws -> Data?
    ) throws {
        let former = bundle.has(.measurement) ? try bundle.read(.measurement) : nil
        var measurement = redaction.measurement(
            try former.map { try JourneyMeasurement(json: $0) } ?? replay.measurement)
        for index in measurement.sources.indices where index < hashes.count {
            measurement.sources[index].sha256 = hashes[index]
            measurement.sources[index].file = target.captures[index].split(separator: "/").last.map(String.init)
        }
        if let journeyHash { measurement.journey?.sha256 = journeyHash }
        if measurement.selection != nil {
            let told = try RunConditions(json: target.read(.conditions))
            measurement.selection?.only = told.only
            measurement.selection?.app = told.app
        }
        let bytes = try CanonicalJSON.encode(measurement)
        try target.write(bytes, to: .measurement)
        var score: JourneyScore?
        if let former, bundle.has(.score) {
            let document = redaction.score(
                try JourneyScore(json: bundle.read(.score)),
                hashes: [ContentHasher.hash(of: former): ContentHasher.hash(of: bytes)])
            try target.write(CanonicalJSON.encode(document), to: .score)
            score = document
        }
        if let page = try report(measurement, score) { try target.write(page, to: .report) }
    }
}
