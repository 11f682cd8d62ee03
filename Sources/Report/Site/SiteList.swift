import Documents

/// A list of applications: all of them, or those that have something in common.
struct SiteList {
    /// What the applications of a list have in common.
    enum Subject: Hashable {
        case all
        /// All, the best score first.
        case byScore
        case category(String?)
        case platform(Application.Platform?)
        case grade(EcoscoreResult.Grade?)
    }

    let subject: Subject
    /// The name of its first page below the language's folder, without its ending.
    let name: String
    let entries: [SiteEntry]

    /// Most rows of a page: some 150 kB, and few screens.
    static let rowsPerPage = 250

    /// Where the list of all begins.
    static let first = "index.html"

    /// The number of its pages; one where it is empty.
    var pageCount: Int { max(1, (entries.count + Self.rowsPerPage - 1) / Self.rowsPerPage) }

    /// A page's place, from 1. Names have no dot of their own, so that none can be another's page.
    func place(ofPage number: Int) -> String { number == 1 ? "\(name).html" : "\(name).p\(number).html" }

    /// The rows of a page.
    func rows(ofPage number: Int) -> ArraySlice<SiteEntry> {
        entries.dropFirst((number - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage)
    }

    /// All lists of a catalogue; those of a subject in the order in which they are offered.
    static func all(of entries: [SiteEntry]) -> [SiteList] {
        let byName = entries.sorted(by: SiteEntry.byName)
        var lists = [
            SiteList(subject: .all, name: "index", entries: byName),
            SiteList(subject: .byScore, name: "score", entries: entries.sorted(by: SiteEntry.byScore)),
        ]
        var taken: Set<String> = []
        let categories = Dictionary(grouping: byName, by: \.category)
        let names = categories.keys.compactMap(\.self).sorted {
            ($0.asciiWords.joined(separator: " "), $0) < ($1.asciiWords.joined(separator: " "), $1)
        }
        for category in names {
            let words = category.asciiWords.isEmpty ? "category" : category.asciiWords.joined(separator: "-")
            var name = String(words.prefix(100))
            // Two categories that differ by an accent only.
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(words.prefix(100))-\(number)"
                number += 1
            }
            lists.append(
                SiteList(
                    subject: .category(category), name: "category/\(name)", entries: categories[category] ?? []))
        }
        let platforms = Dictionary(grouping: byName, by: \.platform)
        for platform in Application.Platform.allCases {
            lists.append(
                SiteList(
                    subject: .platform(platform), name: "platform/\(platform.rawValue)",
                    entries: platforms[platform] ?? []))
        }
        let grades = Dictionary(grouping: byName) { $0.latest?.score.grade }
        for grade in EcoscoreResult.Grade.allCases {
            lists.append(
                SiteList(subject: .grade(grade), name: "grade/\(grade.rawValue)", entries: grades[grade] ?? []))
        }
        // No name of a category begins with an underscore.
        lists += [
            SiteList(subject: .category(nil), name: "category/_none", entries: categories[String?.none] ?? []),
            SiteList(
                subject: .platform(nil), name: "platform/_none", entries: platforms[Application.Platform?.none] ?? []),
            SiteList(subject: .grade(nil), name: "grade/_none", entries: grades[EcoscoreResult.Grade?.none] ?? []),
        ]
        return lists.filter { !$0.entries.isEmpty || [.all, .byScore].contains($0.subject) }
    }
}
