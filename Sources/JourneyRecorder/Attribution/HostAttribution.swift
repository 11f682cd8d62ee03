public import Documents

/// What is told of a host.
public struct HostAttribution: Hashable, Sendable {
    /// Whose traffic it is.
    public var party: Party
    /// The registrable domain, by which third parties are grouped; `nil` without a name, and for names that are none.
    public var domain: String?
    /// Who runs the host, and for what; `nil` where that isn't known. Told of first parties and the background as well.
    public var service: Operator?
    /// What the device does there by itself; `nil` for all parties but `background`, and where only the journey calls it that.
    public var background: BackgroundCategory?

    /// What is told of a host; nothing unless given.
    public init(
        party: Party = .unknown, domain: String? = nil, service: Operator? = nil, background: BackgroundCategory? = nil
    ) {
        self.party = party
        self.domain = domain
        self.service = service
        self.background = background
    }
}
