/// A piece of a page that is well-formed and escaped by construction: HTML that reads as XML, too.
///
/// There are only two ways to make one: an element whose name is written in the source, and text, which is escaped.
struct Markup {
    private(set) var source: String

    private init(source: String) {
        self.source = source
    }

    /// Text, with what HTML and XML would read as markup escaped and control characters made visible.
    static func text(_ text: String) -> Markup {
        Markup(source: text.printable.markupEscaped)
    }

    /// A style sheet of our own; it must not contain `<` or `&`, which HTML and XML read differently there.
    static func style(_ sheet: String) -> Markup {
        precondition(!sheet.contains("<") && !sheet.contains("&"), "the style sheet has no markup in it")
        return Markup(source: "<style>\n\(sheet)</style>\n")
    }

    /// A JSON document as data that no browser runs: a script element of another type.
    ///
    /// `<`, `>` and `&`, which JSON has in strings only, are written as escapes, so that HTML and XML read the same (HTML Living
    /// Standard § 4.12.1.3, "Restrictions for contents of script elements").
    static func data(_ json: String, id: String, title: String) -> Markup {
        let escaped = json.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "<": text += "\\u003c"
            case ">": text += "\\u003e"
            case "&": text += "\\u0026"
            default: text.unicodeScalars.append(scalar)
            }
        }
        let start = tag("script", ["type": "application/json", "id": id, "title": title])
        return Markup(source: "\(start)>\(escaped)</script>\n")
    }

    /// An element; attributes stand in the order given, and those without a value are left out.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ children: [Markup]
    ) -> Markup {
        Markup(
            source: tag(name, attributes) + ">" + children.map(\.source).joined() + "</\(name)>" + lineEnd(after: name))
    }

    /// An element without attributes.
    static func element(_ name: StaticString, _ children: [Markup]) -> Markup {
        element(name, [:], children)
    }

    /// An element that HTML gives no content, such as `meta` or `rect`.
    static func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> Markup {
        Markup(source: tag(name, attributes) + "/>")
    }

    private static func tag(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> String {
        attributes.reduce("<\(name)") { tag, attribute in
            guard let value = attribute.value else { return tag }
            return tag + " \(attribute.key)=\"\(value.printable.markupEscaped)\""
        }
    }

    /// Line ends where they don't show, so that the page can be read and compared as text.
    private static func lineEnd(after name: StaticString) -> String {
        switch "\(name)" {
        case "p", "h1", "h2", "h3", "li", "ul", "tr", "table", "thead", "tbody", "tfoot", "caption", "div", "section",
            "header", "footer", "main", "dl", "dd", "head", "body", "nav", "svg", "figure", "ol", "defs":
            "\n"
        default: ""
        }
    }
}

extension String {
    /// The five characters that markup gives a meaning to, escaped (HTML Living Standard § 13.3; XML 1.0 § 2.4).
    /// Scalar by scalar: `<` with a combining mark is one `Character` that is not `<`, but a browser sees the `<`.
    fileprivate var markupEscaped: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
