import Documents

/// What every page of a catalogue's site has around its content.
///
/// It loads its own style sheet and, for lists, a script that adds to what works without it; nothing else, and nothing from
/// elsewhere: a Content-Security-Policy forbids it (`file:` where the site is opened from disk).
struct SitePage {
    let language: Language
    /// The path below the language's folder.
    let place: String
    let title: String
    /// Whether the page is the better for the lists' script.
    var isSortable = false
    let content: [Markup]
    /// The program and the day.
    let colophon: String

    var path: String { Self.path(of: place, in: language) }

    static func path(of place: String, in language: Language) -> String { "\(language.rawValue)/\(place)" }

    /// The page as a file.
    var file: SiteFile {
        let html = Markup.element(
            "html", ["lang": language.rawValue, "xmlns": "http://www.w3.org/1999/xhtml"], [head, body])
        return SiteFile(path: path, content: "<!DOCTYPE html>\n" + html.source)
    }

    private var words: any SiteWords { language.siteWords }

    private func link(to other: String) -> String { SiteFile.link(from: path, to: other) }

    private var head: Markup {
        let policy =
            "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src data:; base-uri 'none'; "
            + "form-action 'none'"
        let titles = title == words.catalogue ? [title] : [title, words.catalogue]
        var elements: [Markup] = [
            .empty("meta", ["charset": "utf-8"]),
            .empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
            .empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .empty("meta", ["name": "referrer", "content": "no-referrer"]),
            .empty("link", ["rel": "icon", "href": "data:,"]),  // or a server would be asked for one
            .empty("link", ["rel": "stylesheet", "href": link(to: SiteAssets.styleSheet.path)]),
            .element("title", [.text(titles.joined(separator: " – "))]),
        ]
        if isSortable {
            elements.append(.element("script", ["src": link(to: SiteAssets.script.path), "defer": ""], []))
        }
        return .element("head", elements)
    }

    private var body: Markup {
        let languages = Language.allCases.filter { $0 != language }.map { other in
            Markup.element(
                "a",
                [
                    "lang": other.rawValue, "hreflang": other.rawValue,
                    "href": link(to: Self.path(of: place, in: other)),
                ], [.text(words.inOtherLanguage)])
        }
        return .element(
            "body",
            [
                .element("a", ["class": "skip", "href": "#content"], [.text(words.skip)]),
                .element(
                    "header",
                    [
                        .element(
                            "a", ["href": link(to: Self.path(of: SiteList.first, in: language))],
                            [.text(words.catalogue)]),
                        .element("nav", ["aria-label": words.languages], languages),
                    ]),
                .element("main", ["id": "content"], [.element("h1", [.text(title)])] + content),
                .element(
                    "footer", [.element("p", [.text(words.statement)]), .element("p", [.text(colophon)])]),
            ])
    }
}
