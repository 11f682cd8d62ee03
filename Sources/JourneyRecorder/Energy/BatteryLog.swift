import Documents

/// What a battery said, moment by moment.
struct BatteryLog {
    private var readings: [EnergySeries.BatteryReading] = []

    /// Adds a reading; one of the same moment as the last takes its place.
    mutating func add(_ reading: EnergySeries.BatteryReading) throws(EnergyFileError.Problem) {
        if let last = readings.last {
            guard reading.time >= last.time else { throw .timeNotAfter(Timestamp(nanoseconds: last.time)) }
            if reading.time == last.time { readings.removeLast() }
        }
        guard readings.count < EnergyFile.maximumReadings else {
            throw .tooManyReadings(limit: EnergyFile.maximumReadings)
        }
        readings.append(reading)
    }

    /// The series that the readings tell; if there are none, `problem` is what is wrong.
    func series(
        _ options: EnergyOptions, file: String, ifEmpty problem: EnergyFileError.Problem
    ) throws(EnergyFileError) -> EnergySeries {
        guard !readings.isEmpty else { throw EnergyFileError(problem, file: file) }
        guard readings.contains(where: { !$0.isPlugged }) else { throw EnergyFileError(.alwaysPlugged, file: file) }
        guard options.volts != nil || readings.allSatisfy({ $0.volts != nil }) else {
            throw EnergyFileError(.voltageNeeded, file: file)
        }
        guard let series = EnergySeries(battery: readings, volts: options.volts) else {
            throw EnergyFileError(.tooFewReadings(found: readings.count), file: file)
        }
        return series
    }
}
