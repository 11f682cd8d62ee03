public import Documents

/// What was changed in a catalogue, newest first: what `catalogue history --json` prints.
///
/// JSON Schema: `docs/formats/catalogue-history.schema.json`.
public struct AuditTrail: SchemaDocument, Hashable {
    /// What was done.
    public enum Action: String, Codable, Sendable, CaseIterable {
        /// An application was added, changed, or came with a list of them.
        case add, edit, `import`
        /// A run was attached, given another score, or taken away.
        case attach, rescore, detach
    }

    /// A change.
    public struct Entry: Hashable, Codable, Sendable {
        /// When.
        public var time: Timestamp
        /// Who: the user and the machine, `ana@banc-3`, as they name themselves.
        public var who: String
        /// What.
        public var action: Action
        /// The application that it was done to.
        public var application: String
        /// Its version, of changes to runs.
        public var version: String?
        /// The measurement's hash, of changes to runs.
        public var run: ContentHash?
        /// What else is to be known: of an application, each field as it is now (empty: taken away); of a run its score's hash,
        /// value, grade and factors.
        public var details: [String: String]

        /// A change.
        public init(
            time: Timestamp, who: String, action: Action, application: String, version: String? = nil,
            run: ContentHash? = nil, details: [String: String] = [:]
        ) {
            self.time = time
            self.who = who
            self.action = action
            self.application = application
            self.version = version
            self.run = run
            self.details = details
        }
    }

    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.catalogue.history/1" }

    /// Always `ecoproxy.catalogue.history/1`.
    public var schema = Self.schemaIdentifier
    /// The changes, newest first.
    public var entries: [Entry]

    /// A trail of changes.
    public init(entries: [Entry]) {
        self.entries = entries
    }
}
