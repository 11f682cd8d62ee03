import Testing

@testable import JourneyRecorder

@Suite struct SpellingTests {
    // The first is the textbook pair of the Levenshtein distance; the others by hand.
    @Test(
        "the distance between words is the least number of single-letter changes",
        arguments: [
            ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("steps", "steps", 0), ("titel", "title", 2),
            ("étape", "etape", 1), ("flaw", "lawn", 2),
        ])
    func distance(_ from: String, _ to: String, _ changes: Int) {
        #expect(Spelling.distance(from, to) == changes)
        #expect(Spelling.distance(to, from) == changes)
    }

    @Test(
        "the nearest word is at most two changes away, and shares a letter",
        arguments: [
            ("stesp", "steps"), ("step", "steps"), ("tilte", "title"), ("ids", "id"), ("xy", nil), ("", nil),
            ("network-kind", nil), ("titles", "title"),
        ])
    func nearest(_ word: String, _ expected: String?) {
        #expect(Spelling.nearest(to: word, among: ["id", "title", "steps", "network"]) == expected)
    }

    @Test("of words equally near the first is meant")
    func ties() {
        #expect(Spelling.nearest(to: "cart", among: ["card", "care"]) == "card")
    }
}
