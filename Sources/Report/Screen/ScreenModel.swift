package import Documents

/// What a tester sees while recording, as values: no terminal, no clock.
package struct ScreenModel: Hashable, Sendable {
    /// A step of the list.
    package struct Row: Hashable, Sendable {
        /// How far a step is.
        package enum State: Hashable, Sendable {
            case ahead, current, paused, done
        }

        /// How far it is.
        package var state: State
        /// Its title.
        package var title: String
        /// Seconds walked; `nil` while it is ahead.
        package var seconds: Double?
        /// IP bytes from the device.
        package var up: Int
        /// IP bytes to the device.
        package var down: Int

        /// A row from its parts.
        package init(state: State, title: String, seconds: Double? = nil, up: Int = 0, down: Int = 0) {
            self.state = state
            self.title = title
            self.seconds = seconds
            self.up = up
            self.down = down
        }
    }

    /// A host that the current step talks to.
    package struct Host: Hashable, Sendable {
        /// Its name.
        package var name: String
        /// IP bytes both ways.
        package var bytes: Int
        /// What carries most of it.
        package var transport: Transport
        /// Whether the journey says who is first, and this one isn't.
        package var isUndeclared: Bool

        /// A host from its parts.
        package init(name: String, bytes: Int, transport: Transport, isUndeclared: Bool) {
            self.name = name
            self.bytes = bytes
            self.transport = transport
            self.isUndeclared = isUndeclared
        }
    }

    /// What the last line is for.
    package enum Footer: Hashable, Sendable {
        /// The keys.
        case keys
        /// All keys, explained.
        case help
        /// A step's name, as far as it is typed.
        case naming(String)
        /// A note, as far as it is typed.
        case noting(String)
    }

    /// What is recorded: the journey's title and application.
    package var title: String
    /// Where from.
    package var source: String
    /// Whether the app's caches were empty before.
    package var cache: CacheState?
    /// Which time the journey is walked, and how often it is to be.
    package var round = 1
    package var rounds = 1
    /// Seconds since the beginning.
    package var elapsed = 0.0
    /// IP bytes, background hosts left out.
    package var up = 0
    package var down = 0
    /// IP bytes of background hosts.
    package var background = 0
    /// Packets recorded, and lost.
    package var packets = 0
    package var dropped = 0
    /// The steps of this round, those ahead included.
    package var rows: [Row] = []
    /// Seconds without a packet of the app.
    package var quietSeconds = 0.0
    /// Most bytes that the journey allows the current step.
    package var budget: Int?
    /// IP bytes in each of the last seconds, the latest last.
    package var rate: [Int] = []
    /// The heaviest hosts of the step, heaviest first.
    package var hosts: [Host] = []
    /// What happened last, such as a marker taken back, or an error.
    package var remark: String?
    /// What the last line is for.
    package var footer = Footer.keys

    /// A screen with nothing on it but what is recorded.
    package init(title: String, source: String) {
        self.title = title
        self.source = source
    }

    /// So many seconds without a packet of the app are quiet (issue "Recording beside a device").
    package static let quiet = 3.0

    /// The step that is being walked, as an index in `rows`.
    package var current: Int? { rows.firstIndex { $0.state == .current || $0.state == .paused } }

    /// Whether the tester may go on: the step's traffic has ended.
    package var isQuiet: Bool { current != nil && quietSeconds >= Self.quiet }
}
