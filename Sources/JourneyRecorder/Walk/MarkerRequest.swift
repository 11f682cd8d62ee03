/// What someone wants marked: a key, a script, another program.
public enum MarkerRequest: Hashable, Sendable {
    /// The step that comes next in the walk begins, or the round ends after its last one.
    case next
    /// A step begins.
    case step(String)
    /// The step ends, and none begins.
    case end
    /// What follows doesn't belong to the step.
    case pause
    /// The step goes on.
    case resume
    /// The latest step or end was a mistake.
    case undo
    /// All that was marked of this round of the journey is taken back.
    case restart
    /// The screen shows what the step is for.
    case displayed
    /// A remark.
    case note(String)
}

extension MarkerRequest {
    /// The request that a command's word stands for; `nil` for a word that is none, such as `step`, which needs a name.
    ///
    /// - Parameter word: `next`, `end`, `pause`, `resume`, `undo`, `restart` or `displayed`.
    public init?(word: String) {
        switch word {
        case "next": self = .next
        case "end": self = .end
        case "pause": self = .pause
        case "resume": self = .resume
        case "undo": self = .undo
        case "restart": self = .restart
        case "displayed": self = .displayed
        default: return nil
        }
    }
}
