import Documents
import Foundation
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CatalogueStoreRescoringTests {
    private let id = "fr.exemple.sante"

    /// A score of a measurement under some version of the factors.
    private func score(_ version: String) -> (Data, ContentHash) throws -> Data {
        { _, hash in
            var score = JourneyScore.full(of: hash)
            score.factorSet.version = version
            return try CanonicalJSON.encode(score)
        }
    }

    @Test("all runs get a new score, old ones are kept, and once more changes nothing", arguments: Engine.all)
    func rescore(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        try store.add(Application(id: "b", title: "B", created: .nine))
        // More than are done at once.
        for number in 0..<120 { try store.attach(exampleRun("run \(number)"), to: id, at: .nine) }
        let other = try exampleRun("other") { measurement, _ in measurement.journey?.application = "b" }
        try store.attach(other, to: "b", at: .nine)
        let one = try store.rescore(id, at: .nine, score: score("2.0.0"))
        #expect((one.rescored, one.unchanged, one.failures) == (120, 0, []))
        let all = try store.rescore(at: .nine, score: score("2.0.0"))
        #expect((all.rescored, all.unchanged, all.failures) == (1, 120, []))
        for id in [id, "b"] {
            for run in try store.application(id).versions.flatMap(\.runs) {
                #expect(run.scores == 2 && run.score.factorSet.version == "2.0.0")
            }
        }
        #expect(try store.check().faults == [])
        #expect(try store.history().entries.prefix(121).allSatisfy { $0.action == .rescore })
    }

    @Test("a run that can't be scored is told with the reason, and the others are scored", arguments: Engine.all)
    func failures(_ engine: Engine) throws {
        let store = try engine.storeOfSante()
        let runs = try (0..<3).map { try exampleRun("run \($0)") }
        for run in runs { try store.attach(run, to: id, at: .nine) }
        let hashes = runs.map { exampleHash($0.measurement) }
        struct NoSteps: Error, CustomStringConvertible { let description = "no steps" }
        let result = try store.rescore(at: .nine) { measurement, hash in
            if hash == hashes[0] { throw NoSteps() }
            return try score("2.0.0")(measurement, hash == hashes[1] ? .repeating("0") : hash)
        }
        #expect(result.rescored == 1)
        #expect(Set(result.failures.map(\.run)) == Set(hashes.prefix(2)))
        #expect(result.failures.first { $0.run == hashes[0] }?.reason == "no steps")
        #expect(result.failures.first { $0.run == hashes[1] }?.reason.contains("not from this measurement") == true)
        #expect(throws: CatalogueError(.unknownApplication("x"), file: store.file)) {
            try store.rescore("x", at: .nine, score: score("2.0.0"))
        }
    }
}
