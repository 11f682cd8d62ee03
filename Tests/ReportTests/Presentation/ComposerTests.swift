import Documents
import Testing

@testable import Report

@Suite struct ComposerTests {
    /// A scored step walked so often, after a rest that isn't scored, and the score that counts its walks.
    private static func composer(_ iterations: [Int]) -> Composer {
        var (measurement, score) = (Sample.measurement, Sample.score)
        measurement.steps =
            [Sample.step("rest", "Repos", at: 0, lasting: 1, connections: 0, [], type: .reference)]
            + iterations.map {
                Sample.step("home", "Accueil", at: 1, lasting: 12, connections: 1, [], iteration: $0)
            }
        score.steps = iterations.indices.map { place in
            var step = Sample.score.steps[0]
            step.iteration = iterations.count > 1 ? place + 1 : nil
            return step
        }
        return Composer(measurement: measurement, score: score, language: .fr)
    }

    @Test(
        "a step has the score of its own walk, which a score numbers by its place",
        arguments: [[1, 2], [1, 3], [2, 3], [2, 5, 9]])
    func ownScore(_ iterations: [Int]) {
        let composer = Self.composer(iterations)
        let steps = composer.measurement.steps
        #expect(composer.score(of: steps[0]) == nil)
        #expect(steps.dropFirst().compactMap { composer.score(of: $0)?.iteration } == Array(1...iterations.count))
        let names = composer.score?.steps.map { step in composer.name(of: step) }
        #expect(names == iterations.map { "Accueil\(Figures.noBreakSpace)#\($0)" })
    }

    @Test("a walk alone has its score, whatever its iteration is", arguments: [1, 2, 7])
    func single(_ iteration: Int) {
        let composer = Self.composer([iteration])
        #expect(composer.score(of: composer.measurement.steps[1]) != nil)
    }

    @Test("a score of walks that the measurement hasn't is of none of its steps", arguments: [Int.min, 0, 2, .max])
    func foreign(_ place: Int) {
        var score = Sample.score
        for index in score.steps.indices { score.steps[index].iteration = place }
        let composer = Composer(measurement: Sample.measurement, score: score, language: .en)
        #expect(composer.measurement.steps.allSatisfy { composer.score(of: $0) == nil })
    }
}
