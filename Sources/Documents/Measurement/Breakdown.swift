/// TCP and UDP traffic of a section by what it is. Each list is of the whole: its sum is that of the section's hosts.
public struct Breakdown: Hashable, Codable, Sendable {
    /// By whose hosts it is with: the raw values of `Party`.
    public var parties: [GroupTraffic]
    /// By what the hosts serve: the raw values of `Purpose`, `dns` for name resolution, `unknown` where it isn't known.
    public var purposes: [GroupTraffic]
    /// By the protocol that carries it: the raw values of `Transport`.
    public var transports: [GroupTraffic]
    /// By the version of the Internet Protocol: `ipv4` and `ipv6`.
    public var ipVersions: [GroupTraffic]
    /// By the device's app: its package, else its name, else `uid` and its number; `unknown` where nothing says. Absent where the
    /// capture names no app.
    public var apps: [GroupTraffic]?
    /// IP bytes both ways that connections of TLS and QUIC, opened in the section, took before the client's first data.
    public var openingBytes: Int

    /// A breakdown from its parts; nothing unless given.
    public init(
        parties: [GroupTraffic] = [], purposes: [GroupTraffic] = [], transports: [GroupTraffic] = [],
        ipVersions: [GroupTraffic] = [], apps: [GroupTraffic]? = nil, openingBytes: Int = 0
    ) {
        self.parties = parties
        self.purposes = purposes
        self.transports = transports
        self.ipVersions = ipVersions
        self.apps = apps
        self.openingBytes = openingBytes
    }

    /// The key of what isn't known.
    public static let unknown = "unknown"
}

/// Traffic that has something in common.
public struct GroupTraffic: Hashable, Codable, Sendable {
    /// What it has in common.
    public var key: String
    /// Its traffic, seen from the device.
    public var traffic: Traffic
    /// Number of flows (five-tuples) that carried it.
    public var flows: Int
    /// Number of flows whose first packet fell in the section.
    public var connections: Int

    /// Traffic with its key; none unless given.
    public init(key: String, traffic: Traffic = .zero, flows: Int = 0, connections: Int = 0) {
        self.key = key
        self.traffic = traffic
        self.flows = flows
        self.connections = connections
    }
}

/// The protocol that carries a flow's data, as its first packets tell.
public enum Transport: String, Codable, Sendable, CaseIterable {
    /// TCP without a greeting of TLS: in clear, or begun before the capture.
    case tcp
    /// TLS over TCP.
    case tls
    /// QUIC.
    case quic
    /// UDP that isn't QUIC.
    case udp
    /// Name resolution, in clear or encrypted.
    case dns
}
