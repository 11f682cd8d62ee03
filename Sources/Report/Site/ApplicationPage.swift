import Documents

/// The page of an application: what it is, its last and best score, how they came about, all its runs.
struct ApplicationPage {
    let sheet: ApplicationSheet
    /// The file of the last run's report; `nil` where there is none.
    let report: String?
    let language: Language
    let colophon: String

    var file: SiteFile {
        SitePage(
            language: language, place: place, title: sheet.application.title, content: content, colophon: colophon
        ).file
    }

    private var words: any SiteWords { language.siteWords }
    private var place: String { CatalogueSite.place(of: sheet.application.id) }

    private var runs: [(version: String, run: RunSummary)] {
        sheet.versions.flatMap { version in version.runs.map { (version.version, $0) } }
    }

    private var content: [Markup] {
        guard let last = runs.first else { return [facts, .element("p", [.text(words.noRun)])] }
        var content = [verdict(last), facts]
        if let report {
            content.append(
                .element(
                    "p",
                    [
                        .element(
                            "a",
                            [
                                "class": "action",
                                "href": SiteFile.link(from: SitePage.path(of: place, in: language), to: report),
                            ], [.text(words.fullReport)])
                    ]))
        }
        let charts = self.charts
        if !charts.isEmpty {
            content += [.element("h2", [.text(words.evolution)])] + charts
            content.append(.element("p", ["class": "note"], [.text(words.evolutionExplained)]))
        }
        content += [
            .element("h2", [.text(words.measurements)]),
            .element("p", ["class": "note"], [.text(words.comparability)]), table,
        ]
        return content
    }

    // MARK: Scores

    private func verdict(_ last: (version: String, run: RunSummary)) -> Markup {
        var shown = [(words.lastScore, last)]
        if let best { shown.append((words.bestScore, best)) }
        let scores = shown.map { label, shown in
            let badge = ScoreBadge(shown.run.score, in: language)
            return Markup.element(
                "div",
                [
                    .element("dt", [.text(label)]),
                    .element("dd", ["class": "score"], [badge?.markup ?? .text(Figures.nothing)]),
                    .element(
                        "dd", ["class": "of"],
                        [
                            .text(
                                "\(words.version) \(shown.version) · \(words.date(shown.run.moment))"
                                    + (shown.run.quality == .untrusted ? " · \(words.quality(.untrusted))" : ""))
                        ]),
                ])
        }
        return .element("dl", ["class": "scores"], scores)
    }

    /// The run with the best score that can be trusted: of whole ones the highest, else the partial one that is most at least;
    /// the newest of equals.
    private var best: (version: String, run: RunSummary)? {
        let scored = runs.filter { $0.run.score.least != nil && $0.run.quality != .untrusted }
        let whole = scored.filter { !$0.run.score.partial }
        // The first of equals, and they come newest first.
        return (whole.isEmpty ? scored : whole).reduce(nil) { best, next in
            guard let best, (best.run.score.least ?? 0) >= (next.run.score.least ?? 0) else { return next }
            return best
        }
    }

    /// A drawing for each journey: what was walked differently can't be compared.
    private var charts: [Markup] {
        let oldestFirst = Array(runs.reversed())
        let journeys = Dictionary(grouping: oldestFirst) { $0.run.journey }
        return journeys.keys.sorted { ($0 ?? "") < ($1 ?? "") }.compactMap { journey in
            HistoryChart(
                journey: journey ?? words.noJourney,
                runs: (journeys[journey] ?? []).sorted { $0.run.moment < $1.run.moment }, language: language
            )?.markup
        }
    }

    // MARK: What it is, and its runs

    private var facts: Markup {
        let application = sheet.application
        var facts: [(String, Markup)] = [(words.identifier, .element("code", [.text(application.id)]))]
        if let publisher = application.publisher { facts.append((words.publisher, .text(publisher))) }
        if let platform = application.platform { facts.append((words.platform, .text(platform.name))) }
        if let category = application.category { facts.append((words.category, .text(category))) }
        if let url = application.url {
            // What isn't an address of the web is said, and not followed.
            let isWeb = ["http://", "https://"].contains { url.lowercased().hasPrefix($0) }
            let link = Markup.element("a", ["href": url, "rel": "noopener noreferrer nofollow"], [.text(url)])
            facts.append((words.website, isWeb ? link : .text(url)))
        }
        if !application.identifiers.isEmpty {
            let list = application.identifiers.sorted { $0.key < $1.key }.map {
                language.words.labelled($0.key, $0.value)
            }
            facts.append((words.identifiers, .text(list.joined(separator: ", "))))
        }
        return .element(
            "dl", ["class": "facts"],
            facts.map { .element("div", [.element("dt", [.text($0)]), .element("dd", [$1])]) })
    }

    private var table: Markup {
        let headings = [
            words.version, words.measuredDate, language.words.journey, language.words.quality,
            language.words.dataExchanged, language.words.score, language.words.greenhouseGas, words.factorSetShort,
            words.run,
        ]
        return .element(
            "table",
            [
                .element("caption", [.text(words.runsCaption)]),
                .element(
                    "thead", [.element("tr", headings.map { .element("th", ["scope": "col"], [.text($0)]) })]),
                .element("tbody", runs.map { row($0.version, $0.run, headings) }),
            ])
    }

    private func row(_ version: String, _ run: RunSummary, _ headings: [String]) -> Markup {
        let unit = ImpactUnit(of: "kgCO2e", central: run.score.ghgKilograms.central, words: language.words)
        let ghg = language.figures.measured(language.figures.range(run.score.ghgKilograms, in: unit), unit.symbol)
        let factors =
            "\(run.score.factorSet.id) \(run.score.factorSet.version)"
            + (run.score.replacedFactors > 0 ? " (+\(run.score.replacedFactors))" : "")
        let cells: [Markup] = [
            .text(words.date(run.moment)), .text(run.journey ?? words.noJourney), .text(words.quality(run.quality)),
            .text(language.figures.bytes(run.exchangedBytes)),
            ScoreBadge(run.score, in: language)?.markup ?? .text(Figures.nothing), .text(ghg), .text(factors),
            .element("code", [.text(run.measurement.short)]),
        ]
        return .element(
            "tr",
            [.element("th", ["scope": "row"], [.text(version)])]
                + zip(headings.dropFirst(), cells).enumerated().map { index, pair in
                    // A date or a hash broken in two is hard to read.
                    .element(
                        "td", ["data-label": pair.0],
                        [
                            .element(
                                "span", ["class": [0, cells.count - 1].contains(index) ? "value whole-word" : "value"],
                                [pair.1])
                        ])
                })
    }
}
