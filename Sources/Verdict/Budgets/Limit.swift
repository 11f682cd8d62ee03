public import Documents

/// What runs may cost, as somebody wrote it.
public struct Limit: Hashable, Sendable {
    /// What it is about.
    public enum Target: Hashable, Sendable {
        /// A figure that runs have.
        case metric(Metric)
        /// Something that no capture shows, and why.
        case other(Obstacle)
    }

    /// Where it holds.
    public enum Scope: Hashable, Sendable {
        /// For the journey as a whole: the sum of its steps.
        case journey
        /// For a step, by its identifier.
        case step(String)
        /// For the step of a name that another tool knows it by, see `StepAlias`.
        case alias(String)
        /// For each step but some, which have a limit of their own: aliases.
        case eachStep(except: [String])
    }

    /// What is allowed.
    public enum Bound: Hashable, Sendable {
        /// That much or less, in the metric's unit.
        case atMost(Double)
        /// That much or more.
        case atLeast(Double)
        /// That much worse than the baseline's mean, as a fraction of it: 0.1 is 10 %.
        case worseByPart(Double)
        /// That much worse than the baseline's mean, in the metric's unit.
        case worseBy(Double)
        /// Nobody said.
        case unstated
    }

    /// What it is about.
    public var target: Target
    /// Where it holds.
    public var scope: Scope
    /// What is allowed.
    public var bound: Bound
    /// How much it matters.
    public var level: LimitResult.Level
    /// What of several runs is compared with it.
    public var statistic: LimitResult.Statistic
    /// Where it was written.
    public var origin: LimitResult.Origin

    /// A limit from its parts.
    public init(
        _ target: Target, _ scope: Scope, _ bound: Bound, level: LimitResult.Level = .error,
        statistic: LimitResult.Statistic = .mean, origin: LimitResult.Origin
    ) {
        self.target = target
        self.scope = scope
        self.bound = bound
        self.level = level
        self.statistic = statistic
        self.origin = origin
    }
}
