/// A presentation dressed as one self-contained page.
///
/// It opens from disk and loads nothing: a Content-Security-Policy forbids it. It runs no script, prints on A4, and says in
/// text whatever it draws. The documents that it is made from are in it as data. Same presentation, same bytes.
public struct HTMLReport: Sendable {
    let presentation: Presentation

    /// A page for a browser.
    public init(_ presentation: Presentation) {
        self.presentation = presentation
    }

    /// The page in UTF-8 text; well-formed as XML, too.
    public var page: String {
        "<!DOCTYPE html>\n"
            + Markup.element(
                "html", ["lang": presentation.language.rawValue, "xmlns": "http://www.w3.org/1999/xhtml"], [head, body]
            ).source
    }

    private var words: any Words { presentation.language.words }

    private var head: Markup {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        let title = [words.report, presentation.title, presentation.subtitle].compactMap { $0 }
        return .element(
            "head",
            [
                .empty("meta", ["charset": "utf-8"]),
                .empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
                .empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .empty("meta", ["name": "referrer", "content": "no-referrer"]),
                .empty("link", ["rel": "icon", "href": "data:,"]),  // or a server would be asked for one
                .element("title", [.text(title.joined(separator: " – "))]),
                .style(String(decoding: PackageResources.report_css, as: UTF8.self)),
            ])
    }

    private var body: Markup {
        let title = Markup.element("h1", [.text(presentation.title)])
        let subtitle = presentation.subtitle.map { Markup.element("p", ["class": "subtitle"], [.text($0)]) }
        return .element(
            "body",
            [
                .element("a", ["class": "skip", "href": "#content"], [.text(words.skipToContent)]),
                .element("header", [title, subtitle].compactMap { $0 }), contents,
                .element(
                    "main", ["id": "content"], presentation.sections.enumerated().map { section($1, number: $0 + 1) }),
                .element("footer", [.element("p", [.text(presentation.colophon)])]),
            ]
                + presentation.documents.enumerated().map { index, document in
                    .data(document.json, id: "document-\(index + 1)", title: document.name)
                })
    }

    private var contents: Markup {
        let links = presentation.sections.map { section in
            Markup.element("li", [.element("a", ["href": "#\(section.id.rawValue)"], [.text(section.heading)])])
        }
        return .element("nav", ["aria-label": words.contents], [.element("ol", links)])
    }

    private func section(_ section: ReportSection, number: Int) -> Markup {
        let id = section.id.rawValue
        let heading = Markup.element(
            "h2", ["id": "\(id)-heading"],
            [.element("span", ["class": "number"], [.text("\(number)")]), .text(" \(section.heading)")])
        let blocks = section.blocks.enumerated().map { markup(of: $1, at: "\(id)-\($0)") }
        return .element("section", ["id": id, "aria-labelledby": "\(id)-heading"], [heading] + blocks)
    }
}
