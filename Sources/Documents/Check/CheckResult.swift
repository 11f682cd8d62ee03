/// What checking some runs against limits and a baseline came to.
///
/// JSON Schema: `docs/formats/check.schema.json`.
public struct CheckResult: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.check/1" }

    /// The outcome; the first that applies.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// A measurement can't be trusted, or a limit of level `error` can't be checked.
        case untrusted
        /// A limit of level `error` is broken.
        case broken
        /// A figure of the whole journey is worse than the baseline's, beyond the noise.
        case worse
        /// None of these.
        case passed
    }

    /// Always `ecoproxy.check/1`.
    public var schema = Self.schemaIdentifier
    /// The program that made it.
    public var tool: Tool
    /// The outcome.
    public var outcome: Outcome
    /// What is checked.
    public var runs: RunSide
    /// The journey's identifier, where there is one.
    public var journey: String?
    /// When the first run began, where that is known.
    public var started: Timestamp?
    /// How long the runs' steps took on average, in seconds; absent where that isn't known.
    public var seconds: Double?
    /// The files that limits were read from, in the order given.
    public var budgets: [BudgetReference]
    /// The limits with what came of them, in the order of the files, each step by step.
    public var limits: [LimitResult]
    /// How the runs compare with the baseline; absent without one.
    public var comparison: RunComparison?
    /// Why the measurements can't be trusted; empty where they can.
    public var reasons: [Caveat]

    /// A file with limits.
    public struct BudgetReference: Hashable, Codable, Sendable {
        /// Its name.
        public var file: String
        /// Its format.
        public var format: String

        /// A file by name and format.
        public init(file: String, format: String) { (self.file, self.format) = (file, format) }
    }

    /// A result from its parts.
    public init(
        tool: Tool, outcome: Outcome, runs: RunSide, journey: String?, started: Timestamp?, seconds: Double?,
        budgets: [BudgetReference], limits: [LimitResult], comparison: RunComparison?, reasons: [Caveat]
    ) {
        self.tool = tool
        self.outcome = outcome
        self.runs = runs
        self.journey = journey
        self.started = started
        self.seconds = seconds
        self.budgets = budgets
        self.limits = limits
        self.comparison = comparison
        self.reasons = reasons
    }
}
