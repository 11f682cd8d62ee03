public import Documents

/// Applications that walked the same journey, best score first: what `catalogue rank --json` prints.
///
/// Each stands with its newest run of the journey. JSON Schema: `docs/formats/catalogue-ranking.schema.json`.
public struct Ranking: SchemaDocument, Hashable {
    /// An application's place.
    public struct Place: Hashable, Codable, Sendable {
        /// 1 for the best; equal scores share it. Absent where the run has no score.
        public var rank: Int?
        /// The application.
        public var application: Application
        /// The version that the run is of.
        public var version: String
        /// Its newest run of the journey.
        public var run: RunSummary

        /// A place.
        public init(rank: Int?, application: Application, version: String, run: RunSummary) {
            self.rank = rank
            self.application = application
            self.version = version
            self.run = run
        }
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.ranking/1" }

    /// Always `ecoproxy.catalogue.ranking/1`.
    public var schema = Self.schemaIdentifier
    /// The category; all applications when absent.
    public var category: String?
    /// The journey that all of them walked.
    public var journey: String
    /// The applications, best first; those without a score last.
    public var places: [Place]

    /// A ranking of applications, given best first.
    public init(category: String?, journey: String, places: [Place]) {
        self.category = category
        self.journey = journey
        self.places = places
    }
}

extension Ranking {
    /// What the scores were made with, each once: more than one, and they aren't alike.
    public var basis: Set<[ScoreSummary.Reference]> {
        Set(places.map { [$0.run.score.factorSet, $0.run.score.profile] })
    }
}

/// A ranking that there is something to put into.
public struct RankedJourney: Hashable, Sendable {
    /// The category; absent for applications without one.
    public var category: String?
    /// The journey.
    public var journey: String
    /// How many of the category's applications walked it.
    public var applications: Int
}
