import Documents

/// What `doctor` finds on this machine. JSON Schema: `docs/formats/doctor.schema.json`.
struct DoctorReport: SchemaDocument {
    static var schemaIdentifier: String { "ecoproxy.doctor/1" }

    var schema = Self.schemaIdentifier
    /// The program that looked.
    var tool = Tool.ecoproxy
    /// What was looked at, in the order said.
    var checks: [Check]
    /// The interfaces, those most likely meant first.
    var interfaces: [Interface]
    /// Android devices that adb shows; absent where adb isn't installed, or doesn't answer.
    var androidDevices: [AndroidDevice]?
    /// How to record beside the kind of device that was asked for.
    var recipe: Recipe?

    /// One thing looked at.
    struct Check: Codable, Sendable {
        enum Status: String, Codable {
            /// It is as it should be.
            case ok
            /// Recording works, but a reader should know.
            case note
            /// Recording doesn't work without it.
            case missing
        }

        var id: String
        var status: Status
        /// What was found.
        var found: String
        /// What to do about it; absent where nothing needs doing.
        var remedy: String?
    }

    /// An interface that can be captured on.
    struct Interface: Codable, Sendable {
        var name: String
        var addresses: [String]
        var up: Bool
        var loopback: Bool
        /// Packets in a second, both ways; absent where the system doesn't count them.
        var packetsPerSecond: Int?
        /// Offloads that are on and make packets longer than the network's, as `ethtool -K` calls them; absent where unknown.
        var offloads: [String]?
    }

    /// A device that adb shows.
    struct AndroidDevice: Codable, Sendable {
        var serial: String
        /// Its state in adb's words: `device` where it can be used.
        var state: String
        /// Its model in adb's words.
        var model: String?
        /// Whether commands can run as root on it; absent where it didn't answer.
        var root: Bool?
        /// Whether it has tcpdump; absent where it didn't answer.
        var tcpdump: Bool?
        /// How far its clock is ahead of this machine's, in seconds; absent where it didn't answer.
        var clockOffsetSeconds: Double?
        /// The offset is off by so much at most, in seconds.
        var clockErrorSeconds: Double?
    }

    /// Whether something is missing without which nothing can be recorded.
    var isLacking: Bool { checks.contains { $0.status == .missing } }
}
