public import Documents

/// Which applications a list has.
public struct ApplicationFilter: Hashable, Sendable {
    /// The publisher, exactly.
    public var publisher: String?
    /// The platform.
    public var platform: Application.Platform?
    /// The category, exactly.
    public var category: String?
    /// The letter of the newest run's score.
    public var grade: EcoscoreResult.Grade?
    /// A part of the title, identifier, publisher, category or another identifier, whatever the case and accents.
    public var text: String?

    /// A filter; all applications unless something is given.
    public init(
        publisher: String? = nil, platform: Application.Platform? = nil, category: String? = nil,
        grade: EcoscoreResult.Grade? = nil, text: String? = nil
    ) {
        self.publisher = publisher
        self.platform = platform
        self.category = category
        self.grade = grade
        self.text = text
    }
}

/// In which order a list is; applications that are alike in it are by identifier.
public enum ApplicationOrder: String, Sendable, CaseIterable {
    /// By identifier.
    case id
    /// By title, whatever the case and accents.
    case title
    /// By publisher; those without one last.
    case publisher
    /// By the newest run's score, best first; those without one last.
    case score
    /// By the newest run, newest first; those without one last.
    case date
    /// By number of runs, most first.
    case runs
}

extension ApplicationFilter {
    /// The condition of a SELECT, with its values.
    var condition: (sql: String, values: [(any SQLBindable)?]) {
        var parts: [(String, String?)] = []
        if let publisher { parts.append(("applications.publisher = ?", publisher)) }
        if let platform { parts.append(("applications.platform = ?", platform.rawValue)) }
        if let category { parts.append(("applications.category = ?", category)) }
        if let grade { parts.append(("scores.grade = ?", grade.rawValue)) }
        if let text {
            // A percent sign or underscore that is looked for is itself.
            let literal = text.folded.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing(
                "_", with: "\\_")
            parts.append(("applications.folded LIKE ? ESCAPE '\\'", "%\(literal)%"))
        }
        return (parts.isEmpty ? "" : "WHERE " + parts.map(\.0).joined(separator: " AND "), parts.map(\.1))
    }
}

extension ApplicationOrder {
    /// The columns of an ORDER BY.
    var sql: String {
        switch self {
        case .id: "applications.id"
        case .title: "applications.folded, applications.id"
        case .publisher: "applications.publisher NULLS LAST, applications.id"
        case .score: "scores.value DESC NULLS LAST, applications.id"
        case .date: "coalesce(runs.started, runs.attached) DESC NULLS LAST, applications.id"
        case .runs: "applications.runs DESC, applications.id"
        }
    }
}
