public import Documents

/// The applications of a catalogue, each with its newest run: what `catalogue list --json` prints.
///
/// JSON Schema: `docs/formats/catalogue-applications.schema.json`.
public struct ApplicationList: SchemaDocument, Hashable {
    /// An application in a line.
    public struct Entry: Hashable, Codable, Sendable {
        /// The application.
        public var application: Application
        /// Number of versions measured.
        public var versions: Int
        /// Number of runs, of all versions.
        public var runs: Int
        /// The newest run; absent when none is attached.
        public var latest: LatestRun?

        /// An entry from its parts.
        public init(application: Application, versions: Int, runs: Int, latest: LatestRun?) {
            self.application = application
            self.versions = versions
            self.runs = runs
            self.latest = latest
        }
    }

    /// A run and the version it is of.
    public struct LatestRun: Hashable, Codable, Sendable {
        /// The application's version.
        public var version: String
        /// The run.
        public var run: RunSummary

        /// A run of a version.
        public init(version: String, run: RunSummary) {
            self.version = version
            self.run = run
        }
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.applications/1" }

    /// Always `ecoproxy.catalogue.applications/1`.
    public var schema = Self.schemaIdentifier
    /// The applications, by identifier.
    public var applications: [Entry]

    /// A list of applications.
    public init(applications: [Entry]) {
        self.applications = applications
    }
}
