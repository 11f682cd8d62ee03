public import Documents

/// What scoring all runs again came to: what `catalogue rescore --json` prints.
///
/// JSON Schema: `docs/formats/catalogue-rescoring.schema.json`.
public struct Rescoring: SchemaDocument, Hashable {
    /// A run that can't be scored.
    public struct Failure: Hashable, Codable, Sendable {
        /// The run.
        public var run: ContentHash
        /// Why.
        public var reason: String
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.rescoring/1" }

    /// Always `ecoproxy.catalogue.rescoring/1`.
    public var schema = Self.schemaIdentifier
    /// Number of runs that have a new score.
    public var rescored = 0
    /// Number of runs that had this score already.
    public var unchanged = 0
    /// Runs that can't be scored.
    public var failures: [Failure] = []
}
