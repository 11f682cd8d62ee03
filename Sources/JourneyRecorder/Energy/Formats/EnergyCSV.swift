import Documents

/// Any table with a column of time and one of power, current, charge or counted energy.
///
/// Columns are known by the unit that their header ends with (`current_mA`, `Main Avg Power (mW)`), else by the
/// mapping given. Of several quantities the one nearest to energy is used: counted energy, power, current times voltage,
/// charge times voltage. Layouts: ecoproxy's own (`time`, W or mA and V); the header `Main Avg Power (mW)` is that of
/// Monsoon's PowerTool. Android Studio documents no table for its power profiler: give the Perfetto trace behind it.
enum EnergyCSV {
    /// The series in a table.
    static func series(_ lines: EnergyLines, _ options: EnergyOptions) throws(EnergyFileError) -> EnergySeries {
        var table = try EnergyTable(lines)
        let columns = try Columns(table, options, file: lines.file)
        var reader = Reader(columns, options, file: lines.file)
        while let row = try table.next() { try reader.add(row) }
        return try reader.series()
    }

    /// Which columns are read.
    struct Columns {
        /// A column and what it holds.
        typealias Column = (index: Int, kind: EnergyColumn)

        let time: Int
        let timeUnit: Int64?
        /// Counted energy, power, current or charge.
        let value: Column
        let voltage: Column?

        init(_ table: borrowing EnergyTable, _ options: EnergyOptions, file: String) throws(EnergyFileError) {
            do throws(EnergyFileError.Problem) {
                self = try Self(table.header, options)
            } catch {
                throw EnergyFileError(error, file: file, line: table.headerLine)
            }
        }

        private init(_ header: EnergyTable.Header, _ options: EnergyOptions) throws(EnergyFileError.Problem) {
            var found: [EnergyColumn.Quantity: Column] = [:]
            for (kind, name) in options.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                guard let index = header.names.firstIndex(of: name) else {
                    throw .unknownColumn(name, columns: header.names)
                }
                if let other = found.updateValue((index, kind), forKey: kind.quantity) {
                    throw .ambiguousColumns(header.names[other.index], name)
                }
            }
            let mapped = Set(found.keys)
            var ambiguous: [EnergyColumn.Quantity: (String, String)] = [:]
            for (index, name) in header.names.enumerated() {
                guard let kind = EnergyColumn(header: name), !mapped.contains(kind.quantity) else { continue }
                // With power or energy mapped, what is found beside them isn't asked for.
                guard mapped.isDisjoint(with: Self.values) || !Self.values.contains(kind.quantity) else { continue }
                if let other = found[kind.quantity] {
                    ambiguous[kind.quantity] = (header.names[other.index], name)
                } else {
                    found[kind.quantity] = (index, kind)
                }
            }
            guard let time = found[.time] else { throw .missingColumn("time") }
            guard let value = Self.values.compactMap({ found[$0] }).first else {
                throw .missingColumn("watts, joules, milliamperes or microampere-hours")
            }
            for quantity in [.time, value.kind.quantity, .voltage] {
                let isNeeded = quantity != .voltage || [.current, .charge].contains(value.kind.quantity)
                if isNeeded, let (one, other) = ambiguous[quantity] { throw .ambiguousColumns(one, other) }
            }
            self.time = time.index
            timeUnit = EnergyColumn.timeUnit(header.names[time.index])
            self.value = value
            voltage = found[.voltage]
        }

        /// Quantities that energy follows from, the nearest first.
        private static let values: [EnergyColumn.Quantity] = [.energy, .power, .current, .charge]
    }

    /// Gathers the readings of a table.
    struct Reader {
        private let columns: Columns
        private let options: EnergyOptions
        private let file: String
        private var clock: EnergyClock
        private var readings: [EnergySeries.Reading] = []
        private var battery: [EnergySeries.BatteryReading] = []
        private var currentSign: FloatingPointSign?

        init(_ columns: Columns, _ options: EnergyOptions, file: String) {
            (self.columns, self.options, self.file) = (columns, options, file)
            clock = EnergyClock(options, unit: columns.timeUnit)
        }

        mutating func add(_ row: EnergyTable.Row) throws(EnergyFileError) {
            do throws(EnergyFileError.Problem) {
                try add(row.cells)
            } catch {
                throw EnergyFileError(error, file: file, line: row.line)
            }
        }

        private mutating func add(_ cells: [String]) throws(EnergyFileError.Problem) {
            let time = try clock.moment(cells[columns.time])
            let last = readings.last?.time ?? battery.last?.time
            if let last, time <= last { throw .timeNotAfter(Timestamp(nanoseconds: last)) }
            guard readings.count + battery.count < EnergyFile.maximumReadings else {
                throw .tooManyReadings(limit: EnergyFile.maximumReadings)
            }
            var value = try Self.number(cells, columns.value)
            switch columns.value.kind.quantity {
            case .energy: if let last = readings.last, value < last.value { throw .counterWentBack }
            case .current:
                if value != 0 {
                    if let currentSign, currentSign != value.sign { throw .currentChangesSign }
                    currentSign = value.sign
                }
                value = abs(value) * (try volts(cells))
            case .charge:
                let volts = try volts(cells)
                battery.append(EnergySeries.BatteryReading(time: time, coulombs: value, volts: volts))
                return
            default: if value < 0 { throw .negativePower }
            }
            readings.append(EnergySeries.Reading(time: time, value: value))
        }

        private func volts(_ cells: [String]) throws(EnergyFileError.Problem) -> Double {
            guard let column = columns.voltage else {
                guard let volts = options.volts else { throw .voltageNeeded }
                return volts
            }
            let volts = try Self.number(cells, column)
            guard volts > 0 else { throw .badNumber(cells[column.index]) }
            return volts
        }

        private static func number(
            _ cells: [String], _ column: Columns.Column
        ) throws(EnergyFileError.Problem) -> Double {
            guard let number = DecimalText.number(cells[column.index]) else { throw .badNumber(cells[column.index]) }
            return number * column.kind.scale
        }

        func series() throws(EnergyFileError) -> EnergySeries {
            let series =
                switch columns.value.kind.quantity {
                case .energy: EnergySeries(counters: [readings], scope: .device)
                case .charge: EnergySeries(battery: battery, volts: options.volts)
                default: EnergySeries(power: readings, scope: .device)
                }
            guard let series else {
                throw EnergyFileError(.tooFewReadings(found: readings.count + battery.count), file: file)
            }
            return series
        }
    }
}
