public import Documents

/// What a person says of an energy file that the file itself doesn't.
public struct EnergyOptions: Hashable, Sendable {
    /// Its format; recognised by its content unless given.
    public var format: EnergyFormat?
    /// Columns by what they hold, such as `time` or `watts`; recognised by their headers unless given.
    public var columns: [EnergyColumn: String]
    /// The moment that the file's zero stands for, where its times don't count from 1970.
    public var start: Timestamp?
    /// Nanoseconds by which the file's clock is behind the capture's: added to every time.
    public var offsetNanoseconds: Int64
    /// Volts, for charge or current without a voltage beside it; above 0.
    public var volts: Double?
    /// Names of the tracks that are summed up; all that are known as rails if empty.
    public var tracks: [String]

    /// Options; nothing said unless given.
    public init(
        format: EnergyFormat? = nil, columns: [EnergyColumn: String] = [:], start: Timestamp? = nil,
        offsetNanoseconds: Int64 = 0, volts: Double? = nil, tracks: [String] = []
    ) {
        self.format = format
        self.columns = columns
        self.start = start
        self.offsetNanoseconds = offsetNanoseconds
        self.volts = volts
        self.tracks = tracks
    }
}

extension EnergyOptions {
    /// Columns as a person names them: `time=Zeit,watts=Leistung`.
    ///
    /// - Parameter text: pairs of what a column holds and its header, separated by commas.
    /// - Returns: the headers by what they hold.
    /// - Throws: `.badMapping` for a pair that is none, a quantity that isn't known, or one twice.
    public static func columns(_ text: String) throws(EnergyFileError.Problem) -> [EnergyColumn: String] {
        var columns: [EnergyColumn: String] = [:]
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let sign = pair.firstIndex(of: "="), let column = EnergyColumn(rawValue: String(pair[..<sign])),
                columns.updateValue(String(pair[sign...].dropFirst()), forKey: column) == nil
            else { throw .badMapping(String(pair)) }
        }
        return columns
    }

    /// An offset as a person gives it, in seconds such as `-1.5`.
    ///
    /// - Parameter seconds: a number, with point or comma.
    /// - Returns: nanoseconds.
    /// - Throws: `.badNumber` for what is none, or more than 292 years.
    public static func offset(_ seconds: String) throws(EnergyFileError.Problem) -> Int64 {
        guard let nanoseconds = DecimalText.nanoseconds(seconds, unit: 1_000_000_000) else { throw .badNumber(seconds) }
        return nanoseconds
    }
}
