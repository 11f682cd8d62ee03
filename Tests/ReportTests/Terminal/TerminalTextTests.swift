import Testing

@testable import Report

@Suite("terminal text")
struct TerminalTextTests {
    @Test("lines break at spaces, not at no-break ones, and a long word breaks itself")
    func wrapping() {
        #expect("one two three".wrapped(toWidth: 7) == ["one two", "three"])
        #expect("up 18.2\u{A0}kB down".wrapped(toWidth: 9) == ["up", "18.2 kB", "down"])
        #expect("abcdefgh ij".wrapped(toWidth: 3) == ["abc", "def", "gh", "ij"])
        #expect("".wrapped(toWidth: 3) == [""])
        #expect("a\u{1B}[0m".wrapped(toWidth: 20) == ["a\\u{1B}[0m"])
    }

    /// Six columns are 48 eighths: 0.757 × 48 = 36.3 (four and a half), 0.02 × 48 = 0.96 (an eighth).
    @Test(
        "a bar is drawn in eighths of a column",
        arguments: [
            (0.0, ""), (1.0, "██████"), (0.757, "████▌"), (0.02, "▏"), (2.0, "██████"), (-1.0, ""), (0.1458, "▉"),
        ])
    func bars(_ share: Double, _ expected: String) {
        #expect(String.bar(share, width: 6) == expected)
    }
}
