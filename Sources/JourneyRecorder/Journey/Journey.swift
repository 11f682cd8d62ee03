public import Documents

/// A standard user journey: the application, what to walk through in it, and what it may cost.
///
/// A person writes it as YAML; see `JourneyFile`.
public struct Journey: Hashable, Sendable {
    /// Its identifier, such as `parcours-standard`.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// The application's identifier, such as `fr.exemple.sante`.
    public var application: String
    /// The application's version, as written.
    public var version: String?
    /// The kind of terminal it is walked on.
    public var device: DeviceClass
    /// The access network it is walked over.
    public var network: NetworkKind
    /// Whose hosts are whose.
    public var hosts: HostRules
    /// What to walk through, in the order written: at least one, each `id` once.
    public var steps: [JourneyStep]
    /// What the whole journey may cost.
    public var budget: JourneyBudget
    /// How often it is to be walked.
    public var runs: RunPlan

    /// What a measurement says of the journey it followed.
    ///
    /// - Parameter sha256: the hash of the journey file's bytes.
    /// - Returns: the identity that documents carry.
    public func identity(sha256: ContentHash) -> JourneyIdentity {
        JourneyIdentity(id: id, title: title, application: application, version: version, sha256: sha256)
    }
}

/// One thing to do in a journey.
public struct JourneyStep: Hashable, Sendable {
    /// Its identifier, by which markers name it.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// What it is.
    public var type: StepType
    /// Whether the journey marks it as critical.
    public var critical: Bool
    /// How long it is used in reality, in seconds, where that isn't how long it is walked; of media steps only.
    public var useSeconds: Double?
    /// What it may cost.
    public var budget: StepBudget

    init(
        id: String, title: LocalizedText, type: StepType, critical: Bool = false, useSeconds: Double? = nil,
        budget: StepBudget = StepBudget()
    ) {
        self.id = id
        self.title = title
        self.type = type
        self.critical = critical
        self.useSeconds = useSeconds
        self.budget = budget
    }

    /// A step that no journey declares: an action, titled by its identifier.
    init(undeclared id: String) {
        self.init(id: id, title: LocalizedText(id), type: .action)
    }
}

/// What a step may cost; a limit that isn't set is `nil`.
public struct StepBudget: Hashable, Sendable {
    /// Most IP bytes both ways, background hosts left out.
    public var bytes: Int?
    /// Most IP bytes both ways with third-party hosts.
    public var thirdPartyBytes: Int?
}

/// What a journey may cost; a limit that isn't set is `nil`.
public struct JourneyBudget: Hashable, Sendable {
    /// Least écoscore, 0 to 100.
    public var minimumScore: Double?
    /// Most greenhouse gas, central case, in gCO2e.
    public var maximumGHGGrams: Double?
    /// How much worse than its baseline it may become, as a fraction: 0.1 is written `10%`.
    public var maximumRegression: Double?
}

/// How often a journey is to be walked; what isn't set is `nil`.
public struct RunPlan: Hashable, Sendable {
    /// Runs with empty caches.
    public var cold: Int?
    /// Runs with the caches of an earlier run.
    public var warm: Int?
    /// How far apart runs of a kind may lie, as a fraction of their median: 0.15 is written `15%`.
    public var maximumSpread: Double?
}
