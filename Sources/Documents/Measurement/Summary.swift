/// What repeated walks of a journey's steps have in common, and how far apart they lie.
///
/// All its runs are of one kind: cold and warm ones are never in one median.
public struct Summary: Hashable, Codable, Sendable {
    /// How often the journey is to be walked, as its file says; what isn't said is absent.
    public struct Plan: Hashable, Codable, Sendable {
        /// Runs with empty caches.
        public var cold: Int?
        /// Runs with the caches of an earlier run.
        public var warm: Int?
        /// How far apart runs of a kind may lie, from least to greatest, as a fraction of their median.
        public var maximumSpread: Double?

        /// A plan; nothing said unless given.
        public init(cold: Int? = nil, warm: Int? = nil, maximumSpread: Double? = nil) {
            self.cold = cold
            self.warm = warm
            self.maximumSpread = maximumSpread
        }
    }

    /// Whether the app's caches were empty before the runs; absent if that isn't said.
    public var cache: CacheState?
    /// What the journey plans; absent if it plans nothing.
    public var plan: Plan?
    /// The precision that was chosen: half the width of a confidence interval, as a fraction of the mean.
    public var precision: Double
    /// How sure that interval is, 0 to 1.
    public var confidence: Double
    /// The steps in the order first walked; those of type `baseline` are left out.
    public var steps: [StepSummary]

    /// A summary from its parts.
    public init(
        cache: CacheState? = nil, plan: Plan? = nil, precision: Double, confidence: Double, steps: [StepSummary]
    ) {
        self.cache = cache
        self.plan = plan
        self.precision = precision
        self.confidence = confidence
        self.steps = steps
    }

    /// Whether any step was walked more than once.
    public var isRepeated: Bool { steps.contains { $0.bytes.runs > 1 } }

    /// How often the plan has runs of this kind; `nil` if it doesn't say, or it isn't known of which kind these are.
    public var planned: Int? {
        switch cache {
        case .cold: plan?.cold
        case .warm: plan?.warm
        case nil: nil
        }
    }
}

/// The runs of one step.
public struct StepSummary: Hashable, Codable, Sendable {
    /// The step's identifier in the journey.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// IP bytes both ways without background hosts (see `Step.exchangedBytes`).
    public var bytes: Spread
    /// Its duration in seconds, pauses left out.
    public var seconds: Spread
    /// The device's energy in joules, over the runs in which it was measured; absent if it was in none.
    public var joules: Spread?
    /// The display time in seconds, over the runs in which it was measured; absent if it was in none.
    public var displaySeconds: Spread?

    /// The runs of a step.
    public init(
        id: String, title: LocalizedText, bytes: Spread, seconds: Spread, joules: Spread? = nil,
        displaySeconds: Spread? = nil
    ) {
        self.id = id
        self.title = title
        self.bytes = bytes
        self.seconds = seconds
        self.joules = joules
        self.displaySeconds = displaySeconds
    }
}
