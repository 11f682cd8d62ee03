import Documents
import Foundation
import TestSupport
import Testing

/// The report's other dresses, each read by a program that isn't ours.
@Suite("the report as CSV, Markdown, PDF and data") struct ReportFormatsTests {
    private static func script(_ name: String) -> String {
        Repository.root.appending(path: "Tests/CommandTests/\(name)").path
    }

    @Test("the documents in a page have the hashes that it tells, and those of the bundle's files")
    func embedded() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        #expect(try Ecoproxy.run("score", bundle).status == 0)
        #expect(try Ecoproxy.run("report", bundle, "--html", folder["page.html"]).status == 0)
        let read = try TestSupport.run("python3", [Self.script("read-page.py"), folder["page.html"]])
        let files = try TestSupport.run(
            "sha256sum", ["measurement.json", "score.json"], directory: URL(filePath: bundle))
        #expect(files.status == 0)
        let lines = read.text.split(separator: "\n").map(String.init)
        #expect(lines == files.text.split(separator: "\n").map { String($0).replacing("  ", with: " ") })
        let page = String(decoding: try folder.data("page.html"), as: UTF8.self)
        for line in lines { #expect(page.contains("<code>\(line.prefix(64))</code>")) }
    }

    @Test("a recording's page carries its documents, too")
    func bundlePage() throws {
        let folder = try TemporaryFolder()
        #expect(try Ecoproxy.run("demo", "--output", folder["demo"]).status == 0)
        let read = try TestSupport.run("python3", [Self.script("read-page.py"), folder["demo/report.html"]])
        let files = try TestSupport.run(
            "sha256sum", ["measurement.json", "score.json"], directory: folder.url.appending(path: "demo"))
        #expect(read.text == files.text.replacing("  ", with: " "))
    }

    @Test("limits and a baseline are in the report as check says them, and change no exit code")
    func budget() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        let budget = try folder.write(
            "budget.yaml", Data("schema: ecoproxy.budget/1\njourney:\n  - { metric: bytes, max: 1 kB }\n".utf8))
        let check = try Ecoproxy.run("check", bundle, "--budget", budget, "--baseline", bundle)
        #expect(check.status == 1)
        let failure = try #require(check.text.split(separator: "\n").first { $0.hasPrefix("- ") })
        let report = try Ecoproxy.run("report", bundle, "--budget", budget, "--baseline", bundle)
        #expect(report.status == 0 && report.text.contains(failure))
        #expect(report.text.contains("Against the baseline"))
        #expect(try Ecoproxy.run("report", "-", "--budget", budget).status == 64)
    }

    @Test("Python's reader finds the step's bytes in the CSV that the measurement has")
    func csv() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        let result = try Ecoproxy.run("report", bundle, "--csv", "-")
        #expect(result.status == 0, "\(result.errors)")
        let program = """
            import csv, sys
            rows = list(csv.DictReader(sys.stdin))
            steps = [r for r in rows if r['scope'] == 'step' and not r['host'] and r['metric'] in ('ip_bytes_up', 'ip_bytes_down')]
            print(sum(int(r['value']) for r in steps), len({r['step'] for r in steps}), sorted({r['basis'] for r in rows}))
            """
        let read = try TestSupport.run("python3", ["-c", program], input: result.output)
        // README's table of this capture: all steps 1,668,653 IP bytes.
        #expect(read.text == "1668653 5 ['computed', 'measured', 'modelled']\n")
    }

    @Test(
        "GitHub's own reader makes no link, image, mention or markup of names in Markdown",
        .enabled(if: PythonTools.areInstalled, "make test installs cmarkgfm"))
    func markdown() throws {
        let folder = try TemporaryFolder()
        var measurement = PageSubjects.hostile(try PageSubjects.demo(folder))
        let names = [
            "[a](https://evil.test)", "![i](x)", "@everyone", "#1", "`code`", "| cell |", "www.evil.test", "**bold**",
            "https://evil.test/x", "<script>alert(1)</script>", "a@evil.test", "~~s~~",
        ]
        for index in measurement.steps.indices {
            measurement.steps[index].title = LocalizedText(names[index] + " " + names[index + 5])
        }
        measurement.journey?.title = LocalizedText(names.joined(separator: " "))
        measurement.quality.warnings = names.map { Caveat(.captureCut, $0) }
        let path = try folder.write("m.json", try CanonicalJSON.encode(measurement))
        let result = try Ecoproxy.run("report", path, "--markdown", "-")
        #expect(result.status == 0, "\(result.errors)")
        let rendered = try json(
            TestSupport.run(PythonTools.path, [Self.script("render-markdown.py")], input: result.output).output)
        let tags = try #require(rendered["tags"] as? [String])
        let own: Set = [
            "h2", "h3", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "sub",
            "code",
        ]
        #expect(Set(tags).isSubset(of: own), "\(Set(tags).subtracting(own))")
        let text = try #require(rendered["text"] as? String).replacing("\u{2060}", with: "")
        for name in names { #expect(text.contains(name), "\(name)") }
        #expect(!result.text.contains("@everyone") && !result.text.contains("#1"))
        #expect(tags.contains("table"))
    }

    @Test(
        "the PDF is A4, has the text of the page, and leaves nothing behind",
        .enabled(if: isInstalled("chromium") && isInstalled("pdftotext")))
    func pdf() throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run(
            "report", folder.demoBundle(), "--pdf", folder["report.pdf"], "--lang", "fr",
            environment: ["TMPDIR": folder.url.path])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try mode(folder["report.pdf"]) == 0o600)
        let info = try TestSupport.run("pdfinfo", [folder["report.pdf"]]).text
        #expect(info.contains("(A4)"))
        let text = try TestSupport.run("pdftotext", ["-layout", folder["report.pdf"], "-"]).text
        for heading in ["Synthèse", "Chronologie", "Méthode et limites", "Annexes"] { #expect(text.contains(heading)) }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(left.sorted() == ["report.pdf", "run"])
        // Pictures of the pages, for a person to look at.
        let pictures = Repository.root.appending(path: ".build/artefacts/pages")
        try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
        #expect(
            try TestSupport.run(
                "pdftoppm", ["-r", "60", "-png", folder["report.pdf"], pictures.appending(path: "report-fr").path]
            ).status == 0)
    }

    @Test("without Chromium a PDF isn't available, and nothing else is written first")
    func noBrowser() throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run(
            "report", folder.demoBundle(), "--pdf", folder["report.pdf"], "--html", folder["report.html"],
            before: ["env", "PATH=\(folder.url.path)"])
        #expect(result.status == 69)
        #expect(result.errors.contains("apt-get install chromium"))
        #expect(!folder.exists("report.html"))
    }

    @Test("runs of one journey make one report, and those of two are refused")
    func several() throws {
        let folder = try TemporaryFolder()
        var demo = try PageSubjects.demo(folder)
        let first = try folder.write("first.json", try CanonicalJSON.encode(demo))
        demo.steps[0].seconds += 1
        let second = try folder.write("second.json", try CanonicalJSON.encode(demo))
        let together = try Ecoproxy.run("report", first, second)
        #expect(together.status == 0, "\(together.errors)")
        #expect(together.text.contains("2 runs count together"))
        #expect(together.text.contains("One run in full: first.json"))
        let score = try Ecoproxy.run("score", first, second, "--json")
        // The same score as `score` gives of the two.
        let central = try JourneyScore(json: score.output).indicators.ghg.central
        let csv = try Ecoproxy.run("report", first, second, "--csv", "-").text
        #expect(csv.contains(",,run,,,,,ghg,\(central),"))
        demo.journey?.id = "another"
        let other = try folder.write("other.json", try CanonicalJSON.encode(demo))
        let refused = try Ecoproxy.run("report", first, other)
        #expect(refused.status == 65 && refused.errors.contains("'another'"))
    }

    @Test("a score alone is reported, and says what needs the measurement")
    func scoreAlone() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        #expect(try Ecoproxy.run("score", bundle).status == 0)
        let result = try Ecoproxy.run("report", "\(bundle)/score.json")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains("This page is of a Score document alone"))
        #expect(result.text.contains("Greenhouse gas"))
        let piped = try Ecoproxy.run("report", "-", input: Data(contentsOf: URL(filePath: "\(bundle)/score.json")))
        #expect(piped.text == result.text)
        let mixed = try Ecoproxy.run("report", bundle, "\(bundle)/score.json")
        #expect(mixed.status == 65 && mixed.errors.contains("score.json"))
    }

    @Test(
        "what isn't a document is named with what is wrong", arguments: ["{}", "[1", "{\"schema\": \"other/1\"}", ""])
    func notADocument(_ text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x.json", text)
        let result = try Ecoproxy.run("report", path, "--html", folder["page.html"])
        #expect(result.status == 65 && result.errors.contains("x.json"))
        #expect(!folder.exists("page.html"))
    }

    @Test("standard input and output are given out once")
    func standardStreams() throws {
        #expect(try Ecoproxy.run("report", "-", "-").status == 64)
        #expect(try Ecoproxy.run("report", "x", "--html", "-", "--csv", "-").status == 64)
        #expect(try Ecoproxy.run("report").status == 64)
        #expect(try Ecoproxy.run("report", "/proc/nonexistent/x").status == 66)
    }
}
