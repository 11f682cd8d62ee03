import Documents

/// A part of the traffic that the score looks at; the device's own is never in it.
enum TrafficPart: Hashable {
    case all
    case party(Party)
    /// The raw value of a `Purpose`, or `dns`.
    case purpose(String)
    /// A host's name.
    case host(String)

    func holds(_ host: HostTraffic) -> Bool {
        guard host.party != .background else { return false }
        return switch self {
        case .all: true
        case .party(let party): host.party == party
        case .purpose(let purpose): host.purpose == purpose
        case .host(let name): host.name == name
        }
    }

    /// Whether packets without ports belong to it.
    var holdsOtherIP: Bool { self == .all }
}
