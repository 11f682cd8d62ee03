/// What one host sent and received.
public struct HostTraffic: Hashable, Codable, Sendable {
    /// The name under which hosts are listed together that are too light to be listed one by one; a space is in no host's name.
    public static let otherHosts = "other hosts"

    /// The host's name, or its address where no name was seen.
    public var name: String
    /// Where the name was read.
    public var nameSource: NameSource
    /// Whose host it is.
    public var party: Party
    /// What it serves, where that is known: a `Purpose`, or `dns` for name resolution.
    public var purpose: String?
    /// The registrable domain of its name, by which third parties are grouped.
    public var domain: String?
    /// Who runs it, where that is known.
    public var `operator`: String?
    /// What the device does there by itself, where that is known.
    public var background: BackgroundCategory?
    /// Its traffic, seen from the device.
    public var traffic: Traffic
    /// Number of flows (five-tuples) that carried it.
    public var flows: Int
    /// Number of flows whose first packet fell in the section; absent in documents of earlier versions.
    public var connections: Int?
    /// Number of flows whose hello has Encrypted Client Hello: the name is the outer one, and may stand for another. Absent for none.
    public var encryptedHellos: Int?
    /// Number of flows whose hello of TLS or QUIC names no server. Absent for none.
    public var namelessHellos: Int?

    /// A host with its traffic.
    public init(
        name: String, nameSource: NameSource, party: Party, purpose: String? = nil, domain: String? = nil,
        operator: String? = nil, background: BackgroundCategory? = nil, traffic: Traffic = .zero, flows: Int = 0,
        connections: Int? = nil, encryptedHellos: Int? = nil, namelessHellos: Int? = nil
    ) {
        self.name = name
        self.nameSource = nameSource
        self.party = party
        self.purpose = purpose
        self.domain = domain
        self.operator = `operator`
        self.background = background
        self.traffic = traffic
        self.flows = flows
        self.connections = connections
        self.encryptedHellos = encryptedHellos
        self.namelessHellos = namelessHellos
    }
}
