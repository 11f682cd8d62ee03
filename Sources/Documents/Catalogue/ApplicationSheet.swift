/// An application with all that was measured of it: what `catalogue show --json` prints.
///
/// JSON Schema: `docs/formats/catalogue-application.schema.json`.
public struct ApplicationSheet: SchemaDocument, Hashable {
    /// A version of the application and its runs.
    public struct Version: Hashable, Codable, Sendable {
        /// The version as its publisher writes it.
        public var version: String
        /// Its runs, newest first.
        public var runs: [RunSummary]

        /// A version with its runs.
        public init(version: String, runs: [RunSummary]) {
            self.version = version
            self.runs = runs
        }
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.application/1" }

    /// Always `ecoproxy.catalogue.application/1`.
    public var schema = Self.schemaIdentifier
    /// The application.
    public var application: Application
    /// Its measured versions, the one with the newest run first.
    public var versions: [Version]

    /// A sheet from its parts.
    public init(application: Application, versions: [Version]) {
        self.application = application
        self.versions = versions
    }
}
