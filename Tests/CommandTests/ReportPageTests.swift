import Documents
import Foundation
import TestSupport
import Testing

/// What `make test` installs into `.build/python` to look at pages with.
enum PythonTools {
    static let path = Repository.root.appending(path: ".build/python/bin/python").path
    static let areInstalled = FileManager.default.isExecutableFile(atPath: path)
    static let canLook = areInstalled && isInstalled("chromedriver") && isInstalled("chromium")
}

/// Pages as a browser shows them: looked at, not only asserted.
@Suite("the page in a browser", .enabled(if: PythonTools.canLook, "make test installs what looks at pages"))
struct ReportPageTests {
    private static let headings = [
        "en": [
            "Summary", "The three indicators", "The journey, step by step", "Timeline", "By host", "Hot spots", "Leads",
            "Cold and warm", "Budget and trend", "Traffic left out", "Method and limits", "Annex",
        ],
        "fr": [
            "Synthèse", "Les trois indicateurs", "Le parcours, étape par étape", "Chronologie", "Par hôte",
            "Points chauds", "Pistes", "À froid, à chaud", "Budget et évolution", "Trafic écarté", "Méthode et limites",
            "Annexes",
        ],
    ]

    /// What `look-at-pages.py` says of a page at a width.
    private struct Look: Decodable {
        struct Chart: Decodable {
            let name: String
            let drawings: Int
            let described: Bool
            let cut: [String]
        }

        let page: String
        let window: String
        let language: String
        let scrollWidth: Int
        let innerWidth: Int
        let wide: [String]
        let headings: [String]
        let empty: [String]
        let text: String
        let charts: [Chart]
        let console: [String]
        let axe: [String]
    }

    /// Opens pages; their pictures are kept under `.build/artefacts/pages`.
    private func looks(at pages: [String]) throws -> [Look] {
        let script = Repository.root.appending(path: "Tests/CommandTests/look-at-pages.py").path
        let pictures = Repository.root.appending(path: ".build/artefacts/pages").path
        let result = try TestSupport.run("timeout", ["900", PythonTools.path, script, pictures] + pages)
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode([Look].self, from: result.output)
    }

    private func page(_ name: String, _ language: String, _ inputs: [String], _ folder: TemporaryFolder) throws
        -> String
    {
        let path = folder["\(name)-\(language).html"]
        let result = try Ecoproxy.run(["report"] + inputs + ["--html", path, "--lang", language])
        try #require(result.status == 0, "\(name): \(result.errors)")
        return path
    }

    private func expectSound(_ look: Look, width: Int) {
        let name = "\(look.page), \(look.window)"
        #expect(look.console == [], "\(name)")
        #expect(look.innerWidth == width && look.scrollWidth <= width, "\(name)")
        #expect(look.wide == [], "\(name)")
        #expect(look.empty == [], "\(name)")
        #expect(look.axe == [], "\(name)")
        #expect(
            look.headings == (Self.headings[look.language] ?? []).enumerated().map { "\($0 + 1) \($1)" }, "\(name)")
        for word in ["undefined", "null", "nan", "Optional(", "inf "] {
            #expect(!look.text.contains(word), "\(name): \(word)")
        }
        for chart in look.charts {
            #expect(chart.drawings == 1 && chart.described && chart.cut == [], "\(name): \(chart)")
        }
    }

    @Test(
        "pages of all kinds of documents are whole at desktop and phone width, in both languages",
        arguments: ["en", "fr"])
    func pages(_ language: String) throws {
        let folder = try TemporaryFolder()
        let demo = try PageSubjects.demo(folder)
        func write(_ name: String, _ measurement: JourneyMeasurement) throws -> String {
            try folder.write(name, try CanonicalJSON.encode(measurement))
        }
        let bundle = try folder.demoBundle()
        _ = try Ecoproxy.run("score", bundle)
        var warm = PageSubjects.withTimeline(demo)
        warm.cache = .warm
        var cold = warm
        cold.cache = .cold
        var slower = cold
        slower.steps[0].seconds += 1
        let pages = try [
            page("demo", language, [bundle], folder), page("score", language, ["\(bundle)/score.json"], folder),
            page("timeline", language, [write("timeline.json", PageSubjects.withTimeline(demo))], folder),
            page("hostile", language, [write("hostile.json", PageSubjects.hostile(demo))], folder),
            page("large", language, [write("large.json", PageSubjects.large(demo))], folder),
            page("one-step", language, [write("one-step.json", PageSubjects.oneStep(demo))], folder),
            page(
                "extreme", language,
                [
                    folder.write(
                        "extreme.json", PageSubjects.extreme(Data(contentsOf: URL(filePath: "\(bundle)/score.json"))))
                ],
                folder),
            page("empty", language, [write("empty.json", .minimal)], folder),
            page("full", language, [write("full.json", .full)], folder),
            page(
                "runs", language,
                [write("cold-1.json", cold), write("cold-2.json", slower), write("warm.json", warm)], folder),
        ]
        let looks = try looks(at: pages)
        #expect(looks.count == 2 * pages.count)
        for look in looks {
            #expect(look.language == language)
            expectSound(look, width: look.window == "phone" ? 375 : 1280)
        }
        #expect(looks.filter { $0.page.hasPrefix("runs") }.allSatisfy { $0.charts.map(\.name).contains("trend") })
        #expect(
            looks.filter { $0.page.hasPrefix("hostile") }.allSatisfy {
                $0.text.contains("<img src=x onerror=alert(1)>")
            })
    }

    @Test("no English is left in a French page, nor French in an English one")
    func languages() throws {
        let folder = try TemporaryFolder()
        let demo = PageSubjects.withTimeline(try PageSubjects.demo(folder))
        let path = try folder.write("m.json", try CanonicalJSON.encode(demo))
        let looks = try looks(at: [page("words", "en", [path], folder), page("words", "fr", [path], folder)])
        // Words of one language alone, as they stand in headings, labels and sentences; sources and commands are what they are.
        let english = [" the ", " and ", " with ", " step ", "Up\n", "Warnings", "Device", "host"]
        let french = [" les ", " étape", " avec ", " des ", "Reçu", "Avertissements", "Appareil", "hôte"]
        func prose(_ look: Look) -> String {
            // Titles of sources and factor identifiers are of their authors.
            look.text.components(separatedBy: look.language == "fr" ? "Les facteurs de" : "The factors of")[0]
        }
        for look in looks {
            for word in look.language == "fr" ? english.prefix(4) + ["Warnings"] : french.prefix(4) + ["Reçu"] {
                #expect(!prose(look).contains(word), "\(look.page), \(look.window): \(word)")
            }
            for word in look.language == "fr" ? french : english {
                #expect(look.text.localizedCaseInsensitiveContains(word), "\(look.page), \(look.window): \(word)")
            }
        }
    }

    @Test("what is wrong with a page is seen")
    func brokenPage() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "broken.html",
            """
            <!DOCTYPE html><html><head><title>a</title><meta http-equiv="Content-Security-Policy" content="img-src 'none'"></head>
            <body><h2>b</h2><p style="width: 3000px; color: #ccc">pale and wide</p><img src="https://example.test/a.png">
            <table><tr><td></td></tr></table><figure><svg viewBox="0 0 10 10"><title></title><desc></desc>
            <text x="-50" y="5">cut</text></svg></figure></body></html>
            """)
        for look in try looks(at: [path]) {
            #expect(look.scrollWidth > look.innerWidth && look.wide.count >= 1)
            #expect(!look.console.isEmpty && !look.empty.isEmpty)
            #expect(
                look.axe.contains { $0.contains("color-contrast") } && look.axe.contains { $0.contains("image-alt") })
            #expect(look.charts.first?.described == false && look.charts.first?.cut == ["cut"])
        }
    }
}
