import Documents

/// What another tool calls a step.
struct StepName: Hashable, Sendable {
    /// The name; of a launch, the command's.
    var text: String
    /// Whether it is the launch of the app, which the tool doesn't name as a step.
    var isLaunch = false
    /// The line or key it stands at, for messages.
    var place: String

    /// Words that end the walk, where a tool can only name moments.
    private static let ends = ["end", "fin"]

    /// Whether it names the end of the walk rather than a step.
    var isEnd: Bool { Self.ends.contains(text.lowercased()) }
}

/// A step as another tool tells it.
struct ImportedStep: Hashable, Sendable {
    /// What it is called.
    var name: StepName
    /// When it began.
    var start: Timestamp
    /// When what it waited for was there, where that is told.
    var displayed: Timestamp?
    /// When it ended, where that is told otherwise than by the next one.
    var end: Timestamp?
}

/// A walk as another tool tells it.
struct ImportedWalk: Sendable {
    /// Most steps that are kept.
    static let maximumSteps = 10_000

    /// Its steps, in any order.
    var steps: [ImportedStep]
    /// When it ended, where that is told.
    var end: Timestamp?
    /// Whether the starts are sums of durations, and not stamped.
    var isApproximate = false
}

/// What a file tells of a walk.
enum ImportedContent: Sendable {
    /// Steps with their times.
    case walk(ImportedWalk)
    /// The names of steps, in order.
    case names([StepName])
}
