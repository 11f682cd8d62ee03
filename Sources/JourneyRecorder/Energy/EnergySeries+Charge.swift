import Documents

extension EnergySeries {
    /// What a battery said at a moment.
    struct BatteryReading: Hashable, Sendable {
        /// When, in nanoseconds since the Unix epoch.
        var time: Int64
        /// Coulombs left.
        var coulombs: Double
        /// Volts; absent if the format leaves it to the person.
        var volts: Double?
        /// Whether the device draws from a supply, so that the battery doesn't tell what it uses.
        var isPlugged = false
    }

    /// A series from a battery's charge: energy is the charge lost times the mean voltage meanwhile.
    ///
    /// Gauges count in coarse steps (often whole milliampere-hours), so only the readings at which the charge changed
    /// say anything: there the charge is just what the gauge shows. Power is level between two such moments, and
    /// nothing is known before the first and after the last of them. Where the charge rises, or a supply is plugged
    /// in, the battery doesn't tell what the device uses, and there is a gap.
    ///
    /// Readings come in the order of time; `volts` is the voltage where one has none. `nil` if the charge fell less
    /// than twice, or a voltage that is needed is missing.
    init?(battery: [BatteryReading], volts: Double?) {
        var intervals: [Interval] = []
        var previous: BatteryReading?
        var change: BatteryReading?
        for reading in battery {
            defer { previous = reading }
            if reading.isPlugged {
                change = nil
                continue
            }
            guard let last = previous, !last.isPlugged, reading.coulombs != last.coulombs else { continue }
            defer { change = reading }
            guard reading.coulombs < last.coulombs, let change,
                let from = change.volts ?? volts, let to = reading.volts ?? volts
            else { continue }
            let joules = (change.coulombs - reading.coulombs) * (from + to) / 2
            intervals.append(Interval(start: change.time, end: reading.time, joules: joules))
        }
        self.init(intervals: intervals, scope: .device)
    }
}
