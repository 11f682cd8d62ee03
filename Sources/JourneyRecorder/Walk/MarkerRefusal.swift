public import Documents

/// Why a marker isn't written.
public enum MarkerRefusal: Error, Hashable, Sendable {
    /// The journey was walked to its end, as often as planned.
    case walked
    /// The journey doesn't have the step; its steps.
    case unknownStep(String, [String])
    /// Nothing of the round is marked.
    case nothingToRestart
    /// The moment is yet to come.
    case future(Timestamp, now: Timestamp)
    /// The bundle couldn't be read any more.
    case unreadable(MarkerError)
}

extension MarkerRefusal: CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .walked: "the journey is walked to its end; finish the recording, or take the last marker back"
        case .unknownStep(let step, let known):
            "the journey has no step '\(step)'; its steps are: \(known.joined(separator: ", "))"
        case .nothingToRestart: "nothing of this round is marked yet; the next step begins it"
        case .future(let moment, let now):
            "\(moment) is yet to come (it is \(now)); give a moment that is over, or none for now"
        case .unreadable(let error): "the marker was not written, since no one could read the bundle with it: \(error)"
        }
    }
}
