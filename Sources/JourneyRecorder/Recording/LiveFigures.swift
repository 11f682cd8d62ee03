public import Documents

/// What a recording has seen so far, by step: for the eyes of who records, and for no result.
///
/// A packet that came while its marker was on the way may be shown under the step before; the replay of the bundle tells right.
public struct LiveFigures: Hashable, Sendable {
    /// IP bytes by direction.
    public struct Volume: Hashable, Sendable {
        /// From the device.
        public var up = 0
        /// To the device.
        public var down = 0
        /// Both together.
        public var both: Int { up + down }

        static func += (sum: inout Volume, other: Volume) {
            sum.up += other.up
            sum.down += other.down
        }
    }

    /// A step as it was walked so far.
    public struct Step: Hashable, Sendable {
        /// The step.
        public var step: JourneyStep
        /// Which time it is walked, from 1.
        public var iteration: Int
        /// Seconds walked, pauses left out.
        public var seconds: Double
        /// What it took, background hosts left out.
        public var volume = Volume()
    }

    /// A host that the current step talks to.
    public struct Host: Hashable, Sendable {
        /// Its name, or its address.
        public var name: String
        /// Whose it is.
        public var party: Party
        /// What carries most of it.
        public var transport: Transport
        /// IP bytes both ways.
        public var bytes: Int
    }

    /// Seconds that `rate` looks back.
    public static let window = 60

    /// When these figures were taken: no later packet is in them.
    public var time: Timestamp
    /// How far the walk is.
    public var position: WalkPosition
    /// The steps in the order walked, as in the position's timeline.
    public var steps: [Step]
    /// All packets, background hosts left out.
    public var whole = Volume()
    /// Of background hosts.
    public var background = Volume()
    /// The heaviest hosts of the current step, or of the whole where none is current, heaviest first; five at most.
    public var hosts: [Host] = []
    /// IP bytes in each second of the last minute, the current second last.
    public var rate: [Int] = []
    /// When a packet of a connection with a host that isn't the background's came last, by this machine's clock; `nil` while none did.
    public var lastActivity: Timestamp?

    /// Seconds without a packet of the app; since the recording's beginning while there was none.
    ///
    /// - Parameter begin: when the recording began.
    /// - Returns: seconds, up to the time of these figures.
    public func quietSeconds(since begin: Timestamp) -> Double {
        max(0, time.seconds(since: max(begin, lastActivity ?? begin)))
    }
}
