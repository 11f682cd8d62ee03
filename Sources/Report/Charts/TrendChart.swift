/// A figure of each run, in the order of time.
struct TrendChart: Hashable, Sendable {
    struct Point: Hashable, Sendable {
        let label: String
        /// None negative.
        let value: Double
        /// Runs of the kind that the report is of are filled, others hollow.
        let isCounted: Bool
    }

    let title: String
    let description: String
    let points: [Point]
    /// From least to greatest of the runs that are counted, where there are several.
    let band: ClosedRange<Double>?
    let ticks: [ChartTick]

    /// The end of the axis, above 0.
    var top: Double { max(ticks.last?.value ?? 0, .leastNonzeroMagnitude) }
}
