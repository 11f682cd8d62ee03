/// One figure on both sides, and whether it changed.
public struct FigureChange: Hashable, Codable, Sendable {
    /// What is said of a change.
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// The same value in all runs of both sides.
        case same
        /// Different, and not more than the runs differ by themselves.
        case noise
        /// Less favourable, beyond the noise.
        case worse
        /// More favourable, beyond the noise.
        case better
        /// Different, and nobody can say whether by more than the noise: one run on each side.
        case untested
        /// Only the base has it.
        case onlyBase
        /// Only the new side has it.
        case onlyNew
    }

    /// Which figure.
    public var metric: Metric
    /// The base's runs; absent where it isn't known of them.
    public var base: Sample?
    /// The new side's runs; absent where it isn't known of them.
    public var new: Sample?
    /// The difference of the means, new less base; absent where a side has none.
    public var difference: Double?
    /// The difference as a part of the base's mean; absent where that is nothing.
    public var relative: Double?
    /// The test; absent where none is possible or needed.
    public var test: SignificanceTest?
    /// How many runs on each side would show the difference, if it is as large and runs vary as these do; absent unless
    /// it is within the noise of several runs on both sides, and where no number does.
    public var runsNeeded: Int?
    /// What is said of it.
    public var verdict: Verdict

    /// A change from its parts.
    public init(
        metric: Metric, base: Sample?, new: Sample?, difference: Double?, relative: Double?,
        test: SignificanceTest?, verdict: Verdict, runsNeeded: Int? = nil
    ) {
        self.metric = metric
        self.base = base
        self.new = new
        self.difference = difference
        self.relative = relative
        self.test = test
        self.verdict = verdict
        self.runsNeeded = runsNeeded
    }
}

/// A test of two means, with its outcome.
public struct SignificanceTest: Hashable, Codable, Sendable {
    /// Which test.
    public enum Name: String, Codable, Sendable, CaseIterable {
        /// Welch's t-test, two-sided: two or more runs on both sides.
        case welch
        /// Student's t-test of one run against the runs of the other side, two-sided.
        case singleRun
    }

    /// Which test.
    public var name: Name
    /// Its statistic; absent where no run differs from the others of its side: then any difference of the sides is
    /// beyond the noise.
    public var t: Double?
    /// Its degrees of freedom; absent where `t` is.
    public var degreesOfFreedom: Double?
    /// How likely such a difference is by chance, 0 to 1.
    public var p: Double
    /// The same, adjusted for the number of figures that are judged together (Holm).
    public var adjustedP: Double

    /// A test's outcome.
    public init(name: Name, t: Double?, degreesOfFreedom: Double?, p: Double, adjustedP: Double) {
        self.name = name
        self.t = t
        self.degreesOfFreedom = degreesOfFreedom
        self.p = p
        self.adjustedP = adjustedP
    }
}
