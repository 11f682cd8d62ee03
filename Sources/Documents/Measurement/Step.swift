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

    /// A section from its parts.
    public init(
        traffic: Traffic = .zero, hosts: [HostTraffic] = [], otherIP: Traffic = .zero, nonIP: Traffic = .zero
    ) {
        self.traffic = traffic
        self.hosts = hosts
        self.otherIP = otherIP
        self.nonIP = nonIP
    }
}

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

    /// A host with its traffic.
    public init(
        name: String, nameSource: NameSource, party: Party, purpose: String? = nil, domain: String? = nil,
        operator: String? = nil, background: BackgroundCategory? = nil, traffic: Traffic = .zero, flows: Int = 0
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
    }
}

/// What one app of the device sent and received, as the device's own capture says.
public struct AppTraffic: Hashable, Codable, Sendable {
    /// The number that Android gives the app; negative where it isn't known.
    public var uid: Int
    /// The app's name, where the capture has it.
    public var name: String?
    /// Number of packets.
    public var packets: Int
    /// Original lengths on the link, in bytes.
    public var wireBytes: Int

    /// An app with its traffic; none unless given.
    public init(uid: Int, name: String? = nil, packets: Int = 0, wireBytes: Int = 0) {
        self.uid = uid
        self.name = name
        self.packets = packets
        self.wireBytes = wireBytes
    }
}

/// One step of the journey as it was walked: the half-open interval [start, end) of capture time.
public struct Step: Hashable, Codable, Sendable {
    /// Energy that the device used.
    public struct Energy: Hashable, Codable, Sendable {
        /// In joules; absent when not measured.
        public var joules: Double?
        /// How it is known.
        public var basis: Basis

        /// Energy, not known unless given.
        public init(joules: Double? = nil, basis: Basis = .absent) {
            self.joules = joules
            self.basis = basis
        }
    }

    /// Time from the tester's action to the stable screen.
    public struct DisplayTime: Hashable, Codable, Sendable {
        /// In seconds; absent when not measured.
        public var seconds: Double?
        /// How it is known.
        public var basis: Basis

        /// Display time, not known unless given.
        public init(seconds: Double? = nil, basis: Basis = .absent) {
            self.seconds = seconds
            self.basis = basis
        }
    }

    /// The step's identifier in the journey.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// What it is.
    public var type: StepType
    /// Whether the journey marks it as critical.
    public var critical: Bool
    /// Which time it was walked, from 1.
    public var iteration: Int
    /// Its first moment.
    public var start: Timestamp
    /// The first moment after it.
    public var end: Timestamp
    /// Its duration in seconds, pauses left out.
    public var seconds: Double
    /// What its packets carried.
    public var traffic: Traffic
    /// Number of flows (five-tuples) whose first packet fell in it.
    public var connections: Int
    /// TCP and UDP traffic by host, most IP bytes first.
    public var hosts: [HostTraffic]
    /// IP packets without a usable TCP or UDP header.
    public var otherIP: Traffic
    /// Frames without an IP header.
    public var nonIP: Traffic
    /// Energy that the device used.
    public var energy: Energy
    /// Time from the tester's action to the stable screen.
    public var displayTime: DisplayTime

    /// A step with the traffic that fell in it.
    public init(
        id: String, title: LocalizedText, type: StepType, critical: Bool, iteration: Int, start: Timestamp,
        end: Timestamp, seconds: Double, section: Section, connections: Int, energy: Energy = Energy(),
        displayTime: DisplayTime = DisplayTime()
    ) {
        self.id = id
        self.title = title
        self.type = type
        self.critical = critical
        self.iteration = iteration
        self.start = start
        self.end = end
        self.seconds = seconds
        self.traffic = section.traffic
        self.connections = connections
        self.hosts = section.hosts
        self.otherIP = section.otherIP
        self.nonIP = section.nonIP
        self.energy = energy
        self.displayTime = displayTime
    }

    /// IP bytes both ways without those of background hosts: the "data exchanged" that the score looks at.
    public var exchangedBytes: Int {
        // Wrapping as `TrafficCounts` does: a document can come from anyone, and no figure in it may stop the program.
        traffic.both.ipBytes
            &- hosts.reduce(0) { $0 &+ ($1.party == .background ? $1.traffic.both.ipBytes : 0) }
    }
}
