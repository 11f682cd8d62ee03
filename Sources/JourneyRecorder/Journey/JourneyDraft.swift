public import Documents

/// A journey to begin with: what another tool knows of it, and a remark wherever a person has to decide.
public struct JourneyDraft: Hashable, Sendable {
    /// A step.
    public struct Step: Hashable, Sendable {
        /// Its identifier.
        public var id: String
        /// Its title.
        public var title: LocalizedText
        /// What it is taken to be.
        public var type: StepType
        /// Most IP bytes both ways; none proposed if absent.
        public var budgetBytes: Int?

        /// A step from its parts.
        public init(id: String, title: LocalizedText, type: StepType, budgetBytes: Int? = nil) {
            self.id = id
            self.title = title
            self.type = type
            self.budgetBytes = budgetBytes
        }
    }

    /// The journey's identifier.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// The application's identifier.
    public var application: String
    /// Its steps, in order.
    public var steps: [Step]

    /// A draft from its parts.
    public init(id: String, title: LocalizedText, application: String, steps: [Step]) {
        self.id = id
        self.title = title
        self.application = application
        self.steps = steps
    }

    /// Whether there is no step in it.
    public var isEmpty: Bool { steps.isEmpty }

    /// What stands in place of an application that nothing names.
    public static let exampleApplication = "org.example.app"
}
