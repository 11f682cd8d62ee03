import Documents
import TrafficMeter

/// Turns flows and ledger into a Measurement, once the capture is read.
struct MeasurementBuilder {
    let meter: Meter
    let ends: DeviceEnds
    let sources: [Source]
    let interfaces: [CaptureInterface]
    let damages: [CaptureFileError]
    let conditions: Replay.Conditions
    let attribution: Attribution
    let resolvers: KnownResolvers

    /// The Measurement.
    func measurement(tool: Tool) -> JourneyMeasurement {
        let ledger = HostLedger(
            meter, ends, stepCount: conditions.timeline.steps.count, attribution: attribution, resolvers: resolvers)
        let whole = ledger.whole.section(ledger.listed)
        let journey = conditions.journey?.value
        // An open last step ends with the last packet: the first moment after it.
        let end = Timestamp(nanoseconds: (meter.totals.last?.nanoseconds ?? 0) + 1)
        let steps = conditions.timeline.closing(at: end).steps.enumerated().map { index, walked in
            Step(
                id: walked.step.id, title: walked.step.title, type: walked.step.type, critical: walked.step.critical,
                iteration: walked.iteration, start: walked.start, end: walked.end ?? end,
                seconds: walked.seconds(closedAt: end),
                section: ledger.steps[index].section(ledger.listed), connections: ledger.connections[index])
        }
        let drops = drops()
        let warnings = caveats(steps, drops, lighterHosts: ledger.whole.lighterCount)
        return JourneyMeasurement(
            tool: tool, sources: sources,
            device: Device(
                class: journey?.device ?? .smartphone, addresses: ends.addresses.map(\.description).sorted(),
                rule: ends.rule),
            network: journey?.network ?? .wifi,
            journey: conditions.journey.map { $0.value.identity(sha256: $0.sha256) }, totals: meter.totals,
            drops: drops, quality: Quality(grade: Self.grade(warnings), warnings: warnings), steps: steps,
            outside: ledger.outside.section(ledger.listed), hosts: whole.hosts, otherIP: whole.otherIP,
            nonIP: whole.nonIP,
            apps: meter.appTraffic.isEmpty ? nil : meter.appTraffic,
            duplicates: meter.duplicates.packets > 0 ? meter.duplicates : nil)
    }

    private func drops() -> Drops {
        let kernel = interfaces.compactMap(\.droppedByKernel)
        let interface = interfaces.compactMap(\.droppedByInterface)
        return Drops(
            kernel: kernel.isEmpty ? nil : kernel.reduce(0, +),
            interface: interface.isEmpty ? nil : interface.reduce(0, +))
    }
}
