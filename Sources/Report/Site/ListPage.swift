import Documents

/// A page of a list of applications.
struct ListPage {
    let list: SiteList
    /// From 1.
    let number: Int
    /// All lists, to which the page leads.
    let lists: [SiteList]
    /// How many applications the catalogue has.
    let applications: Int
    let language: Language
    let colophon: String

    var file: SiteFile {
        SitePage(
            language: language, place: place, title: title, isSortable: list.entries.count > 1, content: content,
            colophon: colophon
        ).file
    }

    private var words: any SiteWords { language.siteWords }
    private var place: String { list.place(ofPage: number) }

    private func link(to place: String) -> String {
        SiteFile.link(
            from: SitePage.path(of: self.place, in: language), to: SitePage.path(of: place, in: language))
    }

    private var title: String {
        let name = name(of: list.subject)
        let label: String? =
            switch list.subject {
            case .all, .byScore: nil
            case .category: words.category
            case .platform: words.platform
            case .grade: words.gradeLabel
            }
        return label.map { language.words.labelled($0, name) } ?? words.catalogue
    }

    private var content: [Markup] {
        var count = words.applications(list.entries.count, of: applications, language.figures)
        if list.pageCount > 1 { count += " · " + words.page(number, of: list.pageCount) }
        var content: [Markup] = [.element("p", ["class": "count"], [.text(count)]), filters]
        if list.subject == .byScore {
            content.append(.element("p", ["class": "note"], [.text(words.byScoreExplained)]))
        }
        if !list.entries.isEmpty { content.append(table) }
        if list.pageCount > 1 { content.append(pages) }
        return content
    }

    // MARK: Ways to other lists

    private var filters: Markup {
        let all = lists.filter { $0.subject == .all }.map { filter($0, named: words.allApplications) }
        let groups: [(label: String, first: [Markup], lists: [SiteList])] = [
            (words.order, [], lists.filter { [.all, .byScore].contains($0.subject) }),
            (words.category, all, lists.filter { if case .category = $0.subject { true } else { false } }),
            (words.platform, all, lists.filter { if case .platform = $0.subject { true } else { false } }),
            (words.gradeLabel, all, lists.filter { if case .grade = $0.subject { true } else { false } }),
        ]
        // One list that holds all applications narrows nothing.
        let rows = groups.filter { $0.lists.count > 1 }.map { group in
            Markup.element(
                "div", [.element("dt", [.text(group.label)]), .element("dd", links(group.first, group.lists))])
        }
        return .element("nav", ["class": "filters", "aria-label": words.narrow], [.element("dl", rows)])
    }

    /// A row of links; a long one can be opened, or it would fill a phone's screen.
    private func links(_ first: [Markup], _ lists: [SiteList]) -> [Markup] {
        let links = lists.map { filter($0) }
        guard lists.count > Self.mostLinks else { return [.element("ul", first + links)] }
        let isOpen = lists.contains { $0.subject == list.subject }
        let summary = Markup.element("summary", [.text(words.choices(lists.count, language.figures))])
        return [
            .element("ul", first),
            .element("details", ["open": isOpen ? "" : nil], [summary, .element("ul", links)]),
        ]
    }

    private static let mostLinks = 12

    private func filter(_ other: SiteList, named name: String? = nil) -> Markup {
        let isCurrent = other.subject == list.subject
        var content: [Markup] = [.text(name ?? self.name(of: other.subject))]
        if name != nil || ![.all, .byScore].contains(other.subject) {
            content += [
                .text(" "),
                .element("span", ["class": "number"], [.text("(\(language.figures.exact(other.entries.count)))")]),
            ]
        }
        return .element(
            "li",
            [
                .element(
                    "a",
                    ["href": link(to: other.place(ofPage: 1)), "aria-current": isCurrent ? "page" : nil], content)
            ])
    }

    private func name(of subject: SiteList.Subject) -> String {
        switch subject {
        case .all: words.byName
        case .byScore: words.byScore
        case .category(let category): category ?? words.withoutCategory
        case .platform(let platform): platform?.name ?? words.withoutPlatform
        case .grade(let grade): grade?.rawValue ?? words.withoutGrade
        }
    }

    private var pages: Markup {
        var links: [Markup] = []
        if number > 1 {
            links.append(
                .element(
                    "a", ["rel": "prev", "href": link(to: list.place(ofPage: number - 1))],
                    [.text(words.previousPage)]))
        }
        if number < list.pageCount {
            links.append(
                .element(
                    "a", ["rel": "next", "href": link(to: list.place(ofPage: number + 1))], [.text(words.nextPage)]))
        }
        return .element("nav", ["class": "pages", "aria-label": words.pages], links)
    }

    // MARK: The table

    private var table: Markup {
        let headings = [
            language.words.application, words.publisher, words.platform, words.category, words.lastVersion,
            words.measuredDate, words.lastScore,
        ]
        return .element(
            "table",
            ["class": "list", "data-search": words.search, "data-left": words.rowsLeft],
            [
                .element("caption", [.text(words.listCaption)]),
                .element(
                    "thead", [.element("tr", headings.map { .element("th", ["scope": "col"], [.text($0)]) })]),
                .element("tbody", list.rows(ofPage: number).map { row($0, headings) }),
            ])
    }

    private func row(_ entry: SiteEntry, _ headings: [String]) -> Markup {
        let latest = entry.latest
        let texts = [
            entry.publisher, entry.platform?.name, entry.category, latest?.version,
            latest.map { words.date($0.measured) },
        ]
        let keys = [nil, nil, nil, nil, latest.map { String($0.measured.description.prefix(10)) }]
        let cells = zip(headings.dropFirst(), zip(texts, keys)).map { heading, cell in
            Markup.element(
                "td", ["data-label": heading, "data-key": cell.1],
                [
                    .element(
                        "span", ["class": cell.1 == nil ? "value" : "value whole-word"],
                        [.text(cell.0 ?? Figures.nothing)])
                ])
        }
        let name = Markup.element(
            "th", ["scope": "row"],
            [.element("a", ["href": link(to: CatalogueSite.place(of: entry.id))], [.text(entry.title)])])
        let score = Markup.element(
            "td",
            ["class": "score", "data-label": headings[6], "data-key": latest?.score.value.map { "\($0)" } ?? "-1"],
            [latest.flatMap { ScoreBadge($0.score, in: language)?.markup } ?? .text(Figures.nothing)])
        return .element("tr", [name] + cells + [score])
    }
}
