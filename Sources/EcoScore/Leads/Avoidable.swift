import Documents

/// What a journey would do without, by position in `WalkedJourney.walked`.
struct Avoidable {
    /// IP bytes both ways.
    private(set) var bytes: [Int: Int] = [:]
    /// What the time to display is multiplied by.
    private(set) var displayFactors: [Int: Double] = [:]

    /// Adds a part of a walk's traffic that is multiplied by a factor of 0 to 1, as a scenario would do.
    mutating func add(_ walk: WalkedStep, _ part: TrafficPart, by factor: Double = 0) {
        add(walk.step.bytesRemoved(scaling: part, by: min(1, max(0, factor))), of: walk)
    }

    /// Adds some hosts' traffic in a walk that is multiplied by a factor, as above.
    mutating func add(_ walk: WalkedStep, _ hosts: [HostTraffic], by factor: Double) {
        let factor = min(1, max(0, factor))
        add(hosts.reduce(0) { $0 &+ $1.traffic.bytesRemoved(scaledBy: factor) }, of: walk)
    }

    /// Adds bytes of a walk: all together never more than it exchanged, whatever a document says of its hosts.
    private mutating func add(_ removed: Int, of walk: WalkedStep) {
        let all = walk.figures.bytes
        let more = min(all, removed)
        if more > 0 { bytes[walk.index] = min(all, bytes[walk.index, default: 0] + more) }
    }

    /// Adds what a step's traffic has above a limit: each of its walks is scaled alike.
    mutating func add(_ step: StepWalks, _ part: TrafficPart, above limit: Double) {
        let mean = step.meanBytes(of: part)
        guard mean > limit else { return }
        for walk in step.walks { add(walk, part, by: limit / mean) }
    }

    /// Adds the time to display that a step has above a limit.
    mutating func addDisplay(_ step: StepWalks, _ mean: Double, above limit: Double) {
        for walk in step.walks { displayFactors[walk.index] = limit / mean }
    }
}

extension StepWalks {
    func meanBytes(of part: TrafficPart) -> Double {
        walks.reduce(0) { $0 + Double($1.step.bytes(of: part)) } / count
    }
}

extension WalkedJourney {
    /// What is attributed to the avoidable part, and what the score would gain without it.
    ///
    /// Bytes and time are those measured; impacts count them in proportion to how long a step is used, as the step's own do.
    func gains(_ avoidable: Avoidable, _ profile: ScoreProfile) -> Lead.Gains {
        var (bytes, seconds) = (0.0, 0.0)
        // Where the whole device's energy was measured it takes the place of a typical power.
        var (modelled, measured) = (Use(), Use())
        var points: [Int: StepPoints] = [:]
        for step in steps {
            for walk in step.walks {
                let removed = avoidable.bytes[walk.index] ?? 0
                let factor = avoidable.displayFactors[walk.index]
                guard removed > 0 || factor != nil else { continue }
                var then = walk.figures
                then.bytes -= removed
                if let factor { then.scaleDisplay(by: factor) }
                let shorter = walk.figures.seconds - then.seconds
                bytes += Double(removed) / step.count
                seconds += shorter / step.count
                let share = walk.step.useRatio / step.count
                modelled.bytes += Double(removed) * share
                if let used = walk.step.deviceJoules {
                    measured.seconds += shorter * share
                    measured.joules += (used - (then.joules ?? used)) * share
                } else {
                    modelled.seconds += shorter * share
                }
                points[walk.index] = StepPoints(
                    then, of: walk.step.type, device: model.device, referenceWatts: walk.referenceWatts,
                    profile: profile)
            }
        }
        let score = (now: ecoscore(profile).value, then: ecoscore(profile, replacing: points).value)
        return Lead.Gains(
            bytes: bytes, seconds: avoidable.displayFactors.isEmpty ? nil : seconds,
            indicators: impacts(modelled: modelled, measured: measured),
            points: score.now.flatMap { now in score.then.map { $0 - now } })
    }

    /// The indicators of use that is a mean over walks, to the nearest byte.
    private func impacts(modelled: Use, measured: Use) -> Lead.Impacts {
        let whole = Int(exactly: modelled.bytes.rounded()) ?? 0
        let one = model.indicators(bytes: whole, seconds: modelled.seconds, joules: nil)
        let other = model.indicators(bytes: 0, seconds: measured.seconds, joules: measured.joules)
        func sum(_ indicator: KeyPath<Indicators, Indicator>) -> Estimate {
            one[keyPath: indicator].parts.sum + other[keyPath: indicator].parts.sum
        }
        return Lead.Impacts(ghg: sum(\.ghg), water: sum(\.water), land: sum(\.land))
    }
}

/// What impacts are attributed to.
private struct Use {
    var bytes = 0.0
    var seconds = 0.0
    var joules = 0.0
}
