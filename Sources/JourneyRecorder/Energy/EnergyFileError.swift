public import Documents

/// An energy file that can't be used: which rule is broken, in which file, on which line.
public struct EnergyFileError: Error, Hashable, Sendable {
    /// The rule that is broken.
    public enum Problem: Error, Hashable, Sendable {
        /// Larger than an energy file can be.
        case tooLarge(bytes: Int, limit: Int)
        /// More readings than are kept.
        case tooManyReadings(limit: Int)
        /// Not UTF-8.
        case notUTF8
        /// Of no known format.
        case unknownFormat
        /// Not of the format that was named.
        case notOfFormat(EnergyFormat)
        /// A column that must be there.
        case missingColumn(String)
        /// A column that a mapping names and the file doesn't have.
        case unknownColumn(String, columns: [String])
        /// Two columns that could be meant.
        case ambiguousColumns(String, String)
        /// Another number of cells than the first line has.
        case wrongCellCount(found: Int, expected: Int)
        /// A cell or value that is no number in range.
        case badNumber(String)
        /// Text that is no time.
        case badTime(String)
        /// Times that count from a moment that the file doesn't tell.
        case startNeeded
        /// A time outside 1970 to 2262.
        case timeOutOfRange
        /// Not later than the reading before.
        case timeNotAfter(Timestamp)
        /// Charge or current without a voltage.
        case voltageNeeded
        /// Power below zero.
        case negativePower
        /// Current that flows in both directions: the device was charged in between.
        case currentChangesSign
        /// An energy counter that went down.
        case counterWentBack
        /// A key or value that a report must have.
        case missingKey(String)
        /// A zone of which it isn't known whether others contain it.
        case unknownZone(String)
        /// No track of energy, or none of those asked for.
        case noTracks(found: [String])
        /// Charging all along.
        case alwaysPlugged
        /// Too few readings to tell any energy from.
        case tooFewReadings(found: Int)
        /// Totals without moments.
        case noHistory
        /// A Perfetto configuration, or a trace as text, in place of a table.
        case perfettoSource
        /// A pair of a mapping that isn't one of a known quantity and a header, or stands twice.
        case badMapping(String)
    }

    /// The file's name, as given.
    public var file: String
    /// The line, from 1; `nil` for the file as a whole.
    public var line: Int?
    /// What is wrong.
    public var problem: Problem

    /// An error of a file.
    public init(_ problem: Problem, file: String, line: Int? = nil) {
        self.file = file
        self.line = line
        self.problem = problem
    }
}

extension EnergyFileError: CustomStringConvertible {
    /// The sentence for a person: file, line, what is wrong and what to do.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
    }
}

extension EnergyFileError.Problem: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "\(bytes) bytes are too many here; the limit is \(limit). Cut the file to the time of the journey"
        case .tooManyReadings(let limit): "more than \(limit) readings; cut the file, or keep every tenth reading"
        case .notUTF8: "this is not UTF-8 text"
        case .unknownFormat:
            "this is no energy file that is known; name its format with --energy-format, one of \(Self.formats)"
        case .notOfFormat(let format): "this is not what \(format.rawValue) writes (\(format.summary))"
        case .missingColumn(let name): "there is no column of \(name); name it with --energy-columns"
        case .unknownColumn(let name, let columns):
            "there is no column '\(name)'\(Spelling.hint(for: name, among: columns, "the columns are"))"
        case .ambiguousColumns(let one, let other):
            "both '\(one)' and '\(other)' could be meant; say which with --energy-columns"
        case .wrongCellCount(let found, let expected):
            "\(found) cells where the first line has \(expected); the line is damaged, or its separator differs"
        case .badNumber(let text): "'\(text)' is no number that can be meant here"
        case .badTime(let text):
            "'\(text)' is no time: write seconds, milliseconds, microseconds or nanoseconds since 1970, or RFC 3339 "
                + "such as 2026-03-02T09:00:00.5Z"
        case .startNeeded:
            "times here don't count from 1970; say with --energy-start which moment their zero is "
                + "(in Perfetto, query to_realtime(ts) AS ts instead)"
        case .timeOutOfRange: "this time is not between 1970 and 2262; check --energy-start and --energy-offset"
        case .timeNotAfter(let previous): "this reading is not later than the one before, of \(previous)"
        case .voltageNeeded: "charge or current alone is no energy; give the voltage with --energy-voltage"
        case .negativePower: "power below zero; a device that is being charged doesn't tell what it uses"
        case .currentChangesSign:
            "the current changes its sign here: the battery was charged for a while; unplug the device and walk again"
        case .counterWentBack:
            "the energy counter goes down here; give the column max_energy_range_uj, or cut the file before it"
        case .missingKey(let key): "the key '\(key)' is missing, or is of another kind"
        case .unknownZone(let zone):
            "'\(zone)' is no zone such as package-0, dram, psys or intel-rapl:0; keep one package in the file"
        case .noTracks(let found):
            "no track of energy here; \(found.isEmpty ? "there is none" : "the tracks are \(found.joined(separator: ", "))")"
        case .alwaysPlugged: "the device drew from a supply all along; unplug it and walk again"
        case .tooFewReadings(let found): "\(found) readings tell no energy; read more often, or for longer"
        case .noHistory:
            "these are totals since the last charge, without moments; take the history: adb shell dumpsys batterystats -c"
        case .perfettoSource:
            "this is a configuration or a trace of Perfetto; give its counters as a table: trace_processor query trace "
                + "\"select to_realtime(ts) as ts, t.name, value from counter c join counter_track t on c.track_id = t.id\""
        case .badMapping(let pair):
            "'\(pair)' is no pair such as watts=Leistung, or stands twice; quantities are \(Self.quantities)"
        }
    }

    private static let quantities = EnergyColumn.allCases.map(\.rawValue).joined(separator: ", ")
    private static let formats = EnergyFormat.allCases.map(\.rawValue).joined(separator: ", ")
}
