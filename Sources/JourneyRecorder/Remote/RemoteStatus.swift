public import Documents
import FoundationEssentials

/// How a recording is doing, as programs read it: one JSON object, `ecoproxy.status/1`.
public struct RemoteStatus: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.status/1" }

    /// Always `ecoproxy.status/1`.
    public var schema = Self.schemaIdentifier
    /// When the figures were taken: no later packet is in them.
    public var time: Timestamp
    /// Seconds since the recording began.
    public var seconds: Double
    /// Packets recorded.
    public var packets: Int
    /// Packets that the kernel or the interface dropped.
    public var dropped: Int
    /// IP bytes from the device, background hosts left out.
    public var up: Int
    /// IP bytes to the device, background hosts left out.
    public var down: Int
    /// IP bytes both ways of background hosts.
    public var background: Int
    /// When the latest packet of a connection of the app came, by this machine's clock; absent while there was none.
    public var lastActivity: Timestamp?
    /// Seconds since that packet, or since the recording began.
    public var quietSeconds: Double
    /// The step that is being walked; absent between steps.
    public var step: StepStatus?
    /// Which time the journey is walked, from 1.
    public var round: Int
    /// Steps begun so far.
    public var stepsBegun: Int

    /// The step that is being walked.
    public struct StepStatus: Hashable, Codable, Sendable {
        /// Its identifier.
        public var id: String
        /// Which time it is walked, from 1.
        public var iteration: Int
        /// Seconds so far, pauses left out.
        public var seconds: Double
        /// IP bytes from the device, background hosts left out.
        public var up: Int
        /// IP bytes to the device, background hosts left out.
        public var down: Int
        /// Whether it is paused.
        public var paused: Bool
    }

    /// The status of a recording.
    ///
    /// - Parameters:
    ///   - progress: what it has seen.
    ///   - position: how far the walk is.
    ///   - begin: when it began.
    ///   - now: the current time, for a recording that hasn't looked yet.
    public init(_ progress: Recording.Progress, position: WalkPosition, begin: Timestamp, now: Timestamp) {
        let live = progress.live
        time = live?.time ?? now
        seconds = max(0, time.seconds(since: begin))
        (packets, dropped) = (progress.packets, progress.dropped)
        (up, down) = (live?.whole.up ?? 0, live?.whole.down ?? 0)
        background = live?.background.both ?? 0
        lastActivity = live?.lastActivity
        quietSeconds = live?.quietSeconds(since: begin) ?? seconds
        round = position.round
        stepsBegun = position.timeline.steps.count
        step = position.current.map { index in
            let walked = position.timeline.steps[index]
            let seen = live.flatMap { $0.steps.indices.contains(index) ? $0.steps[index] : nil }
            return StepStatus(
                id: walked.step.id, iteration: walked.iteration, seconds: walked.seconds(closedAt: max(time, now)),
                up: seen?.volume.up ?? 0, down: seen?.volume.down ?? 0, paused: position.isPaused)
        }
    }

    /// One line of JSON, with a line feed.
    public func line() throws -> String { try Self.line(self) }

    /// One line of JSON for a value, keys sorted, with a line feed.
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
