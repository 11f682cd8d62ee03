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
    /// What the device exchanged at rest, where a capture of its own says.
    let baseline: Baseline?

    /// The Measurement.
    func measurement(tool: Tool) -> JourneyMeasurement {
        let ledger = HostLedger(
            meter, ends, stepCount: conditions.timeline.steps.count, attribution: attribution, resolvers: resolvers)
        let whole = ledger.section(ledger.whole, meter)
        let journey = conditions.journey?.value
        // An open last step ends with the last packet: the first moment after it.
        let last = meter.totals.last ?? Timestamp(nanoseconds: 0)
        let end = last.adding(nanoseconds: 1) ?? last
        let timeline = conditions.timeline.closing(at: end)
        let measures = StepMeasures(
            timeline, energy: conditions.energy,
            displays: StepDisplays(
                timeline, markers: conditions.markers, intervals: conditions.displays, silence: ledger.silence))
        let steps = timeline.steps.enumerated().map { index, walked in
            let section = ledger.section(ledger.steps[index], meter)
            return Step(
                id: walked.step.id, title: walked.step.title, type: walked.step.type, critical: walked.step.critical,
                iteration: walked.iteration, start: walked.start, end: walked.end ?? end,
                seconds: walked.seconds(closedAt: end), useSeconds: walked.step.useSeconds,
                section: section, connections: section.hosts.reduce(0) { $0 + ($1.connections ?? 0) },
                energy: measures.steps[index].energy, displayTime: measures.steps[index].displayTime)
        }
        let drops = drops()
        let baseline = baseline ?? Baseline(steps)
        let summary = Summary(
            of: steps, cache: conditions.cache, plan: (journey?.runs).flatMap(Summary.Plan.init),
            precision: conditions.precision)
        let warnings =
            caveats(steps, drops, lighterHosts: ledger.whole.lighterCount)
            + walkCaveats(steps, baseline) + measures.remarks.map { $0.caveat(timeline.steps) }
            + (summary?.caveats ?? []) + conditions.caveats
        return JourneyMeasurement(
            tool: tool, sources: sources,
            device: Device(
                class: journey?.device ?? .smartphone, addresses: ends.addresses.map(\.description).sorted(),
                rule: ends.rule),
            network: journey?.network ?? .wifi,
            journey: conditions.journey.map { $0.value.identity(sha256: $0.sha256) }, totals: meter.totals,
            drops: drops, quality: Quality(grade: Self.grade(warnings), warnings: warnings), steps: steps,
            outside: ledger.section(ledger.outside, meter), hosts: whole.hosts, otherIP: whole.otherIP,
            nonIP: whole.nonIP, withoutBackground: whole.withoutBackground, breakdown: whole.breakdown,
            baseline: baseline,
            apps: meter.appTraffic.isEmpty ? nil : meter.appTraffic,
            duplicates: meter.duplicates.packets > 0 ? meter.duplicates : nil,
            selection: meter.isSelective
                ? Selection(
                    only: conditions.only?.texts, app: conditions.app, kept: whole.traffic.both, leftOut: meter.leftOut)
                : nil, cache: conditions.cache, summary: summary,
            timeline: TrafficTimeline(meter, ends, ledger.parties))
    }

    private func drops() -> Drops {
        let kernel = interfaces.compactMap(\.droppedByKernel)
        let interface = interfaces.compactMap(\.droppedByInterface)
        return Drops(
            kernel: kernel.isEmpty ? nil : kernel.reduce(0, +),
            interface: interface.isEmpty ? nil : interface.reduce(0, +))
    }
}

extension Baseline {
    /// What steps of type `baseline` show; `nil` if there is none.
    fileprivate init?(_ steps: [Step]) {
        let resting = steps.filter { $0.type == .baseline }
        guard !resting.isEmpty else { return nil }
        self.init(
            kind: .step, seconds: resting.reduce(0) { $0 + $1.seconds },
            traffic: resting.reduce(into: Traffic.zero) { $0 += $1.traffic },
            hosts: resting.count == 1 ? resting[0].hosts : [])
    }
}
