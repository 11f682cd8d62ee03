import Documents
import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite("HTML reports")
struct HTMLReportTests {
    private static let hostile = "<script>alert(1)</script>\"'&\u{1B}[2J\u{202E}<\u{301}img src=x>"

    private func page(_ language: Language, _ measurement: JourneyMeasurement = Sample.measurement) -> String {
        HTMLReport(Presentation(measurement: measurement, score: Sample.score, language: language)).page
    }

    @Test("the page is well-formed, says its language, and each section has a heading that a link leads to")
    func wellFormed() throws {
        for language in Language.allCases {
            let elements = try PageReader.elements(of: page(language))
            #expect(elements.first?.name == "html" && elements.first?.attributes["lang"] == language.rawValue)
            let sections = elements.filter { $0.name == "section" }.compactMap { $0.attributes["id"] }
            let links = elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
            #expect(Array(links.prefix(sections.count + 1)) == ["#content"] + sections.map { "#\($0)" })
            #expect(links.allSatisfy { $0 == "#content" || sections.contains(String($0.dropFirst())) })
            #expect(elements.count { $0.name == "h1" } == 1)
            let ids = elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("the page loads nothing and runs nothing")
    func selfContained() throws {
        let text = page(.fr)
        let elements = try PageReader.elements(of: text)
        let policy = elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(policy?.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        let loading = ["img", "iframe", "object", "embed", "audio", "video", "source", "base", "form"]
        #expect(!elements.contains { loading.contains($0.name) })
        for (name, value) in elements.flatMap(\.attributes) where ["src", "href", "action", "style"].contains(name) {
            #expect(value.hasPrefix("#") || value == "data:,")
        }
        #expect(!elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
        // Fills are of the page itself.
        #expect(text.matches(of: /url\((.)/).allSatisfy { $0.output.1 == "#" })
        #expect(!text.contains("@import") && !text.contains("@font-face"))
        #expect(elements.filter { $0.name == "script" }.allSatisfy { $0.attributes["type"] == "application/json" })
        // The only addresses are the names of the two markup languages.
        let addresses = text.matches(of: try Regex("https?://[^\"]*")).map { String(text[$0.range]) }
        #expect(Set(addresses) == ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"])
    }

    @Test("tables have captions, and headings with their scope; drawings have words")
    func accessible() throws {
        let elements = try PageReader.elements(of: page(.en))
        let tables = elements.count { $0.name == "table" }
        #expect(tables == 8)  // parts, steps, rates, hosts, steps by host, heaviest pairs, hot spots, outside
        #expect(elements.count { $0.name == "caption" } == tables)
        #expect(elements.filter { $0.name == "th" }.allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
        for drawing in elements where drawing.name == "svg" {
            let isSaid = ["aria-label", "aria-labelledby"].contains { drawing.attributes[$0] != nil }
            #expect(isSaid != (drawing.attributes["aria-hidden"] == "true"))
        }
    }

    @Test("the figures of the documents stand in the page")
    func figures() throws {
        let text = try PageReader.text(of: page(.fr))
        for phrase in [
            "Écoscore partiel (1/3 axes)\u{A0}: 92, intervalle 31–97, note A–E", "1\u{202F}663\u{202F}355",
            "1\u{202F}258\u{202F}291", "0,45 [0,084–0,75] g\u{A0}CO₂e", "5. Se déconnecter", "L’énergie de l’appareil",
            Sample.hash.rawValue, "il n’est pas celui de l’Agence du Numérique en Santé",
        ] {
            #expect(text.contains(phrase), "\(phrase)")
        }
    }

    @Test("a hostile name stays text wherever it stands")
    func escaping() throws {
        var measurement = Sample.measurement
        measurement.hosts[0].name = Self.hostile
        measurement.steps[0].hosts[0].name = Self.hostile
        measurement.steps[0].title = LocalizedText(Self.hostile)
        measurement.journey?.title = LocalizedText(Self.hostile)
        measurement.journey?.application = Self.hostile
        measurement.device.os = Self.hostile
        measurement.sources[0].file = Self.hostile
        measurement.quality.warnings = [Caveat(.captureCut, Self.hostile, step: "home")]
        let hostilePage = page(.en, measurement)
        let names = try PageReader.elements(of: hostilePage).map(\.name)
        #expect(Set(names) == Set(try PageReader.elements(of: page(.en)).map(\.name)))
        let text = try PageReader.text(of: hostilePage)
        #expect(text.contains(#"<script>alert(1)</script>"'&\u{1B}[2J\u{202E}<"# + "\u{301}img src=x>"))
        #expect(!hostilePage.unicodeScalars.contains("\u{202E}"))
    }

    @Test("documents stand in the page as data, from which their bytes come back")
    func documents() throws {
        let json = "{\"a\": \"</script><!-- & \\u00e9 é\"}\n"
        let subject = ReportSubject(
            runs: [], score: Sample.score,
            documents: [CarriedDocument(name: "score.json", sha256: Sample.hash, json: json)])
        let page = HTMLReport(Presentation(subject, language: .en)).page
        let scripts = try PageReader.elements(of: page).filter { $0.name == "script" }
        #expect(scripts.map { $0.attributes["title"] } == ["score.json"])
        let text = try PageReader.text(of: page)
        let escaped = try #require(text.range(of: "{\"a\": ").map { text[$0.lowerBound...].prefix { $0 != "}" } })
        #expect(!escaped.contains("<") && !escaped.contains("&"))
        let back = escaped.replacing("\\u003c", with: "<").replacing("\\u003e", with: ">").replacing(
            "\\u0026", with: "&")
        #expect(back + "}\n" == json)
    }

    @Test("same documents, same bytes")
    func deterministic() {
        #expect(page(.fr) == page(.fr))
        #expect(page(.fr) != page(.en))
    }
}

/// Reads a page with Foundation's XML parser, a second opinion on what our builder wrote.
private final class PageReader: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    private var elements: [Element] = []
    private var text = ""

    static func elements(of page: String) throws -> [Element] { try read(page).elements }

    static func text(of page: String) throws -> String { try read(page).text }

    private static func read(_ page: String) throws -> PageReader {
        let reader = PageReader()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        return reader
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }
}
