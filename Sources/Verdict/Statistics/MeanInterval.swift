import Documents

/// What a sample says of the mean behind it.
struct MeanInterval: Hashable {
    /// How sure an interval is.
    static let confidence = 0.95
    /// How likely it is to be that so many runs decide: the usual power.
    static let power = 0.8
    /// No more runs than this are ever asked for.
    static let mostRuns = 100_000

    private let sample: Sample
    private let deviation: Double

    /// `nil` for one run, which says nothing of the noise.
    init?(_ sample: Sample) {
        guard sample.runs > 1, let deviation = sample.standardDeviation else { return nil }
        (self.sample, self.deviation) = (sample, deviation)
    }

    /// The confidence interval of the mean: ± t(n − 1) · s / √n (NIST/SEMATECH e-Handbook § 1.3.5.2).
    var interval: LimitResult.Interval {
        let half =
            StudentQuantile.twoSided(confidence: Self.confidence, degrees: sample.runs - 1) * deviation
            / Double(sample.runs).squareRoot()
        let most = Double.greatestFiniteMagnitude
        return LimitResult.Interval(low: max(-most, sample.mean - half), high: min(most, sample.mean + half))
    }

    /// How many runs would show on which side of a limit the mean is, if it is as far from it, and runs vary, as these do.
    ///
    /// The least n with n ≥ ((t₁(n − 1) + t₂(n − 1)) · s / |mean − limit|)², where t₁ is the quantile of 97.5 %
    /// (two-sided, 95 % confidence) and t₂ that of the power, 80 % (NIST/SEMATECH e-Handbook § 7.2.2.2, sample sizes
    /// with an unknown standard deviation).
    ///
    /// - Returns: at least 2; `nil` where the mean is the limit itself, which no number of runs decides, or more runs
    ///   than anybody walks.
    func runsNeeded(for limit: Double) -> Int? {
        // Runs that don't differ at all have decided.
        guard deviation > 0 else { return 2 }
        return Self.leastRuns(distance: abs(sample.mean - limit) / deviation) { $0 - 1 }
    }

    /// How many runs on each side would show a difference of means, if it is as large, and runs vary, as these do.
    ///
    /// The same with the deviation of the difference, √(s₁² + s₂²), and the 2n − 2 degrees of freedom of two samples of
    /// n (same source, comparing two means).
    ///
    /// - Returns: at least 2; `nil` where a side has one run, the means are one, or it takes more runs than anybody walks.
    static func runsNeeded(between base: Sample, _ new: Sample) -> Int? {
        guard let one = base.standardDeviation, let other = new.standardDeviation else { return nil }
        let deviation = (one * one + other * other).squareRoot()
        guard deviation > 0 else { return 2 }
        return leastRuns(distance: abs(base.mean - new.mean) / deviation) { 2 * $0 - 2 }
    }

    /// The least n with √n · distance ≥ t₁ + t₂.
    private static func leastRuns(distance: Double, degrees: (Int) -> Int) -> Int? {
        guard distance > 0 else { return nil }
        func suffices(_ runs: Int) -> Bool {
            let certain = StudentQuantile.twoSided(confidence: confidence, degrees: degrees(runs))
            // The one-sided quantile of the power is the two-sided one of 2 · power − 1.
            let likely = StudentQuantile.twoSided(confidence: 2 * power - 1, degrees: degrees(runs))
            return Double(runs).squareRoot() * distance >= certain + likely
        }
        guard suffices(mostRuns) else { return nil }
        // It gets ever easier with more runs, so that halving finds the least number.
        var (few, enough) = (1, mostRuns)
        while enough - few > 1 {
            let middle = (few + enough) / 2
            if suffices(middle) { enough = middle } else { few = middle }
        }
        return enough
    }
}
