import Testing

@testable import Report

@Suite("Markdown's text") struct MarkdownTextTests {
    /// `CommandTests` has cmark-gfm, which GitHub renders by, read what comes of such names.
    @Test(
        "what has a meaning is escaped, and mentions and references are parted",
        arguments: [
            ("a_b*c", #"a\_b\*c"#), ("@root", "@\u{2060}root"), ("see #12", "see #\u{2060}12"), ("!7", "!\u{2060}7"),
            ("a|b", #"a\|b"#), ("<b>&amp;", "\\<b\\>\\&\u{2060}amp;"), ("www.x.test", #"www\.x.test"#),
            ("http://x", #"http\://x"#), ("33 %", "33 %"), ("été", "été"), ("\u{1B}[1m", #"\\u{1B}\[1m"#),
            ("a\nb", #"a\\u{A}b"#), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#), ("0.46 (1)", "0.46 (1)"),
            ("# a", ##"\# a"##), ("- a", #"\- a"#), ("a - b", "a - b"), ("[a](b)", #"\[a\](b)"#),
        ])
    func escaping(_ text: String, _ expected: String) {
        #expect(text.markdown == expected)
    }

    @Test("code has no backtick of its own")
    func code() {
        #expect("a`b".markdownCode == "`a′b`")
    }
}
