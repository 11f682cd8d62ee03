import Documents

/// Turns the times of an energy file into capture time.
struct EnergyClock {
    private let options: EnergyOptions
    /// Nanoseconds in a unit; of a column without unit told by its first time.
    private var unit: Int64?
    /// Whether times count from the file's zero; told by the first time.
    private var isRelative: Bool?

    /// A clock; `unit` is the number of nanoseconds in the unit of times, if the file says so.
    init(_ options: EnergyOptions, unit: Int64? = nil) {
        self.options = options
        self.unit = unit
    }

    /// 1973-03-03T09:46:40Z in seconds: from there to the year 5138 a number of seconds is smaller than one of
    /// milliseconds, that than one of microseconds, and so on, so that the first number tells its unit. No journey is
    /// older, and none takes a hundred million seconds.
    private static let firstEpochSecond: Int64 = 100_000_000

    /// The moment of a time as written: RFC 3339, or a number.
    mutating func moment(_ text: some StringProtocol) throws(EnergyFileError.Problem) -> Int64 {
        if let time = Timestamp(text) { return try shifted(time.nanoseconds) }
        guard let number = DecimalText.number(text) else { throw .badTime(String(text)) }
        if isRelative == nil { settle(number) }
        guard let nanoseconds = DecimalText.nanoseconds(text, unit: unit ?? 1_000_000_000) else {
            throw .badTime(String(text))
        }
        return try moment(nanoseconds: nanoseconds)
    }

    /// The moment of a number of nanoseconds, since 1970 or since the file's zero.
    mutating func moment(nanoseconds: Int64) throws(EnergyFileError.Problem) -> Int64 {
        let relative = isRelative ?? (nanoseconds < Self.firstEpochSecond * 1_000_000_000)
        isRelative = relative
        guard relative else { return try shifted(nanoseconds) }
        guard let start = options.start else { throw .startNeeded }
        let (moment, overflow) = start.nanoseconds.addingReportingOverflow(nanoseconds)
        guard !overflow else { throw .timeOutOfRange }
        return try shifted(moment)
    }

    private mutating func settle(_ number: Double) {
        let first = Double(Self.firstEpochSecond)
        if unit == nil {
            let units: [(Double, Int64)] = [(first * 1e9, 1), (first * 1e6, 1000), (first * 1e3, 1_000_000)]
            unit = units.first { number >= $0.0 }?.1 ?? 1_000_000_000
        }
        isRelative = number * Double(unit ?? 1_000_000_000) < first * 1e9
    }

    private func shifted(_ nanoseconds: Int64) throws(EnergyFileError.Problem) -> Int64 {
        let (moment, overflow) = nanoseconds.addingReportingOverflow(options.offsetNanoseconds)
        guard !overflow, moment >= 0 else { throw .timeOutOfRange }
        return moment
    }
}
