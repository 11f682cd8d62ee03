import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

struct OtherModelsEstimatesTests {
    private let models = OtherModels.tested

    /// Totals of 1 MB that stand in the tests of co2.js@27cbe832, and 11 Wh/GB and 14 W at 442 g/kWh
    /// (marmelab/greenframe-cli@f82571d1) for an hour.
    @Test("each model says what its tool says")
    func tools() throws {
        let found = models.estimates(bytes: 1_000_000, seconds: 3600)
        #expect(found.map(\.id) == ["onebyte", "swd3", "swd4", "greenframe"])
        #expect(abs(found[0].grams - 0.29081) <= 5e-6)
        #expect(abs(found[1].grams - 0.38317) <= 5e-4)
        #expect(abs(found[2].grams - 0.1482) <= 5e-7)
        #expect(agrees(found[3].grams, (0.011 + 14) * 0.442))
        #expect(abs(try #require(found[0].gramsWithGreenHosting) - 0.23196) <= 5e-6)
        #expect(abs(try #require(found[1].gramsWithGreenHosting) - 0.33177) <= 5e-4)
        #expect(abs(try #require(found[2].gramsWithGreenHosting) - 0.12103) <= 5e-7)
        #expect(found[3].gramsWithGreenHosting == nil)
    }

    @Test("each says in both languages what it counts and what it doesn't, and where it was read")
    func told() {
        for estimate in models.estimates(bytes: 1, seconds: 1) {
            for text in [estimate.counts, estimate.doesNotCount] {
                #expect(Set(text.texts.keys) == ["en", "fr"] && text["en"] != text["fr"])
            }
            #expect(!estimate.name.isEmpty && !estimate.version.isEmpty && !estimate.licence.isEmpty)
            #expect(estimate.sources.allSatisfy { $0.commit?.count == 40 })
        }
    }

    @Test("nothing exchanged in no time is nothing, and more is never less")
    func monotonic() {
        for (bytes, seconds) in [(0, 0), (-1, -1), (.nan, .nan)] as [(Double, Double)] {
            #expect(models.estimates(bytes: bytes, seconds: seconds).map(\.grams) == [0, 0, 0, 0])
        }
        var last = models.estimates(bytes: 0, seconds: 0)
        for each in 1...20 {
            let found = models.estimates(bytes: Double(each) * 1e6, seconds: Double(each))
            for (more, less) in zip(found, last) {
                #expect(more.grams > less.grams)
                #expect((more.gramsWithGreenHosting ?? 0) <= more.grams)
            }
            last = found
        }
    }

    @Test("a journey's data and time are those of its score")
    func journey() throws {
        let inputs = [1_000_000, 3_000_000].enumerated().map { index, bytes in
            ScoringInput(
                measurement: .walk([
                    .walked("veille", .baseline, bytes: 9_000_000), .walked("a", bytes: bytes, seconds: 20),
                    .walked("b", seconds: 10, hosts: [.host("os.example", .background, bytes: 5_000_000)]),
                ]), sha256: .repeating(Character(String(index))))
        }
        #expect(try models.estimates(of: inputs) == models.estimates(bytes: 2_000_000, seconds: 30))
    }

    @Test("what can't be scored has no estimate either")
    func refused() {
        #expect(throws: ScoringError.noMeasurement) { try models.estimates(of: []) }
    }
}
