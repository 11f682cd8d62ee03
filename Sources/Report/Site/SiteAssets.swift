/// The files that a site's pages share.
enum SiteAssets {
    /// The look.
    static var styleSheet: SiteFile {
        SiteFile(path: "site.css", content: String(decoding: PackageResources.site_css, as: UTF8.self))
    }

    /// Search and sorting of lists, which work as links without it.
    static var script: SiteFile {
        SiteFile(path: "site.js", content: String(decoding: PackageResources.site_js, as: UTF8.self))
    }

    /// The way in: goes on to the catalogue in one language, and links to it in all.
    static func entrance(_ language: Language) -> SiteFile {
        func first(_ language: Language) -> String { SitePage.path(of: SiteList.first, in: language) }
        let links = Language.allCases.map { other in
            Markup.element(
                "p", ["lang": other.rawValue],
                [
                    .element(
                        "a", ["hreflang": other.rawValue, "href": first(other)], [.text(other.siteWords.catalogue)])
                ])
        }
        let page = Markup.element(
            "html", ["lang": language.rawValue, "xmlns": "http://www.w3.org/1999/xhtml"],
            [
                .element(
                    "head",
                    [
                        .empty("meta", ["charset": "utf-8"]),
                        .empty("meta", ["http-equiv": "refresh", "content": "0; url=\(first(language))"]),
                        .empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                        .empty("link", ["rel": "icon", "href": "data:,"]),
                        .empty("link", ["rel": "stylesheet", "href": styleSheet.path]),
                        .element("title", [.text(language.siteWords.catalogue)]),
                    ]),
                .element("body", [.element("main", links)]),
            ])
        return SiteFile(path: "index.html", content: "<!DOCTYPE html>\n" + page.source)
    }
}
