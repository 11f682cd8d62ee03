/// A kind of file that tells the energy of a device.
public enum EnergyFormat: String, Sendable, CaseIterable {
    /// Any table with a column of time and one of power, current, charge or counted energy.
    case csv
    /// Counters that `trace_processor` gives of a Perfetto trace.
    case perfetto
    /// `adb shell dumpsys batterystats -c`, with its history.
    case batterystats
    /// A log of `adb shell dumpsys battery`, each after a line with the time.
    case battery
    /// What `powermetrics` prints on macOS.
    case powermetrics
    /// What `powermetrics -f plist` writes on macOS.
    case powermetricsPlist = "powermetrics-plist"
    /// What `scaphandre json` writes.
    case scaphandre
    /// Readings of `energy_uj` of the Linux powercap framework.
    case rapl

    /// What it is, in a few words.
    public var summary: String {
        switch self {
        case .csv: "a table with a header that names time and power, current, charge or energy with their units"
        case .perfetto: "a table with the columns ts, name and value"
        case .batterystats: "lines such as 9,h,0,Bl=85,Bv=4057,Bcc=2890"
        case .battery: "a time on a line of its own, then 'Charge counter:' and 'voltage:'"
        case .powermetrics: "blocks that begin with *** Sampled system activity"
        case .powermetricsPlist: "property lists with timestamp, elapsed_ns and processor"
        case .scaphandre: "JSON reports with host.consumption and host.timestamp"
        case .rapl: "a table, or JSON lines, with a time and energy_uj"
        }
    }

    /// Whether a text is a Perfetto configuration or a trace as text, which hold no table (docs/data-sources/battery-counters.md).
    static func isPerfettoSource(_ bytes: some Collection<UInt8>) -> Bool {
        let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        return ["android_power_config", "trusted_packet_sequence_id", "data_sources"].contains { text.contains($0) }
    }

    /// The format that a text looks like; `nil` if like none.
    ///
    /// Only the beginning is looked at, 64 KiB: the marks of all formats stand there.
    static func recognised(_ bytes: some Collection<UInt8>) -> EnergyFormat? {
        let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        if text.contains("<plist") || text.hasPrefix("bplist") { return .powermetricsPlist }
        if text.contains("*** Sampled system activity") { return .powermetrics }
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first(where: EnergyTable.isRow) else { return nil }
        if first.first == "{" || first.first == "[" {
            if text.contains("\"host\"") && text.contains("\"consumption\"") { return .scaphandre }
            return text.contains("\"energy_uj\"") ? .rapl : nil
        }
        if lines.contains(where: { $0.hasPrefix("9,0,i,vers,") || $0.hasPrefix("9,h,") || $0.hasPrefix("9,hsp,") }) {
            return .batterystats
        }
        if text.contains("Charge counter:") { return .battery }
        guard let header = EnergyTable.Header(first) else { return nil }
        if PerfettoCounters.isHeader(header) { return .perfetto }
        if header.names.contains(where: { $0.contains("energy_uj") }) { return .rapl }
        return header.names.count > 1 ? .csv : nil
    }
}
