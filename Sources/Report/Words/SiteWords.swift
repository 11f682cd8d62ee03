import Documents

/// What the pages of a catalogue say; what a report says as well is in `Words`.
protocol SiteWords: Sendable {
    var catalogue: String { get }
    /// Under the title of a list: how many applications, of how many in all.
    func applications(_ count: Int, of all: Int, _ figures: Figures) -> String
    var byName: String { get }
    var byScore: String { get }
    var byScoreExplained: String { get }
    var order: String { get }
    var category: String { get }
    var platform: String { get }
    var publisher: String { get }
    var gradeLabel: String { get }
    var allApplications: String { get }
    var withoutCategory: String { get }
    var withoutPlatform: String { get }
    var withoutGrade: String { get }
    /// The heading of what narrows a list.
    var narrow: String { get }
    /// What opens a long row of ways to other lists.
    func choices(_ count: Int, _ figures: Figures) -> String
    var listCaption: String { get }
    var lastVersion: String { get }
    var measuredDate: String { get }
    var lastScore: String { get }
    var bestScore: String { get }
    var noRun: String { get }
    func page(_ number: Int, of count: Int) -> String
    var pages: String { get }
    var previousPage: String { get }
    var nextPage: String { get }
    /// What the field is for that a script adds; what it says of the rows that are left, `#` standing for their number.
    var search: String { get }
    var rowsLeft: String { get }
    /// For readers of screens and keyboards: past the navigation.
    var skip: String { get }
    var inOtherLanguage: String { get }
    var languages: String { get }

    // An application's page
    var website: String { get }
    var identifier: String { get }
    var identifiers: String { get }
    var version: String { get }
    var noJourney: String { get }
    var run: String { get }
    var runsCaption: String { get }
    var evolution: String { get }
    /// What a drawing of scores shows: of which journey, how many, from when to when, first and last.
    func evolutionLabel(journey: String, count: Int, from: String, to: String, first: String, last: String) -> String
    var evolutionExplained: String { get }
    var measurements: String { get }
    var fullReport: String { get }
    func quality(_ grade: Quality.Grade) -> String
    var partial: String { get }
    func score(_ value: String, version: String, date: String) -> String
    var factorSetShort: String { get }
    var comparability: String { get }

    func date(year: String, month: Int, day: Int) -> String
    /// Which program wrote the page, when.
    func madeWith(_ tool: String, on date: String?) -> String
    var statement: String { get }
}

extension Language {
    /// What a catalogue's pages say in this language.
    var siteWords: any SiteWords {
        switch self {
        case .en: EnglishSiteWords()
        case .fr: FrenchSiteWords()
        }
    }
}
