/// What answers tell of the host behind an address.
///
/// Answers are those met earlier in the capture. Their times tell how old they are; without a time, an answer or a flow is taken to be of
/// the right one.
enum Resolution: Hashable, Sendable {
    /// The client's own latest answer, captured before the flow, within its time to live and the grace.
    case asked(NameID)
    /// As `asked`, but somebody else's: the client's own answer wasn't seen, or has grown stale.
    case heard(NameID)
    /// Answers met earlier, but captured later by their times: the clock was set back, or packets aren't in order. A candidate; a
    /// name only to who knows that the clock was set back.
    case later(NameID)
    /// Only answers that are older than their time to live and the grace: a candidate, no name.
    case stale(NameID)
    /// No answer gave the address.
    case unknown

    /// The name, where one is told; none of what is later or stale.
    var name: NameID {
        switch self {
        case .asked(let name), .heard(let name): name
        case .later, .stale, .unknown: .none
        }
    }

    /// The best name there is, however doubtful.
    var candidate: NameID {
        switch self {
        case .asked(let name), .heard(let name), .later(let name), .stale(let name): name
        case .unknown: .none
        }
    }

    /// The better, the higher.
    var rank: Int {
        switch self {
        case .asked: 4
        case .heard: 3
        case .later: 2
        case .stale: 1
        case .unknown: 0
        }
    }
}
