public import Documents

/// One walk of a journey: an iteration of a measurement with its score, or a bare Score.
public struct Walk: Sendable {
    /// The steps that count, by identifier: neither reference nor baseline. Absent of a bare Score.
    private let measured: [String: [Step]]?
    /// The same in the order walked.
    private let all: [Step]?
    /// The score's steps by identifier.
    private let scored: [String: [StepScore]]
    /// The steps' identifiers and titles in the order walked, each once.
    let stepNames: [(id: String, title: LocalizedText)]
    /// Its score; absent where there is none.
    let score: JourneyScore?

    /// A walk that was measured.
    ///
    /// - Parameters:
    ///   - measurement: of this walk alone, see `JourneyMeasurement.byWalk`.
    ///   - score: its score.
    public init(_ measurement: JourneyMeasurement, score: JourneyScore?) {
        self.init(measurement.steps.filter(\.isScored), score)
    }

    /// A bare Score, which counts as one run whatever it follows from.
    public init(_ score: JourneyScore) {
        self.init(nil, score)
    }

    private init(_ steps: [Step]?, _ score: JourneyScore?) {
        all = steps
        measured = steps.map { Dictionary(grouping: $0, by: \.id) }
        scored = Dictionary(grouping: score?.steps ?? [], by: \.id)
        self.score = score
        let names = steps?.map { ($0.id, $0.title) } ?? score?.steps.map { ($0.id, $0.title) } ?? []
        var seen: Set<String> = []
        stepNames = names.filter { seen.insert($0.0).inserted }
    }

    /// The walks of a step, or all steps; `nil` of a bare Score.
    func steps(_ id: String?) -> [Step]? {
        guard let id else { return all }
        return measured.map { $0[id] ?? [] }
    }

    /// The scores of a step.
    func scores(of step: String) -> [StepScore] { scored[step] ?? [] }
}

extension JourneyMeasurement {
    /// The measurement of each of its walks alone, in their order; itself where there is one.
    ///
    /// Steps to compare with (at rest) stay with each of them.
    public var byWalk: [JourneyMeasurement] {
        let iterations = scoredIterations
        guard iterations.count > 1 else { return [self] }
        let byIteration = Dictionary(grouping: steps.filter(\.isScored), by: \.iteration)
        let compared = steps.filter { !$0.isScored }
        return iterations.map { iteration in
            var walk = self
            walk.steps = compared + (byIteration[iteration] ?? [])
            return walk
        }
    }
}
