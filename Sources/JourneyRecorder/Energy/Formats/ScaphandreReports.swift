import Documents
import FoundationEssentials

/// What `scaphandre json` writes: reports one after the other, or in an array.
///
/// Of each report `host.consumption`, microwatts, and `host.timestamp`, seconds since 1970, are read
/// (hubblo-org/scaphandre@011cdfd src/exporters/json.rs, `Host`, from `scaph_host_power_microwatts`). The power is the
/// energy since the measurement before, divided by the time between them (src/sensors/mod.rs,
/// `get_records_diff_power_microwatts`), so that a report speaks of the time since the one before, and the first of
/// none that is known. The source is RAPL: the screen isn't in it.
enum ScaphandreReports {
    private struct Report: Decodable {
        let host: Host
    }

    private struct Host: Decodable {
        let consumption: Double
        let timestamp: Double
    }

    /// The series in a file's bytes.
    static func series(
        _ data: Data, file: String, _ options: EnergyOptions
    ) throws(EnergyFileError) -> EnergySeries {
        var objects = JSONObjects(data)
        var clock = EnergyClock(options, unit: 1_000_000_000)
        var intervals: [EnergySeries.Interval] = []
        var last: Int64?
        var count = 0
        let decoder = JSONDecoder()
        while let object = objects.next() {
            do throws(EnergyFileError.Problem) {
                let host = try host(object.data, decoder)
                guard host.consumption >= 0, host.consumption <= DecimalText.largest else { throw .negativePower }
                let time = try clock.moment(String(host.timestamp))
                if let last {
                    guard time > last else { throw .timeNotAfter(Timestamp(nanoseconds: last)) }
                    let joules = host.consumption * 1e-6 * Double(time - last) / 1e9
                    intervals.append(EnergySeries.Interval(start: last, end: time, joules: joules))
                }
                last = time
            } catch {
                throw EnergyFileError(error, file: file, line: object.line)
            }
            count += 1
            guard count <= EnergyFile.maximumReadings else {
                throw EnergyFileError(.tooManyReadings(limit: EnergyFile.maximumReadings), file: file)
            }
        }
        guard let series = EnergySeries(intervals: intervals, scope: .processor) else {
            throw EnergyFileError(.tooFewReadings(found: count), file: file)
        }
        return series
    }

    private static func host(_ json: Data, _ decoder: JSONDecoder) throws(EnergyFileError.Problem) -> Host {
        do {
            return try decoder.decode(Report.self, from: json).host
        } catch DecodingError.keyNotFound(let key, _) {
            throw .missingKey(key.stringValue)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw .missingKey(context.codingPath.last?.stringValue ?? "host")
        } catch {
            throw .notOfFormat(.scaphandre)
        }
    }
}
