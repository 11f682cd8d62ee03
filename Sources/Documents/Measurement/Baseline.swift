/// What the device exchanges at rest, before the app is used: to compare with, and never subtracted.
public struct Baseline: Hashable, Codable, Sendable {
    /// Where it was measured.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// In a capture of its own.
        case capture
        /// In steps of the journey of type `baseline`.
        case step
    }

    /// Where it was measured.
    public var kind: Kind
    /// How long, in seconds.
    public var seconds: Double
    /// What was exchanged meanwhile.
    public var traffic: Traffic
    /// IP bytes both ways in a minute; absent if there was no time.
    public var bytesPerMinute: Double?
    /// The captures, where they are others than the measurement's.
    public var sources: [Source]?
    /// TCP and UDP traffic by host, most IP bytes first.
    public var hosts: [HostTraffic]

    /// A baseline.
    public init(
        kind: Kind, seconds: Double, traffic: Traffic, sources: [Source]? = nil, hosts: [HostTraffic] = []
    ) {
        self.kind = kind
        self.seconds = seconds
        self.traffic = traffic
        self.sources = sources
        self.hosts = hosts
        bytesPerMinute = seconds > 0 ? Double(traffic.both.ipBytes) * 60 / seconds : nil
    }

    /// IP bytes that the device would have exchanged at rest in some time, if it went on as before.
    public func bytes(inSeconds seconds: Double) -> Double? {
        bytesPerMinute.map { $0 * seconds / 60 }
    }
}
