/// One step of the journey as it was walked: the half-open interval [start, end) of capture time.
public struct Step: Hashable, Codable, Sendable {
    /// Energy that the device used.
    public struct Energy: Hashable, Codable, Sendable {
        /// The part of the device that an instrument sees.
        public enum Part: String, Codable, Sendable, CaseIterable {
            /// Some of its power rails.
            case rails
            /// Processor and memory, without screen and radio.
            case processor
        }

        /// In joules; absent when not measured.
        public var joules: Double?
        /// How it is known.
        public var basis: Basis
        /// The part of the device that it is of; absent for the whole device.
        public var part: Part?

        /// Energy, not known unless given.
        public init(joules: Double? = nil, basis: Basis = .absent, part: Part? = nil) {
            self.joules = joules
            self.basis = basis
            self.part = part
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
    /// How long it is used in reality, as the journey declares it, in seconds; absent unless declared. Nothing here is changed by it.
    public var useSeconds: Double?
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
    /// `traffic` less that of background hosts; absent in documents of earlier versions.
    public var withoutBackground: Traffic?
    /// TCP and UDP traffic by what it is; absent in documents of earlier versions.
    public var breakdown: Breakdown?
    /// Energy that the device used.
    public var energy: Energy
    /// Time from the tester's action to the stable screen.
    public var displayTime: DisplayTime

    /// A step with the traffic that fell in it.
    public init(
        id: String, title: LocalizedText, type: StepType, critical: Bool, iteration: Int, start: Timestamp,
        end: Timestamp, seconds: Double, useSeconds: Double? = nil, section: Section, connections: Int,
        energy: Energy = Energy(),
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
        self.useSeconds = useSeconds
        self.traffic = section.traffic
        self.connections = connections
        self.hosts = section.hosts
        self.otherIP = section.otherIP
        self.nonIP = section.nonIP
        self.withoutBackground = section.withoutBackground
        self.breakdown = section.breakdown
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
