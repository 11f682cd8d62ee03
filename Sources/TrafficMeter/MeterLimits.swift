/// How much a meter remembers at most, so that a capture of any size and malice is measured in bounded memory.
///
/// What doesn't fit is never dropped: its packets stay counted, and what could not be told of them is counted and said.
public struct MeterLimits: Hashable, Sendable {
    /// The highest limit that can be set: positions are kept in 31 bits, and memory ends long before.
    public static let most = 1_000_000_000

    /// Flows kept apart, about 210 bytes each; packets of further ones are booked on one entry of other IP.
    public var flows: Int
    /// Different host names, and addresses that have one; flows to further ones are named by their address.
    public var names: Int

    /// Limits; the usual ones unless given.
    public init(flows: Int = 4_000_000, names: Int = 1_000_000) {
        (self.flows, self.names) = (flows, names)
    }
}
