/// One limit with what came of it.
public struct LimitResult: Hashable, Codable, Sendable {
    /// How much a limit matters.
    public enum Level: String, Codable, Sendable, CaseIterable {
        /// Said, and never more.
        case warn
        /// Decides over the exit code.
        case error
    }

    /// Which side of the limit is allowed.
    public enum Bound: String, Codable, Sendable, CaseIterable {
        case atMost, atLeast
    }

    /// What of the runs is compared with the limit.
    public enum Statistic: String, Codable, Sendable, CaseIterable {
        case mean, median, least, greatest
    }

    /// What came of it.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case passed, broken, unchecked
    }

    /// Where a limit was written.
    public struct Origin: Hashable, Codable, Sendable {
        /// The file's name.
        public var file: String
        /// The line, from 1; absent where it isn't known.
        public var line: Int?
        /// The key in the file, such as `resourceSizes.image`.
        public var key: String

        /// A place in a file.
        public init(file: String, line: Int?, key: String) {
            (self.file, self.line, self.key) = (file, line, key)
        }
    }

    /// The step's identifier; absent for the whole journey.
    public var step: String?
    /// The step's title; absent where the runs have no such step.
    public var stepTitle: LocalizedText?
    /// The metric; absent where the file limits something that has none here, see `origin.key`.
    public var metric: Metric?
    /// Where it was written.
    public var origin: Origin
    /// How much it matters.
    public var level: Level
    /// Which side of the limit is allowed.
    public var bound: Bound
    /// The limit in the metric's unit; absent where it can't be told, for want of a baseline or a metric.
    public var limit: Double?
    /// What it is relative to, where it is: the baseline's mean.
    public var baseline: Double?
    /// What of the runs is compared with the limit.
    public var statistic: Statistic
    /// The figure that is compared; absent where it isn't known. Where it is only known between bounds: of a kept limit
    /// the end nearer to breaking it, else the other.
    public var value: Double?
    /// The runs.
    public var sample: Sample?
    /// Between what the mean is, with 95 % confidence; absent for one run, and for other statistics.
    public var interval: Interval?
    /// What came of it.
    public var status: Status
    /// Whether the runs lie so near to the limit that others could end otherwise.
    public var undecided: Bool
    /// How many runs in all would show on which side of the limit the mean is; absent for one run, for other
    /// statistics, and where no number does.
    public var runsNeeded: Int?
    /// Why it can't be checked; of a limit that is kept or broken in any case, why its figure is only known between bounds.
    public var obstacle: Obstacle?
    /// The heaviest hosts of the step or journey, at most three; absent unless broken.
    public var hosts: [HeavyHost]?

    /// An interval.
    public struct Interval: Hashable, Codable, Sendable {
        /// Its lower end.
        public var low: Double
        /// Its upper end.
        public var high: Double

        /// An interval from its ends.
        public init(low: Double, high: Double) { (self.low, self.high) = (low, high) }
    }

    /// A host with what it carried in a run, on average.
    public struct HeavyHost: Hashable, Codable, Sendable {
        /// Its name.
        public var name: String
        /// Whose host it is.
        public var party: Party
        /// IP bytes, those that the limit counts.
        public var bytes: Double

        /// A host with its bytes.
        public init(name: String, party: Party, bytes: Double) {
            (self.name, self.party, self.bytes) = (name, party, bytes)
        }
    }

    /// A limit's result.
    public init(
        step: String?, stepTitle: LocalizedText? = nil, metric: Metric?, origin: Origin, level: Level, bound: Bound,
        limit: Double?, baseline: Double? = nil, statistic: Statistic, value: Double? = nil, sample: Sample? = nil,
        interval: Interval? = nil, status: Status, undecided: Bool = false, runsNeeded: Int? = nil,
        obstacle: Obstacle? = nil, hosts: [HeavyHost]? = nil
    ) {
        self.step = step
        self.stepTitle = stepTitle
        self.metric = metric
        self.origin = origin
        self.level = level
        self.bound = bound
        self.limit = limit
        self.baseline = baseline
        self.statistic = statistic
        self.value = value
        self.sample = sample
        self.interval = interval
        self.status = status
        self.undecided = undecided
        self.runsNeeded = runsNeeded
        self.obstacle = obstacle
        self.hosts = hosts
    }
}
