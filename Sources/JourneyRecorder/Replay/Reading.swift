import Documents
import TrafficMeter

/// Captures read to their end: what they are, the flows in them, and which ends are the device.
struct Reading {
    let files: [CaptureSet.File]
    let meter: Meter
    let ends: DeviceEnds

    /// Reads captures, several as one in the order of time.
    ///
    /// - Throws: `CaptureFileError` if there is nothing to measure; `SelectionError` for a selection, and `FlowNamesError` for names, that
    ///   don't fit the captures.
    init(
        of captures: [String], view: PacketMeterView, conditions: Replay.Conditions, removesDuplicates: Bool,
        limits: MeterLimits, hashing: Hashing
    ) throws {
        var set = try CaptureSet(paths: captures, hashing: hashing)
        var meter = Meter(
            view: view, limits: limits, removesDuplicates: removesDuplicates, selection: conditions.only,
            readsNames: conditions.names == nil)
        var cursor = StepCursor(conditions.timeline)
        meter.add(allOf: &set) { cursor.stretch(around: $0) }
        meter.finish()
        if let names = conditions.names { try meter.take(names) }
        meter.name(by: set.files.flatMap(\.resolutions), hosts: conditions.hosts)
        meter.name(apps: set.files.flatMap(\.appNames))
        for case let damage? in set.files.map(\.damage) where !damage.isDamage { throw damage }
        if let failure = meter.selectionFailure { throw failure }
        if let app = conditions.app { try meter.select(app: app) }
        ends = DeviceEnds(
            of: meter.flows, given: conditions.deviceAddresses,
            givenLinks: conditions.deviceLinks, followsLink: conditions.followsLink,
            interfaces: set.files.flatMap(\.interfaces),
            where: meter.measures)
        files = set.files
        self.meter = meter
    }
}
