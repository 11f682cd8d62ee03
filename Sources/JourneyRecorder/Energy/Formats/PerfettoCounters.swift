import Documents

/// Counters that `trace_processor` gives of a Perfetto trace as a table: a row a reading.
///
/// Query: `select ts, t.name, value from counter as c left join counter_track t on c.track_id = t.id`
/// (google/perfetto@25f7372 docs/data-sources/battery-counters.md, "SQL"). Tracks: power rails, cumulative microjoules
/// ("uws"), named `power.rails.NAME` or `power.NAME_uws` (test/trace_processor/diff_tests/parser/power of the same
/// repository); the battery's `batt.charge_uah` and `batt.voltage_uv` (src/trace_processor/importers/proto,
/// `AndroidProbesParser`). Rails are used where there are any: they lie behind the battery, so that charging doesn't
/// matter to them. `batt.current_ua` isn't used: its sign differs between devices and versions.
///
/// Times are nanoseconds of the trace's clock, since boot: `to_realtime(ts)` in the query makes them count from 1970.
enum PerfettoCounters {
    private static let names = ["name", "track_name", "power_rail_name", "rail", "track", "t.name"]
    private static let values = ["value", "energy", "energy_since_boot", "energy_uws"]

    /// Whether a header is that of such a table.
    static func isHeader(_ header: EnergyTable.Header) -> Bool {
        header.names.contains("ts") && header.index(ofAny: names) != nil && header.index(ofAny: values) != nil
    }

    /// The series in a table.
    static func series(_ lines: EnergyLines, _ options: EnergyOptions) throws(EnergyFileError) -> EnergySeries {
        var table = try EnergyTable(lines)
        let header = table.header
        guard isHeader(header), let time = header.names.firstIndex(of: "ts"),
            let name = header.index(ofAny: names), let value = header.index(ofAny: values)
        else { throw EnergyFileError(.notOfFormat(.perfetto), file: lines.file, line: table.headerLine) }
        var tracks = EnergyTracks(options, unit: 1)
        while let row = try table.next() {
            do throws(EnergyFileError.Problem) {
                try tracks.add(row.cells[name], time: row.cells[time], value: row.cells[value])
            } catch {
                throw EnergyFileError(error, file: lines.file, line: row.line)
            }
        }
        return try series(tracks, options, file: lines.file)
    }

    private static func series(
        _ tracks: EnergyTracks, _ options: EnergyOptions, file: String
    ) throws(EnergyFileError) -> EnergySeries {
        let rails = tracks.names.filter { options.tracks.isEmpty ? isRail($0) : options.tracks.contains($0) }
        if rails.isEmpty, options.tracks.isEmpty, let charge = tracks.readings["batt.charge_uah"] {
            let battery = try battery(charge, tracks.readings["batt.voltage_uv"] ?? [], options, file: file)
            guard let series = EnergySeries(battery: battery, volts: options.volts) else {
                throw EnergyFileError(.tooFewReadings(found: battery.count), file: file)
            }
            return series
        }
        guard !rails.isEmpty, options.tracks.allSatisfy(rails.contains) else {
            throw EnergyFileError(.noTracks(found: tracks.names), file: file)
        }
        let joules = rails.map { name in
            (tracks.readings[name] ?? []).map { EnergySeries.Reading(time: $0.time, value: $0.value * 1e-6) }
        }
        for (one, next) in joules.flatMap({ zip($0, $0.dropFirst()) }) where next.value < one.value {
            throw EnergyFileError(.counterWentBack, file: file)
        }
        guard let series = EnergySeries(counters: joules, scope: .rails) else {
            throw EnergyFileError(.tooFewReadings(found: joules.map(\.count).min() ?? 0), file: file)
        }
        return series
    }

    private static func isRail(_ name: String) -> Bool {
        name.hasPrefix("power.rails.") || (name.hasPrefix("power.") && name.hasSuffix("_uws"))
    }

    /// Charge with the latest voltage at each of its moments.
    private static func battery(
        _ charge: [EnergySeries.Reading], _ voltage: [EnergySeries.Reading], _ options: EnergyOptions, file: String
    ) throws(EnergyFileError) -> [EnergySeries.BatteryReading] {
        guard !voltage.isEmpty || options.volts != nil else { throw EnergyFileError(.voltageNeeded, file: file) }
        var position = 0
        return charge.map { reading in
            while position + 1 < voltage.count, voltage[position + 1].time <= reading.time { position += 1 }
            let volts = voltage.isEmpty ? nil : voltage[position].value * 1e-6
            return EnergySeries.BatteryReading(
                time: reading.time, coulombs: reading.value * EnergyColumn.microampereHours.scale, volts: volts)
        }
    }
}
