import Testing

@testable import Report

@Suite("printable text")
struct PrintableTextTests {
    @Test(
        "what could command a terminal or reorder a page becomes visible",
        arguments: [
            ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{1B}]0;title\u{07}", "\\u{1B}]0;title\\u{7}"),
            ("a\r\nb", "a\\u{D}\\u{A}b"),
            ("a\tb", "a\\u{9}b"), ("\u{9B}31m", "\\u{9B}31m"), ("\u{7F}", "\\u{7F}"), ("\0", "\\u{0}"),
            ("\u{202E}gnp.exe", "\\u{202E}gnp.exe"), ("\u{2066}x", "\\u{2066}x"), ("\u{2028}", "\\u{2028}"),
            ("\u{FFFF}", "\\u{FFFF}"), ("Réserver · été 🏥", "Réserver · été 🏥"),
        ])
    func controls(_ text: String, _ expected: String) {
        #expect(text.printable == expected)
    }

    @Test(
        "width is counted in columns of a terminal",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("予約", 4), ("한글", 4), ("Ａ", 2), ("🏥", 2), ("👩‍⚕️", 2),
            ("❤️", 2),
            ("m²·an", 5), ("1\u{202F}258", 5), ("–…", 2), ("a\u{200B}b", 2),
        ])
    func widths(_ text: String, _ columns: Int) {
        #expect(text.displayWidth == columns)
    }
}
