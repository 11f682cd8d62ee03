import Foundation
import TestSupport
import Testing

@testable import Report

@Suite
struct ExplanationWordsTests {
    @Test(
        "say what the documentation's tables say, code by code",
        arguments: [(Language.en, "docs/quality.md"), (.fr, "docs/qualite.md")])
    func equalsDocumentation(_ language: Language, _ file: String) throws {
        let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
        var rows: [String: [String]] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            guard cells.count == 4 else { continue }
            rows[cells[0].filter { $0 != "`" }] = cells[1...2].map { $0.filter { $0 != "`" } }
        }
        #expect(rows.count > 40)
        #expect(language.words.warningCodes == rows.keys.sorted())
        for (code, row) in rows {
            let words = language.words.warning(code)
            #expect(words?.meaning == row[0], "\(code)")
            #expect(words?.advice == row[1], "\(code)")
        }
    }
}
