import Documents
import Foundation
import TestSupport
import Testing

@testable import Report

@Suite("A catalogue's site")
struct CatalogueSiteTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A run of `version`, `days` after 2 March 2026, 9 h UTC.
    private static func run(
        _ value: Double?, days: Int = 0, grade: EcoscoreResult.Grade? = nil, least: Double? = nil,
        quality: Quality.Grade = .good, journey: String? = "parcours"
    ) -> RunSummary {
        let time = Timestamp(nanoseconds: (Sample.start + Int64(days) * 86_400) * 1_000_000_000)
        return RunSummary(
            measurement: Sample.hash, journey: journey, started: time, attached: time, exchangedBytes: 1_258_291,
            quality: quality, scores: 1,
            score: ScoreSummary(
                sha256: Sample.hash, attached: time, value: value, grade: grade, partial: least != nil,
                interval: least.map { .init(low: $0, high: 100) },
                gradeRange: least.map { _ in .init(best: .A, worst: .D) },
                ghgKilograms: Estimate(low: 0.000084, central: 0.00045, high: 0.00075) ?? .zero, waterLitres: nil,
                landSquareMetreYears: nil, factorSet: .init(id: "fr-2026.1", version: "1.0.0"), replacedFactors: 0,
                profile: .init(id: "sante", version: "1.0.0")))
    }

    private static func sheet(
        _ id: String, _ title: String, platform: Application.Platform? = .web, category: String? = nil,
        url: String? = nil, _ versions: [(String, [RunSummary])] = []
    ) -> ApplicationSheet {
        ApplicationSheet(
            application: Application(
                id: id, title: title, publisher: "Éditeur", platform: platform, category: category,
                identifiers: ["play": id], url: url, created: .nine),
            versions: versions.map { .init(version: $0.0, runs: $0.1) })
    }

    private static let sheets = [
        sheet(
            "a", "Zèbre", platform: .android, category: "Santé", url: "https://exemple.test/?a=1&b=2",
            [("2.0", [run(83.4, days: 40, grade: .B)]), ("1.0", [run(91, days: 10, grade: .A), run(70, grade: .C)])]),
        sheet("b", "Étoile", category: "Sante", [("1.0", [run(95, least: 40)])]),
        sheet("c", "<script>alert(1)</script>", platform: nil, category: "健康", url: "javascript:alert(1)"),
        sheet(
            "d", "avion", category: "Santé",
            [("1.0", [run(99, days: 2, grade: .A, quality: .untrusted), run(60, days: 1, grade: .D)])]),
    ]

    /// Writes a site, and reads it as someone else does.
    private func site(_ sheets: [ApplicationSheet] = sheets, reports: Bool = true) throws -> [String: ReadPage] {
        var site = CatalogueSite(tool: .ecoproxy, made: .nine)
        func write(_ file: SiteFile) throws {
            let url = folder.url.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            #expect(!FileManager.default.fileExists(atPath: url.path), "\(file.path) is written twice")
            try Data(file.content.utf8).write(to: url)
        }
        for sheet in sheets {
            let run = sheet.versions.isEmpty || !reports ? nil : (Sample.measurement, Sample.score)
            for file in site.add(sheet, run: run) { try write(file) }
        }
        try site.finish(entrance: .fr, write: write)
        return try readSite(folder.url)
    }

    @Test("every page is well-formed, in its language, and names what it draws; every link leads to a file of the site")
    func links() throws {
        let pages = try site()
        #expect(pages.count > 30)
        for (path, page) in pages {
            #expect(page.faults == [], "\(path)")
            #expect(page.handlers == [])
            if path != "index.html" {
                #expect(page.lang == path.prefix(2))
                #expect(page.h1.count == 1)
            }
            let own = page.links.filter { !$0.hasPrefix("#") && !$0.contains(":") }
            for link in own { #expect(folder.exists(link), "\(path): \(link)") }
            // What leaves the site is what the catalogue says of an application, and only if it is of the web.
            let foreign = page.links.filter { $0.contains(":") }
            #expect(foreign == (path.hasSuffix("application/a.html") ? ["https://exemple.test/?a=1&b=2"] : []))
        }
        let (french, english) = (pages.keys.filter { $0.hasPrefix("fr/") }, pages.keys.filter { $0.hasPrefix("en/") })
        #expect(Set(french.map { $0.dropFirst(3) }) == Set(english.map { $0.dropFirst(3) }))
    }

    @Test("nothing is loaded but the site's own style sheet and script, whose addresses are relative")
    func loads() throws {
        let pages = try site()
        for (path, page) in pages {
            let depth = path.split(separator: "/").count - 1
            let up = String(repeating: "../", count: depth)
            let allowed: Set = path.contains("/report/") ? [] : [up + "site.css", up + "site.js"]
            #expect(Set(page.loads).isSubset(of: allowed), "\(path): \(page.loads)")
        }
        for file in ["site.css", "site.js"] {
            let text = String(decoding: try folder.data(file), as: UTF8.self)
            #expect(!text.contains("http") && !text.contains("url(") && !text.contains("import"))
            for call in ["fetch(", "XMLHttpRequest", "eval", "innerHTML", "localStorage", "cookie"] {
                #expect(!text.contains(call))
            }
        }
    }

    @Test("lists hold what they are of, by name whatever accents and case, or by the least that a score could be")
    func lists() throws {
        let pages = try site()
        // a, e, s, z
        #expect(pages["fr/index.html"]?.rows == ["avion", "Étoile", "<script>alert(1)</script>", "Zèbre"])
        // 99 (untrusted is still the last run), 83.4, 40 at least, none.
        #expect(pages["fr/score.html"]?.rows == ["avion", "Zèbre", "Étoile", "<script>alert(1)</script>"])
        #expect(pages["en/platform/android.html"]?.rows == ["Zèbre"])
        #expect(pages["en/platform/_none.html"]?.rows == ["<script>alert(1)</script>"])
        #expect(pages["en/platform/ios.html"] == nil)
        #expect(pages["fr/grade/A.html"]?.rows == ["avion"])
        #expect(pages["fr/grade/B.html"]?.rows == ["Zèbre"])
        #expect(pages["fr/grade/_none.html"]?.rows == ["Étoile", "<script>alert(1)</script>"])
        // Two categories that differ by an accent have a page each.
        let categories = ["sante", "sante-2", "category"].compactMap { pages["fr/category/\($0).html"] }
        #expect(
            Set(categories.map(\.h1)) == [
                ["Catégorie\u{A0}: Santé"], ["Catégorie\u{A0}: Sante"], ["Catégorie\u{A0}: 健康"],
            ])
        for page in categories { #expect(page.rows.count == (page.h1 == ["Catégorie\u{A0}: Santé"] ? 2 : 1)) }
    }

    @Test("an application's page says its last and its best score that can be trusted, and each of its runs")
    func application() throws {
        let pages = try site()
        let page = try #require(pages["fr/application/a.html"])
        #expect(page.h1 == ["Zèbre"])
        #expect(page.rows == ["2.0", "1.0", "1.0"])
        // 2 March + 40 days = 11 April; + 10 = 12 March.
        for phrase in [
            "Dernier scoreB 83", "Meilleur scoreA 91", "11\u{A0}avril\u{A0}2026", "12\u{A0}mars\u{A0}2026",
            "1,26\u{A0}Mo",
        ] {
            #expect(page.text.replacing("\n", with: "").contains(phrase), "\(phrase)")
        }
        #expect(page.links.contains("fr/report/a.html"))
        let untrusted = try #require(pages["en/application/d.html"])
        let text = untrusted.text.replacing("\n", with: "")
        #expect(text.contains("Last scoreA 99") && text.contains("untrusted") && text.contains("Best scoreD 60"))
        #expect(try #require(pages["en/application/c.html"]).text.contains("No run is attached"))
        #expect(!(try #require(pages["en/application/c.html"])).elements.contains("script"))
    }

    @Test("without reports no page leads to one")
    func withoutReports() throws {
        let pages = try site(reports: false)
        #expect(!pages.keys.contains { $0.contains("report") })
        #expect(!pages.values.contains { $0.links.contains { $0.contains("report/") } })
    }

    @Test("a long list has pages that lead to each other and hold each application once")
    func pagination() throws {
        let sheets = (0..<501).map { Self.sheet("app-\($0)", "Application \($0)") }
        let pages = try site(sheets)
        let places = ["fr/index.html", "fr/index.p2.html", "fr/index.p3.html"]
        let rows = places.map { pages[$0]?.rows.count }
        #expect(rows == [250, 250, 1])
        #expect(Set(places.flatMap { pages[$0]?.rows ?? [] }).count == 501)
        #expect(pages["fr/index.p4.html"] == nil)
        #expect(pages["fr/index.p2.html"]?.links.suffix(2) == ["fr/index.html", "fr/index.p3.html"])
        #expect(try #require(pages["fr/index.p2.html"]).text.contains("Page 2 sur 3"))
    }

    @Test("a long row of categories is folded, but where one of them is shown")
    func folded() throws {
        let pages = try site((0..<13).map { Self.sheet("app-\($0)", "A", category: "Catégorie \($0)") })
        #expect(try #require(pages["fr/index.html"]).text.contains("13 au choix"))
        let (closed, open) = ("<details><summary>", "<details open=\"\"><summary>")
        #expect(String(decoding: try folder.data("fr/index.html"), as: UTF8.self).contains(closed))
        #expect(String(decoding: try folder.data("fr/category/categorie-3.html"), as: UTF8.self).contains(open))
    }

    @Test("same catalogue, same moment, same bytes; an application's page doesn't change with the day")
    func deterministic() {
        func files(_ made: Timestamp) -> [SiteFile] {
            var site = CatalogueSite(tool: .ecoproxy, made: made)
            var files = Self.sheets.flatMap { site.add($0) }
            site.finish(entrance: .en) { files.append($0) }
            return files
        }
        #expect(files(.nine) == files(.nine))
        let (today, tomorrow) = (files(.nine), files(.nine.adding(seconds: 86_400)))
        for (first, second) in zip(today, tomorrow) where first != second {
            #expect(!first.path.contains("application/"))
        }
        #expect(today != tomorrow)
    }

    @Test("a catalogue without applications is a site too")
    func empty() throws {
        let pages = try site([])
        #expect(try #require(pages["fr/index.html"]).text.contains("0 application"))
        #expect(pages.values.flatMap(\.faults) == [])
    }
}
