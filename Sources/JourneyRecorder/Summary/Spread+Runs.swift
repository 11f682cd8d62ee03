import Documents

/// A value of one run.
struct RunValue: Hashable, Sendable {
    /// Which run.
    var number: Int
    /// Its value.
    var value: Double
}

extension Spread {
    /// How sure the interval of a mean is: as in the example of NIST/SEMATECH e-Handbook of Statistical Methods § 1.3.5.2.
    static let usualConfidence = 0.95
    /// With fewer runs none is called an outlier: of three or four, the distances of two decide over another one.
    static let fewestRunsForOutliers = 5
    /// Beyond this modified z-score a value is an outlier (Iglewicz & Hoaglin, How to Detect and Handle Outliers, ASQC 1993;
    /// NIST/SEMATECH e-Handbook of Statistical Methods § 1.3.5.17).
    static let outlierScore = 3.5
    /// The median absolute deviation of a normal distribution of standard deviation 1 (same source).
    static let deviationOfNormal = 0.6745
    /// √(π/2), its standard deviation in mean absolute deviations: what stands in where the median of the distances is nothing
    /// (IBM Cognos Analytics 11.1 documentation, "Modified z score").
    static let scaleOfMeanDeviation = 1.253314
    /// No more runs than this are ever asked for: a figure that varies so much is no figure.
    static let mostRunsNeeded = 100_000

    /// The spread of some runs; `nil` if there are none.
    ///
    /// - Parameters:
    ///   - runs: their values, each finite and not negative.
    ///   - precision: the half-width of the mean's confidence interval that is wanted, as a fraction of the mean; above 0.
    ///   - confidence: how sure that interval is to be, above 0, below 1.
    init?(of runs: [RunValue], precision: Double, confidence: Double = Self.usualConfidence) {
        guard !runs.isEmpty else { return nil }
        let sorted = runs.map(\.value).sorted()
        let median = Self.median(sorted)
        let distances = sorted.map { abs($0 - median) }.sorted()
        let deviation = Self.median(distances)
        let variation = Self.variation(sorted)
        let halfWidth = variation.map {
            Self.halfWidth(variation: $0, runs: runs.count, confidence: confidence)
        }
        self.init(
            runs: runs.count, median: median, medianAbsoluteDeviation: deviation, coefficientOfVariation: variation,
            minimum: sorted[0], maximum: sorted[sorted.count - 1], relativeHalfWidth: halfWidth,
            runsNeeded: variation.map { Self.runsNeeded(variation: $0, precision: precision, confidence: confidence) },
            outliers: Self.outliers(runs, median: median, deviation: deviation))
    }

    /// The middle of sorted values, of which there is at least one.
    private static func median(_ sorted: [Double]) -> Double {
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The sample's standard deviation by its mean.
    private static func variation(_ values: [Double]) -> Double? {
        let mean = values.reduce(0, +) / Double(values.count)
        guard values.count > 1, mean > 0 else { return nil }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot() / mean
    }

    /// t(n − 1) · CV / √n (NIST/SEMATECH e-Handbook § 1.3.5.2, confidence limits for the mean).
    private static func halfWidth(variation: Double, runs: Int, confidence: Double) -> Double {
        StudentQuantile.twoSided(confidence: confidence, degrees: runs - 1) * variation / Double(runs).squareRoot()
    }

    /// The fewest runs, two at least, with which that half-width is no more than the precision: it shrinks with every run.
    static func runsNeeded(variation: Double, precision: Double, confidence: Double) -> Int {
        var (few, enough) = (1, 2)
        while halfWidth(variation: variation, runs: enough, confidence: confidence) > precision {
            guard enough < mostRunsNeeded else { return mostRunsNeeded }
            (few, enough) = (enough, min(2 * enough, mostRunsNeeded))
        }
        while enough - few > 1 {
            let middle = (few + enough) / 2
            if halfWidth(variation: variation, runs: middle, confidence: confidence) > precision {
                few = middle
            } else {
                enough = middle
            }
        }
        return enough
    }

    /// Runs whose modified z-score is too large; `nil` where there are too few runs.
    private static func outliers(_ runs: [RunValue], median: Double, deviation: Double) -> [Int]? {
        guard runs.count >= fewestRunsForOutliers else { return nil }
        let mean = runs.reduce(0) { $0 + abs($1.value - median) } / Double(runs.count)
        let unit = deviation > 0 ? deviation / deviationOfNormal : scaleOfMeanDeviation * mean
        guard unit > 0 else { return [] }
        return runs.filter { abs($0.value - median) / unit > outlierScore }.map(\.number)
    }
}
