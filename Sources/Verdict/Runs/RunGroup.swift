public import Documents

/// Runs that belong together: what is checked, or a side of a comparison.
public struct RunGroup: Sendable {
    /// How they were given.
    let names: [String]
    /// The walks, in the order given.
    let walks: [Walk]
    /// The measurements; none of bare Scores.
    let measurements: [JourneyMeasurement]
    /// What the scores that came with the runs were computed with, where that isn't what they are computed with now.
    let rescored: [String]

    /// The steps in the order first walked.
    let stepNames: [(id: String, title: LocalizedText)]
    /// Walks that have each step that any has: a walk without one would be a lighter journey.
    let completeWalks: [Walk]
    /// The titles of the steps.
    let titles: [String: LocalizedText]
    /// Where in `walks` those of a step are.
    private let walksOfStep: [String: [Int]]

    /// A group from its parts.
    public init(names: [String], walks: [Walk], measurements: [JourneyMeasurement], rescored: [String] = []) {
        self.names = names
        self.walks = walks
        self.measurements = measurements
        self.rescored = rescored
        var titles: [String: LocalizedText] = [:]
        var walksOfStep: [String: [Int]] = [:]
        var stepNames: [(id: String, title: LocalizedText)] = []
        for (index, walk) in walks.enumerated() {
            for name in walk.stepNames {
                if titles[name.id] == nil {
                    titles[name.id] = name.title
                    stepNames.append(name)
                }
                walksOfStep[name.id, default: []].append(index)
            }
        }
        self.titles = titles
        self.walksOfStep = walksOfStep
        self.stepNames = stepNames
        completeWalks = stepNames.isEmpty ? [] : walks.filter { $0.stepNames.count == stepNames.count }
    }

    /// Walks that can tell of a step, or of the whole journey.
    func walks(with step: String?) -> [Walk] {
        guard let step else { return completeWalks }
        return (walksOfStep[step] ?? []).map { walks[$0] }
    }

    /// The journey that was walked; `nil` of bare Scores.
    public var journey: JourneyIdentity? { measurements.lazy.compactMap(\.journey).first }

    var scores: [JourneyScore] { walks.compactMap(\.score) }
    var isMeasured: Bool { !measurements.isEmpty }

    /// Whether a measurement can't be trusted, be it one that only a bare Score is left of.
    var isUntrusted: Bool {
        measurements.contains { $0.quality.grade == .untrusted } || !reasonsOfScores.isEmpty
    }

    /// What is said of measurements that can't be trusted.
    var reasons: [Caveat] {
        measurements.filter { $0.quality.grade == .untrusted }.flatMap(\.quality.warnings) + reasonsOfScores
    }

    /// A Score repeats its measurements' warnings.
    private var reasonsOfScores: [Caveat] {
        walks.filter { $0.steps(nil) == nil }.compactMap(\.score).flatMap(\.warnings)
            .filter { Caveat.Code.distrusted.contains($0.code) }
    }

    /// What documents say of the group.
    public var side: RunSide {
        let references = scores.flatMap(\.measurements)
        var seen: Set<ContentHash> = []
        let incomplete = walks.count - completeWalks.count
        let grades = measurements.map(\.quality.grade)
        return RunSide(
            names: names, runs: walks.count, incompleteRuns: incomplete > 0 ? incomplete : nil,
            measurements: references.filter { seen.insert($0.sha256).inserted },
            title: measurements.lazy.compactMap(\.journey?.title).first,
            version: measurements.lazy.compactMap(\.journey?.version).first,
            quality: Quality.Grade.allCases.last { grades.contains($0) })
    }
}
