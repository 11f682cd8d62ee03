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
        /// A measurement has a total per step, and not when in it something was sent.
        case timingAbsent
        /// The measurement doesn't say which version of HTTP was agreed on.
        case protocolAbsent
        /// Display time wasn't measured on every step that has one.
        case displayTimeAbsent
        /// The measurement, of an earlier version, counts no connections by host.
        case connectionsAbsent
        /// The journey has no step that could show it.
        case stepAbsent
        /// Only the publisher can say it.
        case undeclared
    }

    /// A figure that speaks for it, and where it was seen.
    public struct Evidence: Hashable, Codable, Sendable {
        /// What is counted.
        public enum Unit: String, Codable, Sendable, CaseIterable {
            /// IP bytes both ways, unless the rule says otherwise.
            case bytes
            /// Names of servers.
            case names
            /// Connections begun.
            case connections
            /// Seconds to display.
            case seconds
            /// Operators of audience measurement.
            case tools
        }

        /// The step where it was seen; absent for the whole journey.
        public var step: String?
        /// The host that it is about; absent for all of them.
        public var host: String?
        /// What the host serves, where that is known: a `Purpose`.
        public var purpose: String?
        /// What was counted, by name; absent where the figure counts nothing that has a name.
        public var names: [String]?
        /// The figure, as the mean over iterations.
        public var value: Double
        /// What is counted.
        public var unit: Unit
        /// The rule's threshold that it passes, in the same unit; absent where any amount counts.
        public var above: Double?

        /// A figure and its place.
        public init(
            step: String? = nil, host: String? = nil, purpose: String? = nil, names: [String]? = nil, value: Double,
            unit: Unit, above: Double? = nil
        ) {
            self.step = step
            self.host = host
            self.purpose = purpose
            self.names = names
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
    /// Published criteria that ask for it, such as `RGESN 2024 2.10`, and sheets that say how, such as `RWEB_4001`.
    public var criteria: [String]
    /// What was seen, where; hosts with the heaviest first.
    public var evidence: [Evidence]
    /// Greenhouse gas attributed to the avoidable part, in kgCO2e ("attributed", never "saved").
    public var gain: Estimate?
    /// The same with bytes, all indicators and points; absent where no part can be told, and in documents of earlier versions.
    public var gains: Gains?

    /// A lead that the traffic shows, or not.
    public init(
        id: String, status: Status, obstacle: Obstacle? = nil, criteria: [String], evidence: [Evidence] = [],
        gain: Estimate? = nil, gains: Gains? = nil
    ) {
        self.id = id
        self.status = status
        self.obstacle = obstacle
        self.criteria = criteria
        self.evidence = evidence
        self.gain = gain
        self.gains = gains
    }
}
