import Report
import Testing

@Suite("text tables")
struct TextTableTests {
    private let table = TextTable(
        columns: [.init("Application"), .init("Runs", .figure), .init("Grade")],
        rows: [["fr.exemple.sante", "12", "B"], ["é", "3"]], footer: [["All", "15", ""]])

    @Test("texts stand left, figures right, sums below a rule")
    func layout() {
        #expect(
            table.text() == """
                Application       Runs  Grade
                ─────────────────────────────
                fr.exemple.sante    12  B
                é                    3
                ─────────────────────────────
                All                 15

                """)
    }

    @Test("without rows the headings stand alone, without columns nothing does")
    func empty() {
        #expect(TextTable(columns: [.init("Name")], rows: []).text() == "Name\n────\n")
        #expect(TextTable(columns: [], rows: []).text() == "")
    }

    @Test("a text goes on in the next line before the table is folded, and nothing of it is lost")
    func narrow() {
        let table = TextTable(
            columns: [.init("Host"), .init("IP bytes", .figure)],
            rows: [["cdn.a-long-name.sante-demo.test", "1,258,291"], ["3. Search for a dermatologist", "2"]])
        #expect(
            table.text(width: 30) == """
                Host                  IP bytes
                ──────────────────────────────
                cdn.a-long-name.s    1,258,291
                  ante-demo.test
                3. Search for a              2
                  dermatologist

                """)
    }

    /// 4 + 2 + 10 columns fit in 16; the third figure needs 12 more and goes below, with the row's name again.
    @Test("what doesn't fit beside goes below, and no figure is cut")
    func folded() {
        let table = TextTable(
            columns: [.init("Step"), .init("Up", .figure), .init("Down", .figure)],
            rows: [["a", "1234567890", "9876543210"]])
        #expect(
            table.text(width: 16) == """
                Step          Up
                ────────────────
                a     1234567890

                Step        Down
                ────────────────
                a     9876543210

                """)
    }

    @Test("colours are there only when asked for")
    func colours() {
        #expect(!table.text(style: .plain).contains("\u{1B}"))
        #expect(table.text(style: .colour).contains("\u{1B}[1mApplication       Runs  Grade\u{1B}[0m"))
    }

    @Test("an escape sequence in a cell is shown, not sent")
    func hostile() {
        let text = TextTable(columns: [.init("Host")], rows: [["\u{1B}[31mred\r\n\u{9B}2J"]]).text(style: .plain)
        #expect(text.contains(#"\u{1B}[31mred\u{D}\u{A}\u{9B}2J"#))
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
}
