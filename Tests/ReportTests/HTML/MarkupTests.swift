import Testing

@testable import Report

@Suite("markup")
struct MarkupTests {
    @Test(
        "text never becomes markup",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
            ("\"'", "&quot;&#39;"), ("<\u{301}b>", "&lt;\u{301}b&gt;"), ("&amp;", "&amp;amp;"), ("\u{1B}", "\\u{1B}"),
            ("]]>", "]]&gt;"),
        ])
    func escaping(_ text: String, _ expected: String) {
        #expect(Markup.text(text).source == expected)
        #expect(Markup.element("b", ["title": text], []).source == "<b title=\"\(expected)\"></b>")
    }

    @Test("elements nest, attributes keep their order, and one without a value is left out")
    func elements() {
        let cell = Markup.element("td", ["id": "a", "class": nil, "headers": "b"], [.text("1"), .empty("br", [:])])
        #expect(cell.source == #"<td id="a" headers="b">1<br/></td>"#)
    }
}
