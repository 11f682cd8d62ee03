import Documents
import JourneyRecorder
import Testing

@Suite struct JourneyTests {
    @Test("a journey's identity is its own words and the hash of its file")
    func identity() throws {
        let journey = try JourneyFile.parse(JourneyFileTests.complete, name: "j.yaml")
        let hash = ContentHash(rawValue: String(repeating: "0a", count: 32))
        #expect(
            journey.identity(sha256: hash)
                == JourneyIdentity(
                    id: "rendez-vous", title: LocalizedText(["fr": "Prendre rendez-vous", "en": "Book"]),
                    application: "test.sante-demo", version: "2.40", sha256: hash))
    }
}
