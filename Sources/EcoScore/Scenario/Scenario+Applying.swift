import Documents

extension Scenario {
    /// The measurements as they would be with the changes. What can be computed only from packets (breakdowns) is left out of them.
    ///
    /// - Parameters:
    ///   - measurements: walks of one journey.
    ///   - acceptsModelledTime: whether display time that was told from traffic alone may be changed.
    /// - Returns: the walks, changed.
    /// - Throws: `ScenarioError` if an item concerns nothing that was measured.
    func applied(
        to measurements: [JourneyMeasurement], acceptsModelledTime: Bool = false
    ) throws(ScenarioError) -> [JourneyMeasurement] {
        var changed = measurements
        let scored = measurements.flatMap(\.steps).filter(\.isScored)
        for change in changes {
            try change.check(scored, acceptsModelledTime)
            let factor = try change.factor(changed.flatMap(\.steps), acceptsModelledTime)
            guard factor != 1 else { continue }
            for index in changed.indices {
                changed[index] = change.made(to: changed[index], factor, acceptsModelledTime)
            }
        }
        return changed
    }
}

extension Scenario.Change {
    /// Hosts that a message names at most.
    private static let mostNamed = 8

    /// Checks that what it names was measured, be it in one of the steps: a change of nothing would be taken for one that makes no
    /// difference.
    fileprivate func check(_ scored: [Step], _ acceptsModelledTime: Bool) throws(ScenarioError) {
        if let id = step {
            guard let found = scored.first(where: { $0.id == id }) else {
                throw ScenarioError(item, .unknownStep(id, known: scored.map(\.id).distinct))
            }
            switch target {
            case .traffic: break
            case .time, .displayTime: if found.isRest { throw ScenarioError(item, .restHasNoTime(id)) }
            }
        }
        if case .traffic(.host(let name)) = target {
            let hosts = scored.flatMap(\.hosts).filter { $0.party != .background }
            guard hosts.contains(where: { $0.name == name }) else {
                let heaviest = hosts.sorted { $0.traffic.both.ipBytes > $1.traffic.both.ipBytes }.map(\.name).distinct
                throw ScenarioError(item, .unknownHost(name, known: Array(heaviest.prefix(Self.mostNamed))))
            }
        }
        guard scored.contains(where: { concerns($0) && value(of: $0, acceptsModelledTime) > 0 }) else {
            throw ScenarioError(item, .nothingToScale)
        }
    }

    /// What the target is multiplied by.
    fileprivate func factor(_ steps: [Step], _ acceptsModelledTime: Bool) throws(ScenarioError) -> Double {
        let wanted: Double
        switch amount {
        case .times(let factor): return factor
        case .becomes(let value): wanted = value
        }
        let concerned = steps.filter(concerns)
        let walks = Dictionary(grouping: concerned, by: \.id).mapValues { Double($0.count) }
        let now = concerned.reduce(0) { $0 + value(of: $1, acceptsModelledTime) / (walks[$1.id] ?? 1) }
        guard now > 0 else {
            guard wanted == 0 else { throw ScenarioError(item, .nothingToScale) }
            return 1
        }
        return wanted / now
    }

    private func value(of step: Step, _ acceptsModelledTime: Bool) -> Double {
        switch target {
        case .traffic(let part): Double(step.bytes(of: part))
        case .time: step.seconds
        case .displayTime: StepFigures(step, acceptsModelledTime: acceptsModelledTime).displaySeconds ?? 0
        }
    }

    fileprivate func made(
        to measurement: JourneyMeasurement, _ factor: Double, _ acceptsModelledTime: Bool
    ) -> JourneyMeasurement {
        var changed = measurement
        for index in changed.steps.indices where concerns(changed.steps[index]) {
            let step = changed.steps[index]
            var figures = StepFigures(step, acceptsModelledTime: acceptsModelledTime)
            switch target {
            case .traffic(let part): changed.steps[index] = step.scaling(part, by: factor)
            case .time:
                figures.setSeconds(step.seconds * factor)
                figures.displaySeconds = figures.displaySeconds.map { $0 * factor }
                changed.steps[index] = step.taking(figures)
            case .displayTime:
                figures.scaleDisplay(by: factor)
                changed.steps[index] = step.taking(figures)
            }
        }
        changed.addUp(after: measurement)
        return changed
    }
}

extension JourneyMeasurement {
    /// Takes what the steps lost from the sums over all sections, so that these stay sums.
    fileprivate mutating func addUp(after before: JourneyMeasurement) {
        var removed: [HostKey: Traffic] = [:]
        var (all, other) = (Traffic.zero, Traffic.zero)
        for (old, new) in zip(before.steps, steps) where old.traffic != new.traffic {
            all += old.traffic - new.traffic
            other += old.otherIP - new.otherIP
            for (host, scaled) in zip(old.hosts, new.hosts) {
                removed[HostKey(host), default: .zero] += host.traffic - scaled.traffic
            }
        }
        guard all != .zero else { return }
        for index in hosts.indices {
            if let lost = removed[HostKey(hosts[index])] { hosts[index].traffic = hosts[index].traffic - lost }
        }
        otherIP = otherIP - other
        withoutBackground = withoutBackground.map { $0 - all }
        if let kept = selection?.kept { selection?.kept = kept - all.both }
        breakdown = nil
        let lost = all.both
        totals.packets &-= lost.packets
        totals.wireBytes &-= lost.wireBytes
        totals.ipBytes &-= lost.ipBytes
        totals.payloadBytes &-= lost.payloadBytes
    }
}

/// A host of a measurement: one name may be of two parties.
private struct HostKey: Hashable {
    let name: String
    let party: Party

    init(_ host: HostTraffic) { (name, party) = (host.name, host.party) }
}

extension [String] {
    /// Each once, in the order of its first place.
    fileprivate var distinct: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
