/// Why measurements can't be scored together.
public enum ScoringError: Error, Hashable, Sendable, CustomStringConvertible {
    /// None was given.
    case noMeasurement
    /// None has a step of the journey.
    case noSteps
    /// The same measurement was given twice; the hash's first digits.
    case repeated(sha256: String)
    /// They are not walks of one thing: what differs, and the two values.
    case mixed(Difference, first: String, other: String)
    /// A figure of a step is negative or far beyond what a walk can reach.
    case implausible(step: String, figure: String, value: Double)

    /// What walks of one journey have in common.
    public enum Difference: String, Sendable, CaseIterable {
        /// The journey's identifier.
        case journey
        /// The application's identifier.
        case application
        /// The application's version.
        case version
        /// The content of the journey file.
        case journeyFile
        /// The kind of terminal.
        case device
        /// The kind of access network.
        case network
        /// Whether the app's caches were empty: cold and warm runs have no mean in common.
        case cache
    }

    /// What is wrong and what to do, as a sentence for a person.
    public var description: String {
        switch self {
        case .noMeasurement: "there is nothing to score; give at least one measurement"
        case .noSteps:
            "the measurement has no step to score; replay the capture with a journey and the markers of its steps"
        case .repeated(let sha256):
            "measurement \(sha256)… is given twice; give each walk once, so that none counts double"
        case .mixed(let difference, let first, let other):
            "the measurements differ in \(difference.words): \"\(first)\" and \"\(other)\"; score them one by one"
        case .implausible(let step, let figure, let value):
            "step \"\(step)\": \(figure) is \(value), which no walk can reach; check the measurement"
        }
    }
}

extension ScoringError.Difference {
    fileprivate var words: String {
        switch self {
        case .journey: "journey"
        case .application: "application"
        case .version: "version of the application"
        case .journeyFile: "content of the journey file"
        case .device: "kind of terminal"
        case .network: "access network"
        case .cache: "caches (cold and warm runs are never averaged together)"
        }
    }
}
