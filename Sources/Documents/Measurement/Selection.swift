/// Which part of the captured traffic was measured, and how much was left out.
public struct Selection: Hashable, Codable, Sendable {
    /// Addresses, networks or filters of which a packet had to fit one; absent unless given.
    public var only: [String]?
    /// The app whose flows were measured; absent unless given.
    public var app: String?
    /// What was measured: the steps and what was outside.
    public var kept: TrafficCounts
    /// What was left out. With `kept` it makes the totals.
    public var leftOut: TrafficCounts

    /// A selection with what it led to.
    public init(only: [String]? = nil, app: String? = nil, kept: TrafficCounts, leftOut: TrafficCounts) {
        self.only = only
        self.app = app
        self.kept = kept
        self.leftOut = leftOut
    }
}
