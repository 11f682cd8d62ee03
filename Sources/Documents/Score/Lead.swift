/// Something to improve, and what speaks for it.
public struct Lead: Hashable, Codable, Sendable {
    /// Whether the traffic shows it.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case found, notFound, notObservable
    }

    /// Why the traffic can't show it.
    public enum Obstacle: String, Codable, Sendable, CaseIterable {
        /// Requests and responses would have to be read.
        case encrypted
        /// The capture shows no server's name.
        case namesAbsent
        /// The journey declares no host of the publisher's own.
        case partiesUndeclared
    }

    /// A figure that speaks for it, and where it was seen.
    public struct Evidence: Hashable, Codable, Sendable {
        /// What is counted.
        public enum Unit: String, Codable, Sendable, CaseIterable {
            case bytes, names
        }

        /// The step where it was seen; absent for the whole journey.
        public var step: String?
        /// The host that it is about; absent for all of them.
        public var host: String?
        /// The figure, as the mean over iterations: IP bytes both ways, or names of servers.
        public var value: Double
        /// What is counted.
        public var unit: Unit
        /// The rule's threshold that it passes, in the same unit; absent where any amount counts.
        public var above: Double?

        /// A figure and its place.
        public init(step: String? = nil, host: String? = nil, value: Double, unit: Unit, above: Double? = nil) {
            self.step = step
            self.host = host
            self.value = value
            self.unit = unit
            self.above = above
        }
    }

    /// The rule's identifier.
    public var id: String
    /// Whether the traffic shows it.
    public var status: Status
    /// Why the traffic can't show it; present if `status` is `notObservable`.
    public var obstacle: Obstacle?
    /// Published criteria that ask for it, such as `RGESN 2024 2.10`.
    public var criteria: [String]
    /// What was seen, where; hosts with the heaviest first.
    public var evidence: [Evidence]
    /// Greenhouse gas attributed to the avoidable part, in kgCO2e ("attributed", never "saved").
    public var gain: Estimate?

    /// A lead that the traffic shows, or not.
    public init(
        id: String, status: Status, obstacle: Obstacle? = nil, criteria: [String], evidence: [Evidence] = [],
        gain: Estimate? = nil
    ) {
        self.id = id
        self.status = status
        self.obstacle = obstacle
        self.criteria = criteria
        self.evidence = evidence
        self.gain = gain
    }
}
