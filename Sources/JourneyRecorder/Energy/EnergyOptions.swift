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
