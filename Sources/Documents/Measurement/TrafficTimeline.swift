/// IP bytes over time by whose traffic it is: what a chart of a walk shows.
///
/// All series have as many bins. Over all of them, the bytes are those of all packets that were measured and have a time.
public struct TrafficTimeline: Hashable, Codable, Sendable {
    /// One party's bytes, bin by bin.
    public struct Series: Hashable, Codable, Sendable {
        /// Whose traffic it is; absent for IP packets of no host.
        public var party: Party?
        /// IP bytes from the device in each bin.
        public var up: [Int]
        /// IP bytes to the device in each bin.
        public var down: [Int]

        /// A party's bytes.
        public init(party: Party?, up: [Int], down: [Int]) {
            self.party = party
            self.up = up
            self.down = down
        }
    }

    /// When the first bin begins.
    public var start: Timestamp
    /// How long a bin lasts, in seconds: 0.25, or that doubled until a capture has no more bins than are kept.
    public var binSeconds: Double
    /// By party; those without bytes are left out.
    public var series: [Series]

    /// A timeline from its parts.
    public init(start: Timestamp, binSeconds: Double, series: [Series]) {
        self.start = start
        self.binSeconds = binSeconds
        self.series = series
    }

    /// Number of bins.
    public var bins: Int { series.first?.up.count ?? 0 }
}
