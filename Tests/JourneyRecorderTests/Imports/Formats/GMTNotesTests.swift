import Testing

@testable import JourneyRecorder

@Suite struct GMTNotesTests {
    @Test(
        "sixteen digits, one blank and a text are a note, and nothing else is",
        arguments: [
            ("1772442000000000 a", true), ("1772442000000000  a b ", true), ("177244200000000 a", false),
            ("17724420000000000 a", false), ("1772442000000000", false), ("1772442000000000 ", false),
            ("1772442000000000\ta", false), ("-772442000000000 a", false), ("١772442000000000 a", false),
        ])
    func notes(_ line: String, _ expected: Bool) {
        #expect(GMTNotes.isNote(line[...]) == expected)
    }

    @Test("another line is named; a time beyond the range as well")
    func errors() throws {
        let other = try #require(ImportSamples.problem("1772442000000000 a\n\nhello"))
        #expect(other.problem == .notANote && other.place == "line 3")
        let late = try #require(ImportSamples.problem("9999999999999999 a"))
        #expect(late.problem == .badTime("9999999999999999") && late.place == "line 1")
    }
}
