import Documents
import TrafficMeter

/// Turns flows and ledger into a Measurement, once the capture is read.
struct MeasurementBuilder {
    let meter: Meter
    let ledger: StepLedger
    let ends: DeviceEnds
    let source: Source
    let interfaces: [CaptureInterface]
    let damage: CaptureFileError?
    let conditions: Replay.Conditions

    /// The Measurement.
    func measurement(tool: Tool) -> JourneyMeasurement {
        let (sections, outside, whole) = sections()
        let journey = conditions.journey?.value
        // An open last step ends with the last packet: the first moment after it.
        let end = Timestamp(nanoseconds: (meter.totals.last?.nanoseconds ?? 0) + 1)
        let steps = conditions.timeline.closing(at: end).steps.enumerated().map { index, walked in
            Step(
                id: walked.step.id, title: walked.step.title, type: walked.step.type, critical: walked.step.critical,
                iteration: walked.iteration, start: walked.start, end: walked.end ?? end,
                seconds: walked.seconds(closedAt: end),
                section: sections[index], connections: ledger.connections[index])
        }
        let drops = drops()
        let warnings = caveats(steps, drops)
        return JourneyMeasurement(
            tool: tool, sources: [source],
            device: Device(
                class: journey?.device ?? .smartphone, addresses: ends.addresses.map(\.description).sorted(),
                rule: ends.rule),
            network: journey?.network ?? .wifi,
            journey: conditions.journey.map { $0.value.identity(sha256: $0.sha256) }, totals: meter.totals,
            drops: drops, quality: Quality(grade: Self.grade(warnings), warnings: warnings), steps: steps,
            outside: outside, hosts: whole.hosts, otherIP: whole.otherIP, nonIP: whole.nonIP)
    }

    private func sections() -> (steps: [Section], outside: Section, whole: Section) {
        var steps = [SectionBuilder](repeating: SectionBuilder(), count: conditions.timeline.steps.count)
        var outside = SectionBuilder()
        var whole = SectionBuilder()
        for (index, flow) in meter.flows.flows.enumerated() {
            let host = host(of: flow)
            whole.add(flow, ends.traffic(aToB: flow.aToB, bToA: flow.bToA, of: flow), host)
            for cell in ledger.cells(of: FlowID(index: index)) {
                let traffic = ends.traffic(aToB: cell.aToB, bToA: cell.bToA, of: flow)
                if let step = cell.step {
                    steps[step].add(flow, traffic, host)
                } else {
                    outside.add(flow, traffic, host)
                }
            }
        }
        return (steps.map { $0.section() }, outside.section(), whole.section())
    }

    private func host(of flow: Flow) -> HostTraffic {
        let server = ends.server(of: flow)
        let name = meter.name(of: flow, server: server)
        return HostTraffic(
            name: name.name ?? server.address.description, nameSource: name.source,
            party: conditions.journey?.value.hosts.party(of: name.name) ?? .unknown, purpose: Self.purpose(server.port))
    }

    /// Name resolution, by its ports: 53 (RFC 1035), 853 (RFC 7858), 5353 (RFC 6762), 5355 (RFC 4795).
    private static func purpose(_ port: UInt16) -> String? {
        [53, 853, 5353, 5355].contains(port) ? "dns" : nil
    }

    private func drops() -> Drops {
        let kernel = interfaces.compactMap(\.droppedByKernel)
        let interface = interfaces.compactMap(\.droppedByInterface)
        return Drops(
            kernel: kernel.isEmpty ? nil : kernel.reduce(0, +),
            interface: interface.isEmpty ? nil : interface.reduce(0, +))
    }
}

extension SectionBuilder {
    fileprivate mutating func add(_ flow: Flow, _ traffic: Traffic, _ host: HostTraffic) {
        switch flow.kind {
        case .tcp, .udp: add(traffic, of: host)
        case .otherIP: add(otherIP: traffic)
        case .nonIP: add(nonIP: traffic)
        }
    }
}
