public import Documents

/// A catalogue as a static site: lists that lead to a page for each application, and to the report of its last run.
///
/// Both languages; no page loads anything from elsewhere or needs a script, all links are relative, so that the folder can be
/// published as it is, opened from disk, or put below any address. Same catalogue and moment, same bytes. A line is kept of
/// each application until the lists are written, nothing of its runs.
public struct CatalogueSite: Sendable {
    private let tool: Tool
    private let made: Timestamp
    private var entries: [SiteEntry] = []

    /// A site without applications yet.
    ///
    /// - Parameters:
    ///   - tool: the program that writes it.
    ///   - made: when.
    public init(tool: Tool, made: Timestamp) {
        self.tool = tool
        self.made = made
    }

    /// Adds an application.
    ///
    /// - Parameters:
    ///   - sheet: what the catalogue holds of it.
    ///   - run: the documents of its newest run; without them there is no report page.
    /// - Returns: its pages.
    public mutating func add(
        _ sheet: ApplicationSheet, run: (measurement: JourneyMeasurement, score: JourneyScore)? = nil
    ) -> [SiteFile] {
        entries.append(SiteEntry(sheet))
        return Language.allCases.flatMap { language -> [SiteFile] in
            let report = run.map { run in
                SiteFile(
                    path: SitePage.path(of: Self.reportPlace(of: sheet.application.id), in: language),
                    content: HTMLReport(
                        Presentation(measurement: run.measurement, score: run.score, language: language)
                    ).page)
            }
            let page = ApplicationPage(
                sheet: sheet, report: report?.path, language: language,
                colophon: colophon(in: language, dated: false))
            return [page.file] + [report].compactMap(\.self)
        }
    }

    /// Writes the pages of the lists, and what all pages share, when all applications are added.
    ///
    /// - Parameters:
    ///   - language: the one that the entrance leads to first.
    ///   - write: takes each file.
    /// - Throws: what `write` does.
    public func finish(entrance language: Language, write: (SiteFile) throws -> Void) rethrows {
        try write(SiteAssets.styleSheet)
        try write(SiteAssets.script)
        let lists = SiteList.all(of: entries)
        for language in Language.allCases {
            for list in lists {
                for number in 1...list.pageCount {
                    try write(
                        ListPage(
                            list: list, number: number, lists: lists, applications: entries.count,
                            language: language, colophon: colophon(in: language, dated: true)
                        ).file)
                }
            }
        }
        try write(SiteAssets.entrance(language))
    }

    /// The place of an application's page.
    static func place(of id: String) -> String { "application/\(id).html" }

    /// The place of the report of an application's last run.
    static func reportPlace(of id: String) -> String { "report/\(id).html" }

    /// Only lists say the day, so that an application's page is the same until something of it changes.
    private func colophon(in language: Language, dated: Bool) -> String {
        language.siteWords.madeWith(
            "\(tool.name) \(tool.version)", on: dated ? language.siteWords.date(made) : nil)
    }
}

extension SiteWords {
    /// The day of a moment, UTC.
    func date(_ time: Timestamp) -> String {
        // RFC 3339, 2026-03-02T09:00:00.000000000Z: years of the type's range have four digits.
        let fields = time.description.split { "-T".contains($0) }
        guard fields.count > 2, let month = Int(fields[1]), let day = Int(fields[2]) else { return time.description }
        return date(year: String(fields[0]), month: month, day: day)
    }
}
