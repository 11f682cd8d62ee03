import Documents

/// The pages of a catalogue in English.
struct EnglishSiteWords: SiteWords {
    let catalogue = "Catalogue of applications"
    func applications(_ count: Int, of all: Int, _ figures: Figures) -> String {
        let applications = "\(figures.exact(count)) application\(count == 1 ? "" : "s")"
        return count == all ? applications : "\(applications) of \(figures.exact(all))"
    }
    let byName = "by name"
    let byScore = "by score"
    let byScoreExplained = """
        The best score first. A partial score is placed by the least that it could be, since axes of it are missing.
        """
    let order = "Order"
    let category = "Category"
    let platform = "Platform"
    let publisher = "Publisher"
    let gradeLabel = "Grade"
    let allApplications = "All"
    let withoutCategory = "No category"
    let withoutPlatform = "No platform"
    let withoutGrade = "No grade"
    let narrow = "Filter"
    func choices(_ count: Int, _ figures: Figures) -> String { "\(figures.exact(count)) to choose from" }
    let listCaption = "The applications and the score of their last run"
    let lastVersion = "Version measured"
    let measuredDate = "Measured on"
    let lastScore = "Last score"
    let bestScore = "Best score"
    let noRun = "No run is attached to this application."
    func page(_ number: Int, of count: Int) -> String { "Page \(number) of \(count)" }
    let pages = "Pages"
    let previousPage = "Previous page"
    let nextPage = "Next page"
    let search = "Search this page"
    let rowsLeft = "Applications shown: #"
    let languages = "Languages"
    let skip = "Skip to content"
    let inOtherLanguage = "En français"

    let website = "Website"
    let identifier = "Identifier"
    let identifiers = "Other identifiers"
    let version = "Version"
    let noJourney = "no journey"
    let run = "Run"
    let runsCaption = "All runs, the newest first"
    let evolution = "The score over time"
    func evolutionLabel(
        journey: String, count: Int, from: String, to: String, first: String, last: String
    ) -> String {
        count == 1
            ? "Journey \(journey): one score, \(last), on \(to)."
            : "Journey \(journey): \(count) scores from \(from) to \(to), \(first) at first and \(last) at last."
    }
    let evolutionExplained = """
        0 to 100, the higher the better. A full dot is a whole score; a hollow dot is a partial one, the line showing where \
        it could lie. The table of runs says the same figures.
        """
    let measurements = "Runs"
    let fullReport = "Full report of the last run"
    func quality(_ grade: Quality.Grade) -> String { grade.rawValue }
    let partial = "partial"
    func score(_ value: String, version: String, date: String) -> String { "\(value), version \(version), \(date)" }
    let factorSetShort = "Factors"
    let comparability = """
        Two scores compare only for the same journey, with the same factors. A run that can’t be trusted doesn’t count among \
        the best scores.
        """

    func date(year: String, month: Int, day: Int) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(day)\u{A0}\(months[month - 1])\u{A0}\(year)"
    }
    func madeWith(_ tool: String, on date: String?) -> String {
        "Page written by \(tool)" + (date.map { " on \($0)" } ?? "") + "."
    }
    let statement =
        "This écoscore is ecoproxy’s own; it is not that of the Agence du Numérique en Santé."
}
