import Documents

/// The least and the greatest that runs can be, where each is known that far.
struct RunBounds {
    let low: [Double]
    let high: [Double]
    /// Why they aren't one.
    let obstacle: Obstacle?

    /// `nil` if there is no run, or one of them tells nothing.
    init?(_ readings: [Reading]) {
        var bounds: [(low: Double, high: Double, Obstacle?)] = []
        for reading in readings {
            guard case .between(let low, let high, let obstacle) = reading, !low.isNaN, !high.isNaN else { return nil }
            bounds.append((low, high, obstacle))
        }
        guard !bounds.isEmpty else { return nil }
        low = bounds.map(\.low)
        high = bounds.map(\.high)
        obstacle = bounds.lazy.compactMap(\.2).first
    }
}

/// What a limit comes to for figures that are known between bounds.
struct LimitVerdict {
    let status: LimitResult.Status
    /// The figure compared; of bounds the one nearer to passing, which tells most where a limit is broken.
    let value: Double?
    let sample: Sample?
    let interval: LimitResult.Interval?
    let isUndecided: Bool
    let runsNeeded: Int?

    init(_ runs: RunBounds, _ bound: LimitResult.Bound, limit: Double, statistic: LimitResult.Statistic) {
        func keeps(_ value: Double) -> Bool { bound == .atMost ? value <= limit : value >= limit }
        let (nearer, farther) = bound == .atMost ? (runs.low, runs.high) : (runs.high, runs.low)
        let best = statistic.value(of: nearer)
        let worst = statistic.value(of: farther)
        status = keeps(worst) ? .passed : keeps(best) ? .unchecked : .broken
        // Where it passes by the figure farther from passing, that is the one to show.
        let shown = Sample(status == .passed ? farther : nearer)
        value = (status == .passed ? worst : best).isFinite ? (status == .passed ? worst : best) : nil
        sample = shown
        let mean = statistic == .mean ? shown.flatMap(MeanInterval.init) : nil
        interval = mean?.interval
        if status == .unchecked {
            (isUndecided, runsNeeded) = (false, nil)
        } else if let mean, let interval {
            isUndecided = interval.low < limit && limit < interval.high
            runsNeeded = mean.runsNeeded(for: limit)
        } else if statistic == .median, let shown, shown.runs > 1 {
            // A median's runs on both sides of the limit: the next ones may move it across.
            isUndecided = !(keeps(shown.minimum) == keeps(shown.maximum))
            runsNeeded = nil
        } else {
            (isUndecided, runsNeeded) = (false, nil)
        }
    }
}

extension LimitResult.Statistic {
    /// The statistic of some values, at least one of them.
    func value(of values: [Double]) -> Double {
        let sorted = values.sorted()
        switch self {
        case .least: return sorted.first ?? .nan
        case .greatest: return sorted.last ?? .nan
        case .mean: return Sample(values)?.mean ?? sorted.last ?? .nan
        case .median: return Sample(values)?.median ?? sorted[sorted.count / 2]
        }
    }
}
