import Documents

extension Step {
    /// IP bytes both ways of a part of the traffic.
    func bytes(of part: TrafficPart) -> Int {
        // Wrapping as `exchangedBytes` does.
        hosts.reduce(part.holdsOtherIP ? otherIP.both.ipBytes : 0) {
            part.holds($1) ? $0 &+ $1.traffic.both.ipBytes : $0
        }
    }

    /// IP bytes both ways that `scaling(_:by:)` takes away.
    func bytesRemoved(scaling part: TrafficPart, by factor: Double) -> Int {
        hosts.reduce(part.holdsOtherIP ? otherIP.bytesRemoved(scaledBy: factor) : 0) {
            part.holds($1) ? $0 &+ $1.traffic.bytesRemoved(scaledBy: factor) : $0
        }
    }

    /// The step with a part of its traffic multiplied; what its figures add up to stays so.
    ///
    /// What can't be told of the rest is left out: the breakdown, since it isn't by host.
    func scaling(_ part: TrafficPart, by factor: Double) -> Step {
        var step = self
        var removed = Traffic.zero
        for index in hosts.indices where part.holds(hosts[index]) {
            let scaled = hosts[index].traffic.scaled(by: factor)
            removed += hosts[index].traffic - scaled
            step.hosts[index].traffic = scaled
        }
        if part.holdsOtherIP {
            step.otherIP = otherIP.scaled(by: factor)
            removed += otherIP - step.otherIP
        }
        guard removed != .zero else { return self }
        step.traffic = traffic - removed
        step.withoutBackground = withoutBackground.map { $0 - removed }
        step.breakdown = nil
        return step
    }

    /// The step with other figures of time and energy.
    func taking(_ figures: StepFigures) -> Step {
        var step = self
        step.seconds = figures.seconds
        if measuredJoules != nil { step.energy.joules = figures.joules }
        if figures.displaySeconds != nil { step.displayTime.seconds = figures.displaySeconds }
        return step
    }
}
