import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite("Reader of separated values")
struct CSVReaderTests {
    /// All records of a text.
    private func records(_ text: String, _ separator: Character = ",") throws -> [CSVReader.Record] {
        var reader = CSVReader(text, separator: try #require(separator.asciiValue))
        var records: [CSVReader.Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    /// What Python's csv module reads in a text: the fields of each record, and the line that it begins on.
    private func python(_ texts: [String], _ separator: Character) throws -> [[(line: Int, fields: [String])]] {
        let script = """
            import csv, io, json, sys
            answers = []
            for text in json.load(sys.stdin):
                reader = csv.reader(io.StringIO(text, newline=""), delimiter=sys.argv[1])
                rows, line = [], 1
                for row in reader:
                    rows.append([line, row])
                    line = reader.line_num + 1
                answers.append(rows)
            json.dump(answers, sys.stdout)
            """
        let result = try run(
            "/usr/bin/python3", ["-c", script, String(separator)], input: try JSONEncoder().encode(texts),
            environment: ["PYTHONIOENCODING": "utf-8"])
        try #require(result.status == 0, "\(result.errors)")
        let answers = try JSONSerialization.jsonObject(with: result.output) as? [[[Any]]] ?? []
        return answers.map { rows in
            rows.map { (line: $0.first as? Int ?? 0, fields: $0.last as? [String] ?? []) }
        }
    }

    @Test(
        "records, fields and lines are those that Python's csv module reads",
        arguments: [",", ";", "\t"] as [Character])
    func sameAsPython(_ separator: Character) throws {
        var random = SeededGenerator(seed: 4180)
        let pieces = ["a", "é", "œ ", " ", "\"\"", "\n", "\r\n", "\r", ",", ";", "\t", "1,5", "=x", "", "'"]
        var texts: [String] = []
        for _ in 0..<400 {
            let ending = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    let content = (0..<Int.random(in: 0...3, using: &random))
                        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                    let mustQuote = content.contains { "\"\n\r,;\t".contains($0) || $0.isNewline }
                    return mustQuote || Bool.random(using: &random) ? "\"\(content)\"" : content
                }.joined(separator: String(separator))
            }
            texts.append(rows.joined(separator: ending) + (Bool.random(using: &random) ? ending : ""))
        }
        let expected = try python(texts, separator)
        #expect(expected.count == texts.count)
        for (text, rows) in zip(texts, expected) {
            let read = try records(text, separator)
            #expect(read.map(\.fields) == rows.map(\.fields), "\(text.debugDescription)")
            // Python counts a lone CR inside a field as no line of its own where it splits the text; ours does, as editors do.
            if !text.replacing("\r\n", with: "").contains("\r") {
                #expect(read.map(\.line) == rows.map(\.line), "\(text.debugDescription)")
            }
            #expect(read.allSatisfy { $0.misquoted == nil })
        }
    }

    @Test("text after a closing quotation mark is kept, as Python does, and told")
    func misquoted() throws {
        let read = try records("a,\"b\"c,\"d\"\n\"e\" ,f\n")
        #expect(read.map(\.fields) == (try python(["a,\"b\"c,\"d\"\n\"e\" ,f\n"], ",")[0].map(\.fields)))
        #expect(read.map(\.misquoted) == [1, 0])
    }

    @Test("a quotation mark that is never closed is told with its line and column")
    func unclosed() {
        #expect(throws: CSVReader.UnclosedQuote(line: 3, column: 2)) { try records("a,b\n\nc,\"d\ne,f\n\"\"") }
        #expect(throws: CSVReader.UnclosedQuote(line: 1, column: 1)) { try records("\"") }
    }

    @Test("any bytes are read to their end")
    func anything() throws {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("ab,;\"\"\"\n\r\t é")
        for _ in 0..<2000 {
            let text = String(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                })
            do {
                let read = try records(text)
                // Nothing but quotation marks, separators and line ends is lost.
                let kept = read.flatMap(\.fields).joined().filter { !"\",\r\n".contains($0) && !$0.isNewline }
                #expect(kept == text.filter { !"\",\r\n".contains($0) && !$0.isNewline })
            } catch {
                #expect(text.contains("\""))
            }
        }
    }
}
