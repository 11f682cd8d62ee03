/// Traffic that belongs together, by host and by kind.
///
/// In every figure: sum of `hosts` + `otherIP` + `nonIP` = `traffic`.
public struct Section: Hashable, Codable, Sendable {
    /// All of it.
    public var traffic: Traffic
    /// TCP and UDP traffic by host, most IP bytes first.
    public var hosts: [HostTraffic]
    /// IP packets without a usable TCP or UDP header.
    public var otherIP: Traffic
    /// Frames without an IP header.
    public var nonIP: Traffic
    /// `traffic` less that of background hosts; absent in documents of earlier versions.
    public var withoutBackground: Traffic?
    /// TCP and UDP traffic by what it is; absent in documents of earlier versions.
    public var breakdown: Breakdown?

    /// A section from its parts.
    public init(
        traffic: Traffic = .zero, hosts: [HostTraffic] = [], otherIP: Traffic = .zero, nonIP: Traffic = .zero,
        withoutBackground: Traffic? = nil, breakdown: Breakdown? = nil
    ) {
        self.traffic = traffic
        self.hosts = hosts
        self.otherIP = otherIP
        self.nonIP = nonIP
        self.withoutBackground = withoutBackground
        self.breakdown = breakdown
    }
}
