public import Documents

/// What a command did to a catalogue: what `catalogue add`, `edit`, `attach` and `detach` print with `--json`.
///
/// JSON Schema: `docs/formats/catalogue-change.schema.json`.
public struct CatalogueChange: SchemaDocument, Hashable {
    /// What became of it.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// The application is new, or has other data now.
        case added, changed
        /// The run is new, has a new score, or was taken away.
        case attached, rescored, detached
        /// It was so already.
        case unchanged
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.change/1" }

    /// Always `ecoproxy.catalogue.change/1`.
    public var schema = Self.schemaIdentifier
    /// What became of it.
    public var outcome: Outcome
    /// The application.
    public var application: String
    /// Its version, of changes to runs.
    public var version: String?
    /// The measurement's hash, of changes to runs.
    public var run: ContentHash?

    /// A change.
    public init(_ outcome: Outcome, application: String, version: String? = nil, run: ContentHash? = nil) {
        self.outcome = outcome
        self.application = application
        self.version = version
        self.run = run
    }

    /// What attaching a run came to.
    public init(_ attachment: Attachment, application: String) {
        let outcome: Outcome =
            switch attachment.outcome {
            case .attached: .attached
            case .rescored: .rescored
            case .alreadyAttached: .unchanged
            }
        self.init(outcome, application: application, version: attachment.version, run: attachment.run)
    }
}
