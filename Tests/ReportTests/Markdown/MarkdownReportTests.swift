import Documents
import Testing

@testable import Report

@Suite("Markdown reports") struct MarkdownReportTests {
    private func text(_ language: Language) -> String {
        MarkdownReport(
            Presentation(measurement: Sample.measurement, score: Sample.score, language: language, extent: .digest)
        ).text
    }

    @Test("a merge request gets grade, indicators, heaviest steps, leads that were found and warnings")
    func digest() {
        let lines = text(.en).split(separator: "\n").map(String.init).map {
            $0.replacing("\u{A0}", with: " ").replacing("\u{2060}", with: "")
        }
        #expect(lines[0] == "## Book an appointment · fr.exemple.sante 1.4.2")
        for line in [
            "**Partial écoscore (1/3 axes): 92, interval 31–97, grade A–E**",
            #"* Greenhouse gas: 0.45 \[0.084–0.75\] g CO₂e"#, "### The journey, step by step", "### Leads",
            #"| Accueil | 1.26 MB | 76% | 0.14 \[0.026–0.23\] |"#, "### Warnings",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(lines.contains { $0.hasPrefix("* **Heavy screens**") })
        #expect(!text(.en).contains("Text sent uncompressed"))
    }

    @Test("it is short, and in French as well")
    func french() {
        #expect(text(.fr).contains("* Eau\u{A0}: 50"))
        #expect(text(.fr).contains("### Pistes") && text(.fr).contains("1,26\u{A0}Mo"))
        #expect(text(.fr).utf8.count < 5_000)
    }

    @Test("a check's sections have headings, and its broken limits a sign, in both languages")
    func check() {
        for (language, words) in [
            (Language.en, ["## Check · Journey", "❌ ", "### Broken limits"]),
            (.fr, ["## Vérification · Parcours", "❌ ", "### Limites dépassées"]),
        ] {
            let text = MarkdownReport(Presentation(CheckSample.result([CheckSample.broken]), language: language)).text
            for word in words { #expect(text.contains(word), "\(word)") }
        }
    }
}
