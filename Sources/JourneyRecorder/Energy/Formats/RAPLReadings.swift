import Documents
import FoundationEssentials

/// Readings of `energy_uj` of the Linux powercap framework (RAPL), as a table or as JSON lines.
///
/// Microjoules counted up by each zone, which begin again after `max_energy_range_uj` (kernel.org,
/// Documentation/ABI/testing/sysfs-class-powercap). The layout is ecoproxy's own: a time, `energy_uj`, and if there are
/// several zones `zone`: the zone's `name` or its folder; `max_energy_range_uj` to bridge a counter that begins again.
/// In a table, zones may also have a column each, such as `package-0_energy_uj`.
///
/// Zones contain others ("power zones may be organized in a hierarchy", Documentation/power/powercap/powercap.rst), and
/// nothing is counted twice: `psys`, the platform, stands alone; else packages and `dram` are summed, and `core` and
/// `uncore`, parts of a package, left out. Of folders, `intel-rapl:0` is summed and `intel-rapl:0:0` left out.
enum RAPLReadings {
    private static let wraps = ["max_energy_range_uj"]

    /// The series in a file's bytes.
    static func series(
        _ data: Data, file: String, _ options: EnergyOptions
    ) throws(EnergyFileError) -> EnergySeries {
        let first = data.first { !" \t\r\n".utf8.contains($0) && $0 < 0x80 }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let tracks =
            isJSON ? try objects(data, file: file, options) : try table(EnergyLines(data, file: file), options)
        let names = try zones(tracks.names, options, file: file)
        let counters = names.map { name in
            (tracks.readings[name] ?? []).map { EnergySeries.Reading(time: $0.time, value: $0.value * 1e-6) }
        }
        guard let series = EnergySeries(counters: counters, scope: .processor) else {
            throw EnergyFileError(.tooFewReadings(found: counters.map(\.count).min() ?? 0), file: file)
        }
        return series
    }

    /// The zones that are summed.
    private static func zones(
        _ names: [String], _ options: EnergyOptions, file: String
    ) throws(EnergyFileError) -> [String] {
        if !options.tracks.isEmpty {
            guard options.tracks.allSatisfy(names.contains) else {
                throw EnergyFileError(.noTracks(found: names), file: file)
            }
            return Set(options.tracks).sorted()
        }
        if names.count == 1 { return names }
        if names.contains("psys") { return ["psys"] }
        let parts: Set<String> = ["core", "uncore"]
        let whole = names.filter { !parts.contains($0) && $0.split(separator: ":").count <= 2 }
        for name in whole where name != "dram" && !name.hasPrefix("package") && !name.contains("rapl") {
            throw EnergyFileError(.unknownZone(name), file: file)
        }
        guard !whole.isEmpty else { throw EnergyFileError(.noTracks(found: names), file: file) }
        return whole
    }

    /// Counters that begin again, counted on.
    private struct Counters {
        var tracks: EnergyTracks
        private var clock: EnergyClock
        private var last: [String: Double] = [:]
        private var carried: [String: Double] = [:]

        init(_ options: EnergyOptions, unit: Int64?) {
            tracks = EnergyTracks(options, unit: unit)
            clock = EnergyClock(options, unit: unit)
        }

        mutating func add(
            _ zone: String, time: String, microjoules: Double, range: Double?
        ) throws(EnergyFileError.Problem) {
            guard microjoules >= 0 else { throw .badNumber("\(microjoules)") }
            if let last = last[zone], microjoules < last {
                guard let range, range >= last, range <= DecimalText.largest else { throw .counterWentBack }
                carried[zone, default: 0] += range
            }
            last[zone] = microjoules
            try tracks.add(zone, at: try clock.moment(time), value: carried[zone, default: 0] + microjoules)
        }
    }

    private static func table(
        _ lines: EnergyLines, _ options: EnergyOptions
    ) throws(EnergyFileError) -> EnergyTracks {
        var table = try EnergyTable(lines)
        let names = table.header.names
        let columns = names.indices.filter { names[$0].hasSuffix("energy_uj") }
        guard let time = names.firstIndex(where: { EnergyColumn(header: $0) == .time }), !columns.isEmpty else {
            throw EnergyFileError(.notOfFormat(.rapl), file: lines.file, line: table.headerLine)
        }
        let zone = table.header.index(ofAny: ["zone", "domain", "name"])
        let range = table.header.index(ofAny: wraps)
        var counters = Counters(options, unit: EnergyColumn.timeUnit(names[time]))
        while let row = try table.next() {
            do throws(EnergyFileError.Problem) {
                for column in columns {
                    let name = zone.map { row.cells[$0] } ?? Self.zone(names[column])
                    guard let value = DecimalText.number(row.cells[column]) else { throw .badNumber(row.cells[column]) }
                    try counters.add(
                        name, time: row.cells[time], microjoules: value,
                        range: range.flatMap { DecimalText.number(row.cells[$0]) })
                }
            } catch {
                throw EnergyFileError(error, file: lines.file, line: row.line)
            }
        }
        return counters.tracks
    }

    /// The zone that a column's header names: `package-0_energy_uj` is package-0.
    private static func zone(_ header: String) -> String {
        var name = header.dropLast("energy_uj".count)
        while let last = name.last, "_ .:/".contains(last) { name.removeLast() }
        return String(name)
    }

    private struct Line: Decodable {
        let time: String
        let zone: String?
        let energy: Double
        let range: Double?

        private enum CodingKeys: String, CodingKey {
            case time, zone
            case energy = "energy_uj"
            case range = "max_energy_range_uj"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            if let text = try? values.decode(String.self, forKey: .time) {
                time = text  // whatever isn't a text is tried as a number next
            } else if let whole = try? values.decode(Int64.self, forKey: .time) {
                time = String(whole)  // whatever isn't whole is tried as a fraction next
            } else {
                time = String(try values.decode(Double.self, forKey: .time))
            }
            zone = try values.decodeIfPresent(String.self, forKey: .zone)
            energy = try values.decode(Double.self, forKey: .energy)
            range = try values.decodeIfPresent(Double.self, forKey: .range)
        }
    }

    private static func objects(
        _ data: Data, file: String, _ options: EnergyOptions
    ) throws(EnergyFileError) -> EnergyTracks {
        var objects = JSONObjects(data)
        var counters = Counters(options, unit: nil)
        let decoder = JSONDecoder()
        while let object = objects.next() {
            do throws(EnergyFileError.Problem) {
                let line = try line(object.data, decoder)
                guard line.energy <= DecimalText.largest else { throw .badNumber("\(line.energy)") }
                try counters.add(line.zone ?? "", time: line.time, microjoules: line.energy, range: line.range)
            } catch {
                throw EnergyFileError(error, file: file, line: object.line)
            }
        }
        return counters.tracks
    }

    private static func line(_ json: Data, _ decoder: JSONDecoder) throws(EnergyFileError.Problem) -> Line {
        do {
            return try decoder.decode(Line.self, from: json)
        } catch DecodingError.keyNotFound(let key, _) {
            throw .missingKey(key.stringValue)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw .missingKey(context.codingPath.last?.stringValue ?? "energy_uj")
        } catch {
            throw .notOfFormat(.rapl)
        }
    }
}
