public import Documents
public import TrafficMeter

/// Capture + journey + markers → Measurement: the only way to a result.
public struct Replay: Sendable {
    /// The Measurement.
    public let measurement: JourneyMeasurement
    /// The flows behind it, with their names.
    public let meter: Meter
    /// Which end of each flow is the device.
    public let ends: DeviceEnds

    /// What a replay is told beside the capture.
    public struct Conditions: Sendable {
        /// The journey that was walked, with the hash of its file; absent if none is given.
        public var journey: (value: Journey, sha256: ContentHash)?
        /// The steps that were walked.
        public var timeline: Timeline
        /// The device's addresses, where the person gives them.
        public var deviceAddresses: [IPAddress]
        /// Names for addresses that the traffic doesn't name.
        public var hosts: HostsFile?
        /// Which packets are measured; all unless given.
        public var only: PacketSelection?
        /// The app whose flows are measured, by number, package or name; all unless given.
        public var app: String?
        /// Captures of the device at rest.
        public var baseline: [String]
        /// What the tester or a script noted on the way; of it, when steps were displayed.
        public var markers: MarkerLog
        /// The device's energy, where it was recorded.
        public var energy: EnergySeries?
        /// When pages or test steps were displayed, as tools beside the capture saw it.
        public var displays: [DisplayInterval]
        /// Whether the app's caches were empty before the walk, where that is said.
        public var cache: CacheState?
        /// Link addresses of the device, where the person gives them (EUI-48, as 48 bits).
        public var deviceLinks: [UInt64] = []
        /// Whether all addresses that send from the device's link addresses are the device's, beside those given.
        public var followsLink = false
        /// What the recording noticed beside the packets.
        public var caveats: [Caveat] = []
        /// What the captures' flows are called, where their packets don't say it any more.
        public var names: FlowNames?
        /// How far the capture point can be trusted, where the person says; else what the capture says.
        public var trust: Source.Trust?
        /// What is to be said of how the markers were read.
        public var markerCaveats: [Caveat]
        /// How sure repeated steps' means are to be: half a confidence interval's width as a fraction of the mean.
        public var precision: Double

        /// Conditions of a replay; nothing known unless given.
        public init(
            journey: (value: Journey, sha256: ContentHash)? = nil, timeline: Timeline = Timeline(),
            deviceAddresses: [IPAddress] = [], hosts: HostsFile? = nil, only: PacketSelection? = nil,
            app: String? = nil, baseline: [String] = [], markers: MarkerLog = MarkerLog(name: "markers"),
            energy: EnergySeries? = nil, displays: [DisplayInterval] = [], cache: CacheState? = nil,
            trust: Source.Trust? = nil, markerCaveats: [Caveat] = [], precision: Double = Summary.usualPrecision
        ) {
            self.journey = journey
            self.timeline = timeline
            self.deviceAddresses = deviceAddresses
            self.hosts = hosts
            self.only = only
            self.app = app
            self.baseline = baseline
            self.markers = markers
            self.energy = energy
            self.displays = displays
            self.cache = cache
            self.trust = trust
            self.markerCaveats = markerCaveats
            self.precision = precision
        }
    }

    /// Replays captures, several as one in the order of time.
    ///
    /// A capture that is cut or damaged is measured up to there, and the Measurement says so.
    ///
    /// - Parameters:
    ///   - captures: the capture files; `-` is standard input.
    ///   - view: which of several nested IP headers packets are booked under.
    ///   - conditions: journey, markers, and what else is known.
    ///   - removesDuplicates: whether packets captured at two points count once; with a journey they do unless said otherwise.
    ///   - limits: how much is remembered at most.
    ///   - hashing: which captures are hashed, which takes longer than measuring them.
    ///   - tool: the program that the Measurement names.
    /// - Throws: `CaptureFileError` if there is nothing to measure; `ConservationError` for a fault of this program.
    public init(
        captures: [String], view: PacketMeterView = .inner, conditions: Conditions = Conditions(),
        removesDuplicates: Bool? = nil, limits: MeterLimits = MeterLimits(), hashing: Hashing = .usual, tool: Tool
    ) throws {
        let removesDuplicates = removesDuplicates ?? (conditions.journey != nil)
        let reading = try Reading(
            of: captures, view: view, conditions: conditions, removesDuplicates: removesDuplicates, limits: limits,
            hashing: hashing)
        (meter, ends) = (reading.meter, reading.ends)
        let builder = MeasurementBuilder(
            meter: meter, ends: ends,
            sources: reading.files.map { Source($0, trust: conditions.trust ?? Self.trust($0.interfaces, tool)) },
            interfaces: reading.files.flatMap(\.interfaces), damages: reading.files.compactMap(\.damage),
            conditions: conditions,
            attribution: try Attribution(conditions), resolvers: try KnownResolvers(conditions.names),
            baseline: try Self.baseline(
                conditions, view: view, removesDuplicates: removesDuplicates, limits: limits, hashing: hashing,
                tool: tool))
        measurement = builder.measurement(tool: tool)
        try measurement.checkConservation()
    }

    /// Measures the captures of the device at rest, by the same rules.
    private static func baseline(
        _ conditions: Conditions, view: PacketMeterView, removesDuplicates: Bool, limits: MeterLimits, hashing: Hashing,
        tool: Tool
    ) throws -> Baseline? {
        guard !conditions.baseline.isEmpty else { return nil }
        var resting = conditions
        (resting.baseline, resting.timeline, resting.markerCaveats, resting.names) = ([], Timeline(), [], nil)
        let measurement = try Replay(
            captures: conditions.baseline, view: view, conditions: resting, removesDuplicates: removesDuplicates,
            limits: limits, hashing: hashing, tool: tool
        ).measurement
        let totals = measurement.totals
        let seconds = totals.first.flatMap { first in totals.last.map { $0.seconds(since: first) } }
        return Baseline(
            kind: .capture, seconds: seconds ?? 0, traffic: measurement.measured, sources: measurement.sources,
            hosts: measurement.hosts)
    }

    /// A file that this program recorded was recorded on an interface; no other program says where it stood.
    private static func trust(_ interfaces: [CaptureInterface], _ tool: Tool) -> Source.Trust {
        let isOurs = interfaces.allSatisfy { $0.application?.hasPrefix("\(tool.name) ") == true }
        return isOurs && !interfaces.isEmpty ? .interface : .unstated
    }
}

extension Source {
    /// A capture as its interfaces describe it.
    fileprivate init(_ capture: CaptureSet.File, trust: Trust) {
        let interfaces = capture.interfaces
        let file = capture.path == "-" ? nil : capture.path
        let names = Set(interfaces.compactMap(\.name)).sorted()
        let snapLengths = interfaces.compactMap(\.snapLength)
        self.init(
            kind: file == nil ? .stream : .file, trust: trust,
            file: file.map { String($0.split(separator: "/").last ?? "") }, sha256: capture.hash,
            interface: names.isEmpty ? nil : names.joined(separator: ","),
            linkTypes: Set(interfaces.map { Int($0.linkType.rawValue) }).sorted(),
            filter: interfaces.compactMap(\.filter).first, snapLength: snapLengths.min())
    }
}
