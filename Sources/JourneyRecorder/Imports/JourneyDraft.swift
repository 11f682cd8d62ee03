public import Documents
public import FoundationEssentials

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

    /// What stands in place of an application that nothing names.
    public static let exampleApplication = "org.example.app"
}

extension JourneyDraft {
    /// A draft of the steps that a file of another tool tells.
    ///
    /// A name that occurs again is another iteration of the same step, and one step here. The first step is taken to be one
    /// of loading, all others actions: nothing in these files says better.
    ///
    /// - Parameters:
    ///   - data: the file's bytes.
    ///   - name: the file's name, for messages.
    ///   - format: its format; told by the content unless given.
    ///   - id: the journey's identifier.
    ///   - title: its title.
    ///   - application: the application's identifier.
    /// - Throws: what `MarkerFile.markers` does.
    public init(
        from data: Data, name: String, format: MarkerFormat? = nil, id: String, title: LocalizedText,
        application: String
    ) throws {
        let found = try format ?? MarkerFile.recognised(data, name: name) ?? .markers
        var names: [StepName] =
            switch try MarkerFile.content(data, name: name, format: found) {
            case .walk(let walk): walk.steps.sorted { $0.start < $1.start }.map(\.name)
            case .names(let names): names
            }
        names.removeAll(where: \.isEnd)
        guard !names.isEmpty else { throw MarkerImportError(.noSteps(found), file: name) }
        self.init(id: id, title: title, application: application, steps: Self.steps(names))
    }

    private static func steps(_ names: [StepName]) -> [Step] {
        var steps: [Step] = []
        var texts: Set<String> = []
        var ids: Set<String> = []
        for name in names where texts.insert(name.text).inserted {
            let base = name.isLaunch ? launchID : StepIdentifier.identifier(of: name.text)
            var id = base
            var number = 2
            while !ids.insert(id).inserted {
                id = "\(base)-\(number)"
                number += 1
            }
            steps.append(
                Step(
                    id: id, title: name.isLaunch ? launchTitle : LocalizedText(name.text),
                    type: steps.isEmpty ? .loading : .action))
        }
        return steps
    }

    private static let launchID = "open"
    private static let launchTitle = LocalizedText(["en": "Open the app", "fr": "Ouvrir l'application"])
}
