/// How far a walk is, as its markers tell.
public struct WalkPosition: Hashable, Sendable {
    /// What comes next in a walk.
    public enum Next: Hashable, Sendable {
        /// A step, by its identifier.
        case step(String)
        /// The end of this round's last step.
        case end
        /// Nothing: the walk is done.
        case nothing
    }

    /// The steps so far.
    public let timeline: Timeline
    /// Which time the journey is walked, from 1; between two rounds the one that begins next.
    public let round: Int
    /// What the key for the next step does.
    public let next: Next
    /// How many markers have to be taken back to begin the round anew.
    public let marksOfRound: Int

    /// The position after markers.
    ///
    /// - Parameters:
    ///   - log: all markers so far.
    ///   - plan: what is to be walked.
    /// - Throws: `MarkerError` if the markers tell of no walk through the journey.
    public init(_ log: MarkerLog, plan: WalkPlan) throws(MarkerError) {
        timeline = try Timeline(log, journey: plan.journey)
        (round, next) = Self.course(timeline, plan)
        marksOfRound = Self.marks(of: round, log, timeline)
    }

    /// The step that is being walked, as an index in `timeline.steps`.
    public var current: Int? {
        timeline.steps.last.map { $0.end == nil } ?? false ? timeline.steps.count - 1 : nil
    }

    /// Whether the step that is being walked is paused.
    public var isPaused: Bool {
        guard let current else { return false }
        return timeline.steps[current].segments.last.map { $0.end != nil } ?? true
    }

    private static func course(_ timeline: Timeline, _ plan: WalkPlan) -> (round: Int, next: Next) {
        let last = timeline.steps.last
        guard let steps = plan.journey?.steps, let first = steps.first else {
            let known = Set(timeline.steps.map(\.step.id))
            var number = timeline.steps.count + 1
            while known.contains("step-\(number)") { number += 1 }
            return (1, .step("step-\(number)"))
        }
        guard let last, let place = steps.firstIndex(where: { $0.id == last.step.id }) else {
            return (last?.iteration ?? 1, .step(first.id))
        }
        if place + 1 < steps.count { return (last.iteration, .step(steps[place + 1].id)) }
        if last.end == nil { return (last.iteration, .end) }
        return last.iteration < plan.rounds ? (last.iteration + 1, .step(first.id)) : (last.iteration, .nothing)
    }

    /// How many steps and ends that still stand were marked since the round's first step.
    private static func marks(of round: Int, _ log: MarkerLog, _ timeline: Timeline) -> Int {
        var standing: [Marker.Kind] = []
        for entry in log.entries {
            switch entry.marker.kind {
            case .step, .end: standing.append(entry.marker.kind)
            case .undo: _ = standing.popLast()
            case .pause, .resume, .note, .displayed, .sync: break
            }
        }
        // Each step marker that stands begins one step of the timeline, in the same order.
        let before = (timeline.steps.lastIndex { $0.iteration != round } ?? -1) + 1
        let begins = standing.indices.filter { standing[$0] == .step }
        return begins.indices.contains(before) ? standing.count - begins[before] : 0
    }
}
