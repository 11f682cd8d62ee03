/// What was observed while someone walked an app through its journey: no factor, no opinion.
///
/// Conservation holds in every figure: steps + outside + what a selection left out = totals, and in each section hosts + other IP + non-IP = traffic.
/// JSON Schema: `docs/formats/measurement.schema.json`.
public struct JourneyMeasurement: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.measurement/1" }

    /// Always `ecoproxy.measurement/1`.
    public var schema = Self.schemaIdentifier
    /// The program that made it.
    public var tool: Tool
    /// Where the packets came from, in the order read.
    public var sources: [Source]
    /// The terminal, and how its addresses were told.
    public var device: Device
    /// The access network, as the journey declares it.
    public var network: NetworkKind
    /// The journey that was walked; absent when a capture was measured without one.
    public var journey: JourneyIdentity?
    /// Whether the app's caches were empty before the walk; absent if that isn't said.
    public var cache: CacheState?
    /// Everything in the sources.
    public var totals: Totals
    /// Which part of it was measured; absent if all of it was.
    public var selection: Selection?
    /// What the sources say was lost.
    public var drops: Drops
    /// Packets captured at two points; absent if there are none.
    public var duplicates: Duplicates?
    /// How far the measurement can be trusted.
    public var quality: Quality
    /// The steps in the order walked.
    public var steps: [Step]
    /// What fell in no step.
    public var outside: Section
    /// All hosts of all sections together, most bytes first.
    public var hosts: [HostTraffic]
    /// IP packets without a usable TCP or UDP header, of all sections.
    public var otherIP: Traffic
    /// Frames without an IP header, of all sections.
    public var nonIP: Traffic
    /// All traffic that was measured less that of background hosts; absent in documents of earlier versions.
    public var withoutBackground: Traffic?
    /// All TCP and UDP traffic that was measured by what it is; absent in documents of earlier versions.
    public var breakdown: Breakdown?
    /// What the device exchanged at rest; absent if that wasn't measured.
    public var baseline: Baseline?
    /// Traffic by app, where the capture says which one a packet is of; absent where it doesn't.
    public var apps: [AppTraffic]?
    /// How far apart the steps' repeated runs lie; absent if none was repeated and the journey doesn't ask for it.
    public var summary: Summary?
    /// IP bytes over time; absent where no packet has a time, and in documents of earlier versions.
    public var timeline: TrafficTimeline?

    /// A measurement from its parts.
    public init(
        tool: Tool, sources: [Source], device: Device, network: NetworkKind, journey: JourneyIdentity?, totals: Totals,
        drops: Drops, quality: Quality, steps: [Step], outside: Section, hosts: [HostTraffic], otherIP: Traffic,
        nonIP: Traffic, withoutBackground: Traffic? = nil, breakdown: Breakdown? = nil, baseline: Baseline? = nil,
        apps: [AppTraffic]? = nil, duplicates: Duplicates? = nil, selection: Selection? = nil, cache: CacheState? = nil,
        summary: Summary? = nil, timeline: TrafficTimeline? = nil
    ) {
        self.tool = tool
        self.sources = sources
        self.device = device
        self.network = network
        self.journey = journey
        self.totals = totals
        self.drops = drops
        self.quality = quality
        self.steps = steps
        self.outside = outside
        self.hosts = hosts
        self.otherIP = otherIP
        self.nonIP = nonIP
        self.withoutBackground = withoutBackground
        self.breakdown = breakdown
        self.baseline = baseline
        self.apps = apps
        self.duplicates = duplicates
        self.selection = selection
        self.cache = cache
        self.summary = summary
        self.timeline = timeline
    }

    /// What was measured: the steps and what was outside.
    public var measured: Traffic {
        steps.reduce(into: outside.traffic) { $0 += $1.traffic }
    }

    /// All that was measured as one section.
    public var whole: Section {
        Section(
            traffic: hosts.reduce(into: otherIP + nonIP) { $0 += $1.traffic }, hosts: hosts, otherIP: otherIP,
            nonIP: nonIP, withoutBackground: withoutBackground, breakdown: breakdown)
    }
}

/// Which journey of which application was walked.
public struct JourneyIdentity: Hashable, Codable, Sendable {
    /// The journey's identifier.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// The application's identifier, such as `fr.exemple.sante`.
    public var application: String
    /// The application's version.
    public var version: String?
    /// The hash of the journey file.
    public var sha256: ContentHash

    /// A journey by its identity.
    public init(id: String, title: LocalizedText, application: String, version: String?, sha256: ContentHash) {
        self.id = id
        self.title = title
        self.application = application
        self.version = version
        self.sha256 = sha256
    }
}

/// Sums over every packet of the sources.
public struct Totals: Hashable, Codable, Sendable {
    /// Number of packets.
    public var packets: Int
    /// Original lengths on the link, in bytes.
    public var wireBytes: Int
    /// Bytes stored in the capture.
    public var capturedBytes: Int
    /// IP bytes (see `TrafficCounts.ipBytes`).
    public var ipBytes: Int
    /// Payload bytes (see `TrafficCounts.payloadBytes`).
    public var payloadBytes: Int
    /// Packets stored shorter than they were.
    public var truncatedPackets: Int
    /// The earliest capture time; absent if no packet has one.
    public var first: Timestamp?
    /// The latest capture time; absent if no packet has one.
    public var last: Timestamp?

    /// Sums; zero unless given.
    public init(
        packets: Int = 0, wireBytes: Int = 0, capturedBytes: Int = 0, ipBytes: Int = 0, payloadBytes: Int = 0,
        truncatedPackets: Int = 0, first: Timestamp? = nil, last: Timestamp? = nil
    ) {
        self.packets = packets
        self.wireBytes = wireBytes
        self.capturedBytes = capturedBytes
        self.ipBytes = ipBytes
        self.payloadBytes = payloadBytes
        self.truncatedPackets = truncatedPackets
        self.first = first
        self.last = last
    }
}

/// How far a measurement can be trusted, and why not further.
public struct Quality: Hashable, Codable, Sendable {
    /// A grade for the whole measurement.
    public enum Grade: String, Codable, Sendable, CaseIterable {
        /// Nothing speaks against it.
        case good
        /// Its figures hold, within what the warnings say.
        case fair
        /// It can't be trusted: empty, drops, cut, or a missing step.
        case untrusted
    }

    /// The grade.
    public var grade: Grade
    /// What a reader must know.
    public var warnings: [Caveat]

    /// A grade with its reasons.
    public init(grade: Grade, warnings: [Caveat]) {
        self.grade = grade
        self.warnings = warnings
    }
}
