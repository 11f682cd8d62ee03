import Foundation
import TestSupport
import Testing

@Suite struct ReportCommandTests {
    @Test("the page is one file that fetches nothing", arguments: ["en", "fr"])
    func page(_ language: String) throws {
        let folder = try TemporaryFolder()
        let result = try Ecoproxy.run(
            "report", folder.demoBundle(), "--html", folder["report.html"], "--lang", language)
        #expect(result.status == 0, "\(result.errors)")
        let page = String(decoding: try folder.data("report.html"), as: UTF8.self)
        #expect(page.contains("lang=\"\(language)\""))
        #expect(
            try folder.data("report.html")
                == Ecoproxy.run("report", folder["run"], "--html", "-", "--lang", language).output)
        for attribute in ["src=\"http", "url(http", "@import", "<script src", "<link rel=\"stylesheet\""] {
            #expect(!page.contains(attribute))
        }
        #expect(page.contains(language == "fr" ? "Chercher un dermatologue" : "Search for a dermatologist"))
    }

    @Test("the language is the option's, else the locale's, else English")
    func language() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        let title = { (result: RunResult) in result.text.contains("Chercher un dermatologue") ? "fr" : "en" }
        #expect(try title(Ecoproxy.run("report", bundle)) == "en")
        #expect(try title(Ecoproxy.run("report", bundle, environment: ["LC_ALL": "fr_FR.UTF-8"])) == "fr")
        #expect(try title(Ecoproxy.run("report", bundle, environment: ["LC_ALL": "", "LANG": "fr_FR.UTF-8"])) == "fr")
        #expect(try title(Ecoproxy.run("report", bundle, environment: ["LC_ALL": "de_DE.UTF-8"])) == "en")
        #expect(try title(Ecoproxy.run("report", bundle, "--lang", "fr")) == "fr")
        #expect(try Ecoproxy.run("report", bundle, "--lang", "de").status == 64)
    }

    @Test("a score of another measurement is refused")
    func otherScore() throws {
        let folder = try TemporaryFolder()
        let bundle = try folder.demoBundle()
        #expect(try Ecoproxy.run("score", bundle, "--output", folder["score.json"]).status == 0)
        let other = folder["m.json"]
        _ = try Ecoproxy.run("replay", Recorded.curl.appending(path: "capture.pcapng").path, "--output", other)
        let result = try Ecoproxy.run("report", other, "--score", folder["score.json"])
        #expect(result.status == 65)
        #expect(result.errors.contains("another measurement"))
    }

    /// A copy of the demonstration whose second step is called otherwise.
    private func bundle(_ folder: TemporaryFolder, secondStep title: String) throws -> String {
        let bundle = try folder.demoBundle()
        let text = try String(contentsOfFile: Recorded.journey, encoding: .utf8)
            .replacing("{ fr: Se connecter, en: Sign in }", with: title)
        _ = try folder.write("run/journey.yaml", text)
        return bundle
    }

    @Test("markup in a journey stays text")
    func markup() throws {
        let folder = try TemporaryFolder()
        let bundle = try bundle(folder, secondStep: #""<script>alert(1)</script>""#)
        let page = try Ecoproxy.run("report", bundle, "--html", "-").text
        #expect(page.contains("&lt;script"))
        #expect(!page.contains("<script>alert"))
    }

    @Test("escape sequences in a journey are refused")
    func escapeSequences() throws {
        let folder = try TemporaryFolder()
        let bundle = try bundle(folder, secondStep: #""\e[31mred""#)
        let result = try Ecoproxy.run("report", bundle)
        #expect(result.status == 65)
        #expect(result.errors.contains("journey.yaml:19:"))
        #expect(!result.errors.contains("\u{1B}"))
    }
}
