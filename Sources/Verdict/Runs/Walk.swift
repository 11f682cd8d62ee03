public import Documents

/// One walk of a journey: an iteration of a measurement with its score, or a bare Score.
public struct Walk: Sendable {
    /// The walked steps that count: neither reference nor baseline. Absent of a bare Score.
    let steps: [Step]?
    /// Its score; absent where there is none.
    let score: JourneyScore?

    /// A walk that was measured.
    ///
    /// - Parameters:
    ///   - measurement: of this walk alone, see `JourneyMeasurement.byWalk`.
    ///   - score: its score.
    public init(_ measurement: JourneyMeasurement, score: JourneyScore?) {
        steps = measurement.steps.filter(\.isScored)
        self.score = score
    }

    /// A bare Score, which counts as one run whatever it follows from.
    public init(_ score: JourneyScore) {
        steps = nil
        self.score = score
    }

    /// The steps' identifiers and titles in the order walked, each once.
    var stepNames: [(id: String, title: LocalizedText)] {
        let names = steps?.map { ($0.id, $0.title) } ?? score?.steps.map { ($0.id, $0.title) } ?? []
        var seen: Set<String> = []
        return names.filter { seen.insert($0.0).inserted }
    }

    func steps(_ id: String?) -> [Step]? {
        id.map { id in steps?.filter { $0.id == id } } ?? steps
    }
}

extension JourneyMeasurement {
    /// The measurement of each of its walks alone, in their order; itself where there is one.
    ///
    /// Steps to compare with (at rest) stay with each of them.
    public var byWalk: [JourneyMeasurement] {
        let iterations = scoredIterations
        guard iterations.count > 1 else { return [self] }
        return iterations.map { iteration in
            var walk = self
            walk.steps = steps.filter { !$0.isScored || $0.iteration == iteration }
            return walk
        }
    }
}
