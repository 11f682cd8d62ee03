import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreRankingTests {
    @Test(
        "a ranking has each application's newest run of the journey, equal scores share a place", arguments: Engine.all)
    func ranking(_ engine: Engine) throws {
        let store = try engine.store()
        // Application, category, then value, journey and second of each run.
        let applications: [(String, String?, [(Double?, String, Int64)])] = [
            ("a", "agenda", [(90, "standard", 1), (50, "standard", 2), (99, "other", 3)]),
            ("b", "agenda", [(70, "standard", 1)]), ("c", "agenda", [(70, "standard", 5)]),
            ("d", nil, [(80, "standard", 1)]), ("e", "agenda", [(nil, "standard", 1)]), ("f", "agenda", []),
        ]
        for (id, category, runs) in applications {
            try store.add(Application(id: id, title: id, category: category, created: .nine))
            for (value, journey, second) in runs {
                let run = try exampleRun("\(id) \(second)", started: .nine.adding(seconds: second)) {
                    measurement, score in
                    measurement.journey?.application = id
                    measurement.journey?.id = journey
                    score.ecoscore.value = value
                }
                try store.attach(run, to: id, at: .nine)
            }
        }
        let inCategory = try store.ranking(category: "agenda", journey: "standard")
        #expect(inCategory.places.map(\.application.id) == ["b", "c", "a", "e"])
        #expect(inCategory.places.map(\.rank) == [1, 1, 3, nil])
        #expect(inCategory.places.map(\.run.score.value) == [70, 70, 50, nil])
        #expect(inCategory.basis.count == 1)
        let all = try store.ranking(category: nil, journey: "standard")
        #expect(all.places.map(\.application.id) == ["d", "b", "c", "a", "e"])
        #expect(try store.ranking(category: "agenda", journey: "none").places == [])
        let journeys = try store.journeys().map { [$0.category ?? "-", $0.journey, "\($0.applications)"] }
        #expect(journeys == [["-", "standard", "1"], ["agenda", "other", "1"], ["agenda", "standard", "4"]])
        for ranking in [inCategory, all] {
            #expect(try validate(CanonicalJSON.encode(ranking), against: "catalogue-ranking") == [])
        }
    }
}
