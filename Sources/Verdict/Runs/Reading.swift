import Documents

/// A figure of one run, as far as it is known.
enum Reading: Hashable {
    /// Known to be between two figures, which are one where it is known exactly; the obstacle says why it isn't.
    case between(low: Double, high: Double, Obstacle?)
    case missing(Obstacle)

    static func exactly(_ value: Double) -> Reading { .between(low: value, high: value, nil) }

    /// Bounds that are one where nothing is uncertain.
    static func bounds(_ low: Double, _ high: Double, _ obstacle: Obstacle) -> Reading {
        .between(low: low, high: high, low == high ? nil : obstacle)
    }

    /// A figure that may not be known.
    static func known(_ value: Double?, else obstacle: Obstacle) -> Reading {
        value.map(exactly) ?? .missing(obstacle)
    }

    /// The figure, where it is known exactly.
    var exact: Double? {
        guard case .between(let low, let high, _) = self, low == high else { return nil }
        return low
    }

    static func + (lhs: Reading, rhs: Reading) -> Reading {
        switch (lhs, rhs) {
        case (.missing, _): lhs
        case (_, .missing): rhs
        case (.between(let low, let high, let obstacle), .between(let otherLow, let otherHigh, let other)):
            .between(low: low + otherLow, high: high + otherHigh, obstacle ?? other)
        }
    }
}

extension Walk {
    /// A figure of a step, or of the whole journey: the sum of its steps, except hosts, which count once, and the score.
    func reading(_ metric: Metric, step: String?) -> Reading {
        if metric.isScored { return scoreReading(metric, step: step) }
        if metric.quantity == .requests { return .missing(.requests) }
        guard let steps = steps(step) else { return .missing(.notInScore) }
        guard !steps.isEmpty else { return .missing(step == nil ? .noCompleteRun : .stepMissing) }
        if metric.quantity == .hosts { return steps.hostCount(metric.side) }
        return steps.reduce(.exactly(0)) { $0 + $1.reading(metric) }
    }
}

extension RunGroup {
    /// A figure of each run that can tell it.
    func readings(_ metric: Metric, step: String?) -> [Reading] {
        walks(with: step).map { $0.reading(metric, step: step) }
    }

    /// The runs in which the figure is known exactly; `nil` if there are none.
    func sample(_ metric: Metric, step: String?) -> Sample? {
        Sample(readings(metric, step: step).compactMap(\.exact))
    }
}
