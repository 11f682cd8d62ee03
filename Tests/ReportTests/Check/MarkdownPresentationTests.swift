import Documents
import Testing

@testable import Report

@Suite struct MarkdownPresentationTests {
    @Test("what comes from documents means nothing in Markdown, and breaks no table")
    func hostile() {
        var limit = CheckSample.kept
        limit.step = "x"
        limit.stepTitle = LocalizedText("a|b <img src=x> [l](http://x) `c`\n# d")
        let text = MarkdownPresentation(Presentation(CheckSample.result([limit]), language: .en)).text
        let row = text.split(separator: "\n").first { $0.contains("a\\|b") }
        #expect(row?.hasPrefix(#"| a\|b \<img src=x\> \[l\](http://x) \`c\`"#) == true)
        // Bars that aren't escaped: one more than there are columns.
        #expect(row?.replacing("\\|", with: "").count { $0 == "|" } == 6)
    }

    @Test("headings, items and notices are there in both languages")
    func sections() {
        for (language, words) in [
            (Language.en, ["## Check · Journey", "❌", "### Broken limits"]),
            (.fr, ["## Vérification · Parcours", "### Limites dépassées"]),
        ] {
            let text = MarkdownPresentation(Presentation(CheckSample.result([CheckSample.broken]), language: language))
                .text
            for word in words { #expect(text.contains(word), "\(word)") }
        }
    }
}
