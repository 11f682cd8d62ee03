import Documents
import Testing

@Suite("Records of separated values")
struct CSVRecordTests {
    @Test(
        "no text from elsewhere begins as a formula does (OWASP, CSV Injection), and each can be had back",
        arguments: [
            "=1+1", "+33 1", "-2", "@sum", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "'=1", "''-", "Santé",
            "'t Hof", "",
            "'", "5 - 3",
        ])
    func formulas(_ text: String) {
        let field = CSVRecord.plain(text)
        #expect(field.unicodeScalars.first.map { !"=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? true)
        #expect(CSVRecord.unguarded(field) == text)
        #expect(field == text || field == "'" + text)
    }
}
