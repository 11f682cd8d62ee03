import Documents
import Testing

@testable import EcoScore

struct PurposeLeadTests {
    @Test("fonts are found above 400 kB a screen, and never said to be few")
    func fonts() throws {
        func lead(_ bytes: Int) throws -> Lead {
            try JourneyScore.of([
                .walked(
                    "a",
                    hosts: [
                        .host("fonts.example", .third, bytes: bytes, purpose: .fonts), .host("x.example", bytes: 1),
                    ])
            ]).lead("fonts")
        }
        #expect(try lead(400_000).status == .notObservable)
        #expect(try lead(400_000).obstacle == .encrypted)
        let found = try lead(700_000)
        #expect(found.evidence == [.init(step: "a", purpose: "fonts", value: 700_000, unit: .bytes, above: 400_000)])
        #expect(found.gains?.bytes == 300_000)
    }

    @Test("a video player in a step that plays none is found; in a media step it can't be judged")
    func media() throws {
        func lead(_ type: StepType) throws -> Lead {
            try JourneyScore.of([
                .walked("a", type, hosts: [.host("player.example", .third, bytes: 5000, purpose: .video)])
            ]).lead("autoplay-media")
        }
        #expect(
            try lead(.action).evidence == [
                .init(step: "a", host: "player.example", purpose: "video", value: 5000, unit: .bytes)
            ])
        #expect(try lead(.action).gains?.bytes == 5000)
        #expect(try lead(.media).obstacle == .encrypted)
    }
}
