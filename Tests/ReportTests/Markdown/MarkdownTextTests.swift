import Testing

@testable import Report

@Suite("Markdown's text") struct MarkdownTextTests {
    /// What GFM and GitLab give a meaning to stands escaped or parted; `CommandTests` has cmark-gfm read it.
    @Test(
        "punctuation is escaped, and mentions and references are parted",
        arguments: [
            ("a_b*c", #"a\_b\*c"#), ("@root", "\\@\u{2060}root"), ("see #12", "see \\#\u{2060}12"),
            ("!7", "\\!\u{2060}7"),
            ("a|b", #"a\|b"#), ("<b>&amp;", "\\<b\\>\\&\u{2060}amp;"), ("www.x.test", #"www\.x\.test"#),
            ("http://x", #"http\://x"#), ("33 %", "33 %"), ("été", "été"), ("\u{1B}[1m", "\\\\u\\{1B\\}\\[1m"),
            ("a\nb", #"a\\u\{A\}b"#),
        ])
    func escaping(_ text: String, _ expected: String) {
        #expect(text.markdown == expected)
    }

    @Test("code has no backtick of its own")
    func code() {
        #expect("a`b".markdownCode == "`a′b`")
    }
}
