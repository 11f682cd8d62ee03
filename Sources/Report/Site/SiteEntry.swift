import Documents

/// An application as lists show it: all that is kept of it while a site is written.
struct SiteEntry: Sendable {
    let id: String
    let title: String
    let publisher: String?
    let platform: Application.Platform?
    let category: String?
    /// The newest run, and the version it is of.
    let latest: (version: String, measured: Timestamp, score: ScoreSummary)?
    /// By which names are ordered, whatever their accents and case.
    let key: String

    init(_ sheet: ApplicationSheet) {
        let application = sheet.application
        (id, title, publisher) = (application.id, application.title, application.publisher)
        (platform, category) = (application.platform, application.category)
        key = application.title.asciiWords.joined(separator: " ")
        latest = sheet.versions.first.flatMap { version in
            version.runs.first.map { (version.version, $0.moment, $0.score) }
        }
    }

    /// By name, then by identifier, which is one application's alone.
    static func byName(_ first: SiteEntry, _ second: SiteEntry) -> Bool {
        (first.key, first.title, first.id) < (second.key, second.title, second.id)
    }

    /// Best score first, a partial one by the least that it could be; those without one last.
    static func byScore(_ first: SiteEntry, _ second: SiteEntry) -> Bool {
        let (left, right) = (first.latest?.score.least ?? -1, second.latest?.score.least ?? -1)
        return left == right ? byName(first, second) : left > right
    }
}

extension RunSummary {
    /// When it was measured, or attached where that isn't known.
    var moment: Timestamp { started ?? attached }
}

extension ScoreSummary {
    /// The least that the score could be: with axes missing a high one says little. `nil` where there is none.
    var least: Double? {
        guard let value, value.isFinite else { return nil }
        return interval?.low ?? value
    }

    /// The letter, or the letters it could be; absent where there is neither.
    var letters: String? {
        if let grade { return grade.rawValue }
        guard let gradeRange else { return nil }
        return gradeRange.best == gradeRange.worst
            ? gradeRange.best.rawValue : "\(gradeRange.best.rawValue)–\(gradeRange.worst.rawValue)"
    }
}

extension Application.Platform {
    /// As people write it, in either language.
    var name: String {
        switch self {
        case .web: "Web"
        case .android: "Android"
        case .ios: "iOS"
        }
    }
}
