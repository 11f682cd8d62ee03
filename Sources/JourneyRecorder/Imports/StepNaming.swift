import Documents

/// Finds the journey's step that another tool's name means.
struct StepNaming {
    private let steps: [JourneyStep]?
    private let ids: Set<String>
    /// Identifiers by folded title, in any language.
    private var titles: [String: [String]] = [:]

    /// Names by a journey; without one each name is a step of its own.
    init(_ journey: Journey?) {
        steps = journey?.steps
        ids = Set(journey?.steps.map(\.id) ?? [])
        for step in journey?.steps ?? [] {
            for title in Set(step.title.texts.values.map(Self.folded)) { titles[title, default: []].append(step.id) }
        }
    }

    /// The identifier of the step that a name means: that is it, or one of its titles is.
    ///
    /// Case, the kind of apostrophe and the number of blanks don't matter in a title. The launch of the app is the
    /// journey's first step, if that is one of loading.
    func id(of name: StepName) throws(MarkerImportError.Problem) -> String {
        guard let steps else { return name.text }
        if name.isLaunch {
            guard let first = steps.first, first.type == .loading else {
                throw .launchWithoutStep(first: steps.first?.id ?? "")
            }
            return first.id
        }
        if ids.contains(name.text) { return name.text }
        switch titles[Self.folded(name.text)] {
        case let found? where found.count == 1: return found[0]
        case let found?: throw .ambiguousStep(name.text, steps: found)
        case nil: throw .unknownStep(name.text, journey: steps.map(\.id))
        }
    }

    /// Whether a name ends the walk: the journey has no step of that name.
    func ends(_ name: StepName) -> Bool {
        name.isEnd && !ids.contains(name.text) && titles[Self.folded(name.text)] == nil
    }

    /// Neither case, blanks, the kind of apostrophe nor a byte order mark tell titles apart.
    private static func folded(_ title: String) -> String {
        title.replacing("\u{FEFF}", with: "").lowercased().map { $0 == "\u{2019}" ? "'" : String($0) }.joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
