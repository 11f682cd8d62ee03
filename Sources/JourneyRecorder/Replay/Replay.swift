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
        /// How far the capture point can be trusted, where the person says; else what the capture says.
        public var trust: Source.Trust?

        /// Conditions of a replay; nothing known unless given.
        public init(
            journey: (value: Journey, sha256: ContentHash)? = nil, timeline: Timeline = Timeline(),
            deviceAddresses: [IPAddress] = [], trust: Source.Trust? = nil
        ) {
            self.journey = journey
            self.timeline = timeline
            self.deviceAddresses = deviceAddresses
            self.trust = trust
        }
    }

    /// Replays a capture.
    ///
    /// A capture that is cut or damaged is measured up to there, and the Measurement says so.
    ///
    /// - Parameters:
    ///   - path: the capture file, or `-` for standard input.
    ///   - view: which of several nested IP headers packets are booked under.
    ///   - conditions: journey, markers, and what else is known.
    ///   - limits: how much is remembered at most.
    ///   - hashing: whether the capture is hashed, which takes longer than measuring it.
    ///   - tool: the program that the Measurement names.
    /// - Throws: `CaptureFileError` if there is nothing to measure; `ConservationError` for a fault of this program.
    public init(
        capture path: String, view: PacketMeterView = .inner, conditions: Conditions = Conditions(),
        limits: MeterLimits = MeterLimits(), hashing: Hashing = .usual, tool: Tool
    ) throws {
        var reader = try CaptureReader(path: path, hashing: hashing)
        var meter = Meter(view: view, limits: limits)
        var cursor = StepCursor(conditions.timeline)
        var damage: CaptureFileError?
        do throws(CaptureFileError) {
            // A packet without a time is in no step.
            try meter.add(allOf: &reader) { time in time.flatMap { cursor.step(at: $0) } ?? -1 }
        } catch {
            guard error.isDamage else { throw error }
            damage = error
        }
        meter.finish()
        let source = Source(
            reader.interfaces, file: path == "-" ? nil : reader.name, sha256: try reader.contentHash(),
            trust: conditions.trust ?? Self.trust(reader.interfaces, tool))
        ends = DeviceEnds(of: meter.flows, given: conditions.deviceAddresses, interfaces: reader.interfaces)
        let builder = MeasurementBuilder(
            meter: meter, ends: ends, source: source, interfaces: reader.interfaces, damage: damage,
            conditions: conditions)
        measurement = builder.measurement(tool: tool)
        self.meter = meter
        try measurement.checkConservation()
    }

    /// A file that this program recorded was recorded on an interface; no other program says where it stood.
    private static func trust(_ interfaces: [CaptureInterface], _ tool: Tool) -> Source.Trust {
        let isOurs = interfaces.allSatisfy { $0.application?.hasPrefix("\(tool.name) ") == true }
        return isOurs && !interfaces.isEmpty ? .interface : .unstated
    }
}

extension Source {
    /// A capture as its interfaces describe it.
    fileprivate init(_ interfaces: [CaptureInterface], file: String?, sha256: ContentHash?, trust: Trust) {
        let names = Set(interfaces.compactMap(\.name)).sorted()
        let snapLengths = interfaces.compactMap(\.snapLength)
        self.init(
            kind: file == nil ? .stream : .file, trust: trust,
            file: file.map { String($0.split(separator: "/").last ?? "") }, sha256: sha256,
            interface: names.isEmpty ? nil : names.joined(separator: ","),
            linkTypes: Set(interfaces.map { Int($0.linkType.rawValue) }).sorted(),
            filter: interfaces.compactMap(\.filter).first, snapLength: snapLengths.min())
    }
}
