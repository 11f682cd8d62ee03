public import Documents

/// The steps as they were walked, in capture time.
///
/// A step is the half-open interval from its marker to the next step or end, less the pauses in it. A new step ends a
/// pause, so that a forgotten `resume` costs no more than one step. `undo` takes back the latest step or end that isn't
/// taken back yet, as though it had never been marked; with none left it does nothing, as do a pause outside a step, a
/// second pause in a row and a resume without pause. `note`, `displayed` and `sync` cut nothing.
public struct Timeline: Hashable, Sendable {
    /// The steps in the order walked; starts never go backwards. Only the last can be open.
    public private(set) var steps: [WalkedStep] = []
    /// Steps of the journey that were never marked, in its order.
    public private(set) var missing: [JourneyStep] = []

    /// Nothing walked, for a capture without markers.
    public init() {}

    /// The steps that markers tell of.
    ///
    /// - Parameters:
    ///   - log: the markers.
    ///   - journey: the journey that was walked; without one any step name is good, titled by itself, an action.
    /// - Throws: `MarkerError` for a step that the journey doesn't have, an end of another step than the one walked,
    ///   or an iteration of a step that was already walked.
    public init(_ log: MarkerLog, journey: Journey?) throws(MarkerError) {
        var walk = Walk(log: log, journey: journey)
        for entry in Self.standing(log.entries) { try walk.follow(entry) }
        steps = walk.steps
        let walked = Set(walk.steps.map(\.step.id))
        missing = journey?.steps.filter { !walked.contains($0.id) } ?? []
    }

    /// What is left once every `undo` has taken back its marker.
    private static func standing(_ entries: [MarkerLog.Entry]) -> [MarkerLog.Entry] {
        var left: [MarkerLog.Entry?] = []
        var undoable: [Int] = []
        for entry in entries {
            switch entry.marker.kind {
            case .undo:
                if let index = undoable.popLast() { left[index] = nil }
                continue
            case .step, .end: undoable.append(left.count)
            case .pause, .resume, .note, .displayed, .sync: break
            }
            left.append(entry)
        }
        return left.compactMap { $0 }
    }

    /// The timeline with its last step closed, if that one has no end yet.
    ///
    /// - Parameter end: the first moment after the step, such as one nanosecond after the last packet; if that is
    ///   before the step's last marker, the step ends there.
    /// - Returns: a timeline in which every step has an end.
    public func closing(at end: Timestamp) -> Timeline {
        var closed = self
        closed.steps = steps.map { $0.closing(at: end) }
        return closed
    }
}

/// Follows markers in order and notes the steps they walk.
private struct Walk {
    private struct Identity: Hashable {
        let id: String
        let iteration: Int
    }

    private let file: String
    private let journey: Journey?
    /// The journey's steps by identifier.
    private let known: [String: JourneyStep]
    private(set) var steps: [WalkedStep] = []
    private var highest: [String: Int] = [:]
    private var lines: [Identity: Int] = [:]

    init(log: MarkerLog, journey: Journey?) {
        file = log.name
        self.journey = journey
        known = Dictionary(journey?.steps.map { ($0.id, $0) } ?? [], uniquingKeysWith: { first, _ in first })
    }

    /// The index of the step that is being walked.
    private var walked: Int? {
        steps.last.map { $0.end == nil } ?? false ? steps.count - 1 : nil
    }

    mutating func follow(_ entry: MarkerLog.Entry) throws(MarkerError) {
        do throws(MarkerError.Problem) {
            try follow(entry.marker, line: entry.line)
        } catch {
            throw MarkerError(error, file: file, line: entry.line)
        }
    }

    private mutating func follow(_ marker: Marker, line: Int) throws(MarkerError.Problem) {
        if let id = marker.step, let journey, known[id] == nil {
            throw .unknownStep(id, journey: journey.steps.map(\.id))
        }
        switch marker.kind {
        case .step:
            if let walked { steps[walked].close(at: marker.time) }
            try begin(marker, line: line)
        case .end:
            let current = walked.map { steps[$0].step.id }
            if let named = marker.step, named != current { throw .endOfAnotherStep(named, walked: current) }
            if let walked { steps[walked].close(at: marker.time) }
        case .pause: if let walked { steps[walked].pause(at: marker.time) }
        case .resume: if let walked { steps[walked].resume(at: marker.time) }
        case .undo, .note, .displayed, .sync: break
        }
    }

    private mutating func begin(_ marker: Marker, line: Int) throws(MarkerError.Problem) {
        guard let id = marker.step else { throw .stepWithoutName }
        let iteration = marker.iteration ?? highest[id, default: 0] + 1
        if let first = lines.updateValue(line, forKey: Identity(id: id, iteration: iteration)) {
            throw .iterationTwice(step: id, iteration: iteration, firstLine: first)
        }
        highest[id] = max(highest[id, default: 0], iteration)
        steps.append(WalkedStep(known[id] ?? JourneyStep(undeclared: id), iteration: iteration, start: marker.time))
    }
}
