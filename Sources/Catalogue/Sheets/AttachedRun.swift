public import Documents
public import Foundation

/// The two documents of a run, as bytes of JSON.
public struct RunDocuments: Hashable, Sendable {
    /// A `JourneyMeasurement`.
    public var measurement: Data
    /// A `JourneyScore` that follows from it.
    public var score: Data

    /// The documents of a run.
    public init(measurement: Data, score: Data) {
        self.measurement = measurement
        self.score = score
    }
}

/// A run of the catalogue with its documents.
public struct AttachedRun: Hashable, Sendable {
    /// The application it is of.
    public var application: Application
    /// The application's version.
    public var version: String
    /// Its figures.
    public var summary: RunSummary
    /// Its measurement and the score attached last, byte for byte as they were given.
    public var documents: RunDocuments

    /// A run from its parts.
    public init(application: Application, version: String, summary: RunSummary, documents: RunDocuments) {
        self.application = application
        self.version = version
        self.summary = summary
        self.documents = documents
    }
}

/// What attaching a run came to.
public struct Attachment: Hashable, Sendable {
    /// What changed.
    public enum Outcome: String, Hashable, Sendable {
        /// The run is new.
        case attached
        /// The run was there; the score is new and is now the one shown.
        case rescored
        /// The run was there with this score; nothing changed.
        case alreadyAttached
    }

    /// What changed.
    public var outcome: Outcome
    /// The hash of the measurement, by which the run is known.
    public var run: ContentHash
    /// The version that the run is of.
    public var version: String

    /// The outcome for a run.
    public init(outcome: Outcome, run: ContentHash, version: String) {
        self.outcome = outcome
        self.run = run
        self.version = version
    }
}

/// A run that was taken away.
public struct DetachedRun: Hashable, Sendable {
    /// The application that it was of.
    public var application: String
    /// The application's version.
    public var version: String
    /// Its figures.
    public var run: RunSummary
}
