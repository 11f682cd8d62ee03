public import FoundationEssentials

/// Reads the energy that an instrument wrote to a file.
public enum EnergyFile {
    /// Largest file that is read, in bytes: hours of readings, of which a journey takes minutes.
    public static let maximumBytes = 64 << 20
    /// Most readings that are kept.
    static let maximumReadings = 2_000_000

    /// The energy in a file's bytes.
    ///
    /// - Parameters:
    ///   - data: the file's bytes, 64 MiB at most.
    ///   - name: the file's name, for messages.
    ///   - options: what the file itself doesn't say.
    /// - Returns: the series, in capture time.
    /// - Throws: `EnergyFileError` at the first broken rule, with its line.
    public static func series(
        _ data: Data, name: String, options: EnergyOptions = EnergyOptions()
    ) throws(EnergyFileError) -> EnergySeries {
        guard data.count <= maximumBytes else {
            throw EnergyFileError(.tooLarge(bytes: data.count, limit: maximumBytes), file: name)
        }
        guard let format = options.format ?? EnergyFormat.recognised(data) else {
            let isPerfetto = EnergyFormat.isPerfettoSource(data)
            throw EnergyFileError(isPerfetto ? .perfettoSource : .unknownFormat, file: name)
        }
        let lines = EnergyLines(data, file: name)
        return switch format {
        case .csv: try EnergyCSV.series(lines, options)
        case .perfetto: try PerfettoCounters.series(lines, options)
        case .batterystats: try BatteryStatsHistory.series(lines, options)
        case .battery: try DumpsysBattery.series(lines, options)
        case .powermetrics: try PowermetricsText.series(lines, options)
        case .powermetricsPlist: try PowermetricsPlist.series(data, file: name, options)
        case .scaphandre: try ScaphandreReports.series(data, file: name, options)
        case .rapl: try RAPLReadings.series(data, file: name, options)
        }
    }
}
