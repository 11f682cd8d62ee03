import Documents
import Testing

@testable import Report

/// `_` stands for U+00A0 and `~` for U+202F in the expectations.
@Suite("figures")
struct FiguresTests {
    @Test(
        "bytes are written in decimal units with three significant digits",
        arguments: [
            (0, "0_B", "0_o"), (1, "1_B", "1_o"), (999, "999_B", "999_o"), (1_000, "1.00_kB", "1,00_ko"),
            (1_005, "1.01_kB", "1,01_ko"), (9_994, "9.99_kB", "9,99_ko"), (9_995, "10.0_kB", "10,0_ko"),
            (18_200, "18.2_kB", "18,2_ko"), (861_000, "861_kB", "861_ko"), (999_499, "999_kB", "999_ko"),
            (999_500, "1.00_MB", "1,00_Mo"), (1_239_291, "1.24_MB", "1,24_Mo"), (3_130_000_000, "3.13_GB", "3,13_Go"),
            (Int.max, "9,220_PB", "9~220_Po"),
        ])
    func bytes(_ count: Int, _ english: String, _ french: String) {
        #expect(plain(Language.en.figures.bytes(count)) == english)
        #expect(plain(Language.fr.figures.bytes(count)) == french)
    }

    @Test(
        "exact counts are grouped by three",
        arguments: [
            (0, "0", "0"), (12, "12", "12"), (999, "999", "999"), (1_000, "1,000", "1~000"),
            (1_258_291, "1,258,291", "1~258~291"), (-12_345, "-12,345", "-12~345"),
        ])
    func exact(_ count: Int, _ english: String, _ french: String) {
        #expect(plain(Language.en.figures.exact(count)) == english)
        #expect(plain(Language.fr.figures.exact(count)) == french)
    }

    @Test(
        "durations take the unit that suits them, and rounding carries into the next",
        arguments: [
            (0.352, "0.35_s"), (0.994, "0.99_s"), (0.996, "1.0_s"), (6.05, "6.1_s"), (11.8, "11.8_s"),
            (59.94, "59.9_s"), (59.95, "1_min_00_s"), (62.55, "1_min_03_s"), (3_599.6, "1_h_00_min"),
            (7_380, "2_h_03_min"), (.nan, "–"), (.infinity, "–"),
        ])
    func durations(_ seconds: Double, _ expected: String) {
        #expect(plain(Language.en.figures.duration(seconds)) == expected)
    }

    @Test(
        "shares are whole percents, and something never shows as nothing",
        arguments: [
            (0.0, "0%", "0_%"), (0.004, "<1%", "<1_%"), (0.005, "1%", "1_%"), (0.125, "13%", "13_%"),
            (0.694, "69%", "69_%"), (1.0, "100%", "100_%"),
        ])
    func percents(_ share: Double, _ english: String, _ french: String) {
        #expect(plain(Language.en.figures.percent(share)) == english)
        #expect(plain(Language.fr.figures.percent(share)) == french)
    }

    /// Central value, French text of it; 0.084 to 0.753 g and 0.450 g are the worked example of the research note.
    @Test(
        "an impact has its range and at most two significant digits",
        arguments: [
            (0.000084, 0.00045, 0.000753, "0.45 [0.084–0.75]", "0,45 [0,084–0,75]"),
            (0, 0.0000004, 0.0123, "0.00040 [0–12]", "0,00040 [0–12]"), (0, 0, 0, "0", "0"),
            (0.0001, 0.0001, 0.0001, "0.10 [0.10–0.10]", "0,10 [0,10–0,10]"),
        ])
    func ranges(_ low: Double, _ central: Double, _ high: Double, _ english: String, _ french: String) throws {
        let estimate = try #require(Estimate(low: low, central: central, high: high))
        let unit = ImpactUnit(of: "kgCO2e", central: 0.00045, words: EnglishWords())
        #expect(Language.en.figures.range(estimate, in: unit) == english)
        #expect(Language.fr.figures.range(estimate, in: unit) == french)
    }

    @Test("a score in a table carries the document's letters")
    func scores() {
        #expect(plain(Language.en.figures.score(Sample.ecoscore(70, (46.67, 80), .B, .D))) == "70_B–D")
        var whole = Sample.ecoscore(70, (70, 70), .C, .C)
        (whole.grade, whole.gradeRange) = (.C, nil)
        #expect(plain(Language.en.figures.score(whole)) == "70_C")
        whole.value = nil
        #expect(Language.en.figures.score(whole) == "–")
    }

    private func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" ? "_" : $0 == "\u{202F}" ? "~" : $0 })
    }

    @Test("figures that no walk has are written as powers of ten, and marks of an axis without needless digits")
    func ends() {
        let figures = Language.en.figures
        #expect(figures.significant(1.0456e308, in: .count) == "1×10³⁰⁸")
        #expect(figures.significant(-1.5e30, in: .count) == "-1.5×10³⁰")
        #expect(figures.significant(2.34e-20, in: .count) == "2.3×10⁻²⁰")
        #expect(Language.fr.figures.significant(2.34e-20, in: .count) == "2,3×10⁻²⁰")
        #expect(figures.exact(.max) == "9,223,372,036,854,775,807")
        #expect(figures.plain(20) == "20" && figures.plain(1.5) == "1.5" && figures.plain(0) == "0")
        #expect(figures.plainBytes(500_000) == "500\u{A0}kB" && figures.plainBytes(0) == "0\u{A0}B")
        #expect(Language.fr.figures.plainBytes(1_500_000) == "1,5\u{A0}Mo")
    }
}
