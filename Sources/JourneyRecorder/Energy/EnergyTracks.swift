import Documents

/// Readings of several instruments in one file, by the names of their tracks.
struct EnergyTracks {
    /// The readings of each track, each later than the one before.
    private(set) var readings: [String: [EnergySeries.Reading]] = [:]
    private var clock: EnergyClock
    private var count = 0

    /// Most tracks that are kept.
    static let maximumTracks = 1000

    /// No readings yet; `unit` is the number of nanoseconds in the unit of times, if the file says so.
    init(_ options: EnergyOptions, unit: Int64?) {
        clock = EnergyClock(options, unit: unit)
    }

    /// The names of the tracks, in alphabetical order.
    var names: [String] { readings.keys.sorted() }

    /// Adds a reading.
    mutating func add(_ name: String, time: String, value: String) throws(EnergyFileError.Problem) {
        guard let number = DecimalText.number(value) else { throw .badNumber(value) }
        try add(name, at: try clock.moment(time), value: number)
    }

    /// Adds a reading at a moment of capture time.
    mutating func add(_ name: String, at moment: Int64, value: Double) throws(EnergyFileError.Problem) {
        if let last = readings[name]?.last, moment <= last.time {
            throw .timeNotAfter(Timestamp(nanoseconds: last.time))
        }
        count += 1
        guard count <= EnergyFile.maximumReadings, readings.count < Self.maximumTracks || readings[name] != nil else {
            throw .tooManyReadings(limit: EnergyFile.maximumReadings)
        }
        readings[name, default: []].append(EnergySeries.Reading(time: moment, value: value))
    }
}
