import Documents

/// The battery history of `adb shell dumpsys batterystats -c`.
///
/// Lines `9,h,DELTA,EVENT,...` have the milliseconds since the line before and what changed: `Bcc` the charge left in
/// mAh, `Bv` the voltage in mV, `Bp` what is plugged in (`n` nothing); `9,h,DELTA:TIME:MS` and `:RESET:TIME:` set the
/// clock, in milliseconds since 1970, which `:START` loses (AOSP `BatteryStats.HistoryPrinter`; samples in
/// google/perfetto@948c6aa test/trace_processor/diff_tests/parser/android/tests_dumpstate.py and the tests of
/// google/battery-historian `parseutils`). Other lines are totals since the last charge: of no moment, and modelled by
/// a power profile, so that they aren't used.
enum BatteryStatsHistory {
    /// The series in a history.
    static func series(_ lines: EnergyLines, _ options: EnergyOptions) throws(EnergyFileError) -> EnergySeries {
        var lines = lines
        var history = History(options)
        var isCheckin = false
        while let line = try lines.next() {
            if line.hasPrefix("9,") { isCheckin = true }
            guard line.hasPrefix("9,h,") else { continue }
            do throws(EnergyFileError.Problem) {
                try history.add(line.dropFirst(4).split(separator: ",", omittingEmptySubsequences: false))
            } catch {
                throw EnergyFileError(error, file: lines.file, line: lines.number)
            }
        }
        guard isCheckin else { throw EnergyFileError(.notOfFormat(.batterystats), file: lines.file) }
        return try history.battery.series(options, file: lines.file, ifEmpty: .noHistory)
    }

    /// What the lines have said so far.
    struct History {
        private(set) var battery = BatteryLog()
        private var clock: EnergyClock
        /// Milliseconds since 1970; `nil` until a line sets the clock.
        private var now: Int64?
        private var coulombs: Double?
        private var volts: Double?
        private var isPlugged = false

        init(_ options: EnergyOptions) {
            clock = EnergyClock(options)
        }

        mutating func add(_ fields: [Substring]) throws(EnergyFileError.Problem) {
            let head = fields[0].split(separator: ":")
            guard let first = head.first, let delta = Int64(first), delta >= 0 else {
                throw .badNumber(String(fields[0]))
            }
            if let before = now {
                let (sum, overflow) = before.addingReportingOverflow(delta)
                guard !overflow else { throw .timeOutOfRange }
                now = sum
            }
            if head.dropFirst().contains("START") { now = nil }
            if let index = head.firstIndex(of: "TIME") {
                guard index + 1 < head.count, let time = Int64(head[index + 1]), time >= 0 else {
                    throw .badTime(String(fields[0]))
                }
                now = time
            }
            try add(events: fields.dropFirst())
        }

        private mutating func add(events: ArraySlice<Substring>) throws(EnergyFileError.Problem) {
            var tellsBattery = false
            for event in events {
                if event.hasPrefix("Bcc=") {
                    coulombs = try Self.number(event.dropFirst(4)) * EnergyColumn.milliampereHours.scale
                    tellsBattery = true
                } else if event.hasPrefix("Bv=") {
                    volts = try Self.number(event.dropFirst(3)) * EnergyColumn.millivolts.scale
                } else if event.hasPrefix("Bp=") {
                    isPlugged = event != "Bp=n"
                    tellsBattery = true
                }
            }
            guard tellsBattery, let now, let coulombs else { return }
            let (nanoseconds, overflow) = now.multipliedReportingOverflow(by: 1_000_000)
            guard !overflow else { throw .timeOutOfRange }
            try battery.add(
                EnergySeries.BatteryReading(
                    time: try clock.moment(nanoseconds: nanoseconds), coulombs: coulombs, volts: volts,
                    isPlugged: isPlugged))
        }

        private static func number(_ text: Substring) throws(EnergyFileError.Problem) -> Double {
            guard let number = DecimalText.number(text), number >= 0 else { throw .badNumber(String(text)) }
            return number
        }
    }
}
