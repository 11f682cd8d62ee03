import Documents

/// A log of `adb shell dumpsys battery`, each time after a line with the time.
///
/// Recorded by, for instance, `while sleep 1; do adb shell 'date +%s.%N; dumpsys battery'; done`. Of each dump
/// `Charge counter:` (microampere-hours), `voltage:` (millivolts) and `AC`, `USB`, `Wireless`, `Dock powered:` are
/// read (AOSP `BatteryService.dumpInternal`); makers add lines after those, such as a second `charge counter:`, which
/// are skipped.
enum DumpsysBattery {
    /// The series in a log.
    static func series(_ lines: EnergyLines, _ options: EnergyOptions) throws(EnergyFileError) -> EnergySeries {
        var lines = lines
        var log = Log(options)
        while let line = try lines.next() {
            do throws(EnergyFileError.Problem) {
                try log.add(line.trimmingBlanks())
            } catch {
                throw EnergyFileError(error, file: lines.file, line: lines.number)
            }
        }
        do throws(EnergyFileError.Problem) {
            try log.finish()
        } catch {
            throw EnergyFileError(error, file: lines.file, line: lines.number)
        }
        return try log.battery.series(options, file: lines.file, ifEmpty: .tooFewReadings(found: 0))
    }

    /// What the lines have said so far.
    struct Log {
        private(set) var battery = BatteryLog()
        private var clock: EnergyClock
        private var time: Int64?
        private var coulombs: Double?
        private var volts: Double?
        private var isPlugged = false

        init(_ options: EnergyOptions) {
            clock = EnergyClock(options)
        }

        mutating func add(_ line: Substring) throws(EnergyFileError.Problem) {
            guard let colon = line.firstIndex(of: ":"), !line.prefix(upTo: colon).allSatisfy(\.isTimeLike) else {
                // A line without words is a time, or nothing.
                if line.first?.isNumber == true {
                    try finish()
                    time = try clock.moment(line)
                }
                return
            }
            let value = line[colon...].dropFirst().trimmingBlanks()
            switch line[..<colon] {
            case "Charge counter":
                if coulombs == nil { coulombs = try Self.number(value) * EnergyColumn.microampereHours.scale }
            case "voltage":
                if volts == nil { volts = try Self.number(value) * EnergyColumn.millivolts.scale }
            case "AC powered", "USB powered", "Wireless powered", "Dock powered":
                if value == "true" { isPlugged = true }
            default: break
            }
        }

        /// Ends a dump.
        mutating func finish() throws(EnergyFileError.Problem) {
            defer { (time, coulombs, volts, isPlugged) = (nil, nil, nil, false) }
            guard let coulombs else { return }
            guard let time else { throw .missingKey("a line with the time before the dump") }
            try battery.add(
                EnergySeries.BatteryReading(time: time, coulombs: coulombs, volts: volts, isPlugged: isPlugged))
        }

        /// A number, after which `mV` may stand.
        private static func number(_ text: Substring) throws(EnergyFileError.Problem) -> Double {
            guard let first = text.split(separator: " ").first, let number = DecimalText.number(first), number >= 0
            else { throw .badNumber(String(text)) }
            return number
        }
    }
}

extension Character {
    /// Whether it may stand in a time before its first colon: `1772442000.2`, `2026-03-02T09`.
    fileprivate var isTimeLike: Bool { isNumber || "-.T ".contains(self) }
}

extension Substring {
    /// Without the blanks around it.
    fileprivate func trimmingBlanks() -> Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
