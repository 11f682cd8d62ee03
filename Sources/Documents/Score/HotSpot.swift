/// A step that weighs more than its part.
public struct HotSpot: Hashable, Codable, Sendable {
    /// What the step weighs in.
    public enum Measure: String, Codable, Sendable, CaseIterable {
        case data, energy, ghg, water, land
    }

    /// A host within a hot step.
    public struct HostShare: Hashable, Codable, Sendable {
        /// The host's name.
        public var name: String
        /// Its part of the step's IP bytes, 0 to 1.
        public var share: Double

        /// A host's part.
        public init(name: String, share: Double) {
            self.name = name
            self.share = share
        }
    }

    /// A group of hosts within a hot step.
    public struct GroupShare: Hashable, Codable, Sendable {
        /// What they have in common: a raw value of `Party`, or of `Purpose`; `dns` and `unknown` as in `Breakdown`.
        public var key: String
        /// Their part of the step's IP bytes, 0 to 1.
        public var share: Double

        /// A group's part.
        public init(key: String, share: Double) {
            self.key = key
            self.share = share
        }
    }

    /// The life-cycle part that most of a step's impact arises in.
    public struct PartShare: Hashable, Codable, Sendable {
        /// Which part.
        public var key: Indicator.Part
        /// Its share of the step's impact, central case, 0 to 1.
        public var share: Double

        /// A life-cycle part's share.
        public init(key: Indicator.Part, share: Double) {
            self.key = key
            self.share = share
        }
    }

    /// How long a hot step took, or is used where the journey declares that.
    public struct Duration: Hashable, Codable, Sendable {
        /// The mean over its walks, in seconds.
        public var seconds: Double
        /// Its part of the journey's time, 0 to 1.
        public var share: Double

        /// A duration and its part of the journey's.
        public init(seconds: Double, share: Double) {
            self.seconds = seconds
            self.share = share
        }
    }

    /// The step's identifier.
    public var step: String
    /// Always absent: hot spots are of the mean over walks. Kept, since a format only adds until its number changes.
    public var iteration: Int?
    /// What it weighs in.
    public var measure: Measure
    /// Its part of the journey, 0 to 1.
    public var share: Double
    /// The hosts that carry most of its bytes, heaviest first; empty where bytes aren't what makes it heavy.
    public var hosts: [HostShare]
    /// Whose hosts carry its bytes, heaviest first; absent where `hosts` is empty, and in documents of earlier versions.
    public var parties: [GroupShare]?
    /// What its bytes serve, heaviest first; absent where `hosts` is empty, and in documents of earlier versions.
    public var purposes: [GroupShare]?
    /// Where most of its impact arises; absent for data and energy, and in documents of earlier versions.
    public var part: PartShare?
    /// How long it took; absent for data, and in documents of earlier versions.
    public var duration: Duration?

    /// A hot spot.
    public init(
        step: String, iteration: Int?, measure: Measure, share: Double, hosts: [HostShare] = [],
        parties: [GroupShare]? = nil, purposes: [GroupShare]? = nil, part: PartShare? = nil, duration: Duration? = nil
    ) {
        self.step = step
        self.iteration = iteration
        self.measure = measure
        self.share = share
        self.hosts = hosts
        self.parties = parties
        self.purposes = purposes
        self.part = part
        self.duration = duration
    }
}
