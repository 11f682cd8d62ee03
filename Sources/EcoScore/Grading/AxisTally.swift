import Documents

/// An axis over steps: points where it was measured, a gap where it applies and wasn't.
struct AxisTally {
    private var applicable = 0
    private var measured = 0
    private var weight = 0.0
    private var measuredWeight = 0.0
    private var weightedPoints = 0.0

    /// Adds a step that the axis applies to, with 0 to 100 points, or `nil` where it wasn't measured.
    mutating func add(_ points: Double?, weight: Double) {
        applicable += 1
        self.weight += weight
        guard let points else { return }
        measured += 1
        measuredWeight += weight
        weightedPoints += weight * points
    }

    var applies: Bool { applicable > 0 }

    /// The weighted mean of what was measured, and the part of the steps that it covers.
    var axis: EcoscoreResult.Axis {
        EcoscoreResult.Axis(
            value: measured > 0 ? Self.bounded(weightedPoints / measuredWeight) : nil,
            coverage: applies ? Double(measured) / Double(applicable) : 1)
    }

    /// The mean if every gap had 0 points, and if every gap had 100.
    var interval: EcoscoreResult.Interval {
        let missing = measured == applicable ? 0 : weight - measuredWeight
        return EcoscoreResult.Interval(
            low: Self.bounded(weightedPoints / weight), high: Self.bounded((weightedPoints + 100 * missing) / weight))
    }

    /// Rounding may carry a mean a little past its limits.
    private static func bounded(_ points: Double) -> Double { min(100, max(0, points)) }
}
