/// Bytes a second over time, stacked by whose they are, over bands for the steps.
struct TimelineChart: Hashable, Sendable {
    struct Series: Hashable, Sendable {
        let name: String
        let fill: ChartFill
        /// Bytes a second in each bin; none negative.
        let rates: [Double]
    }

    /// A step behind the series.
    struct Band: Hashable, Sendable {
        let start: Double
        let end: Double
        let number: String
        let title: String
    }

    let title: String
    let description: String
    /// Where bins begin and end, in seconds from the chart's origin, ascending: one more than there are bins.
    let edges: [Double]
    /// From the axis upwards.
    let series: [Series]
    let bands: [Band]
    let times: [ChartTick]
    let rates: [ChartTick]

    /// The end of the time axis, above 0.
    var end: Double { max(edges.last ?? 0, .leastNonzeroMagnitude) }
    /// The end of the other axis, above 0.
    var top: Double { max(rates.last?.value ?? 0, .leastNonzeroMagnitude) }

    /// A series' greatest rate in each of some columns of equal width.
    func sampled(_ series: Series, columns: Int) -> [Double] {
        var result = [Double](repeating: 0, count: columns)
        for (bin, rate) in series.rates.enumerated() where bin + 1 < edges.count && rate > 0 {
            let first = min(columns - 1, max(0, Int((edges[bin] / end * Double(columns)).rounded(.down))))
            let last = min(columns - 1, max(first, Int((edges[bin + 1] / end * Double(columns)).rounded(.up)) - 1))
            for column in first...last { result[column] = max(result[column], rate) }
        }
        return result
    }

    /// The numbers of the steps in a line of some columns, each where its step begins, as far as they don't touch.
    func numbers(columns: Int) -> String {
        var line = ""
        for band in bands {
            let column = min(columns - 1, Int((band.start / end * Double(columns)).rounded(.down)))
            guard line.isEmpty || column > line.count, column + band.number.count <= columns else { continue }
            line += String(repeating: " ", count: max(0, column - line.count)) + band.number
        }
        return line
    }
}
