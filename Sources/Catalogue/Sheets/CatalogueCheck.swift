public import Documents

/// What `catalogue check` found: what `catalogue check --json` prints.
///
/// JSON Schema: `docs/formats/catalogue-check.schema.json`.
public struct CatalogueCheck: SchemaDocument, Hashable {
    /// What was looked at.
    public enum Subject: String, Codable, Sendable {
        /// The database as its engine keeps it.
        case database
        /// Rows that belong to others which aren't there.
        case references
        /// A document, against its hash.
        case document
        /// A score: whether it is of the measurement that it is attached to, and its row tells what it says.
        case score
        /// Numbers kept beside the rows that they follow from.
        case counters
    }

    /// Something that is wrong.
    public struct Fault: Hashable, Codable, Sendable {
        /// What it is in.
        public var subject: Subject
        /// What, in a sentence.
        public var message: String

        /// A fault.
        public init(_ subject: Subject, _ message: String) {
            self.subject = subject
            self.message = message
        }
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.check/1" }

    /// Always `ecoproxy.catalogue.check/1`.
    public var schema = Self.schemaIdentifier
    /// Number of applications looked at.
    public var applications: Int
    /// Number of runs looked at.
    public var runs: Int
    /// Number of scores looked at.
    public var scores: Int
    /// Number of documents whose hash was compared.
    public var documents: Int
    /// Everything that is wrong; empty for a sound catalogue.
    public var faults: [Fault]

    /// A verdict.
    public init(applications: Int, runs: Int, scores: Int, documents: Int, faults: [Fault]) {
        self.applications = applications
        self.runs = runs
        self.scores = scores
        self.documents = documents
        self.faults = faults
    }
}
