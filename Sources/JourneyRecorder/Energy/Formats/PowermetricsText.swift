import Documents

/// What `powermetrics --samplers cpu_power` prints on macOS.
///
/// Blocks begin with `*** Sampled system activity (Fri Sep 11 13:41:46 2026 -0700) (1002.90ms elapsed) ***`: the mean
/// power of the time elapsed before that second. Of the figures in a block the widest is used: `Combined Power (CPU +
/// GPU + ANE)`, `Package Power`, `Intel energy model derived package power`, else CPU, GPU and ANE together. Layout as
/// in joular/MacPowerMonitor powermonitor-arm.sh, crypt0rr/kb content/commands/macos/powermetrics and macOS's manual
/// page powermetrics(1). The screen isn't in these figures.
enum PowermetricsText {
    private static let opening = "*** Sampled system activity ("
    private static let figures = [
        "Combined Power", "Package Power", "Intel energy model derived package power", "CPU Power", "GPU Power",
        "ANE Power",
    ]

    /// The series in a text.
    static func series(_ lines: EnergyLines, _ options: EnergyOptions) throws(EnergyFileError) -> EnergySeries {
        var lines = lines
        var samples = PowermetricsSamples(options)
        var watts: [String: Double] = [:]
        var head: (second: Timestamp, elapsed: Int64, line: Int)?
        while let line = try lines.next() {
            do throws(EnergyFileError.Problem) {
                if line.hasPrefix(opening) {
                    try samples.add(head, watts)
                    (head, watts) = (try Self.head(line, line: lines.number), [:])
                } else if let (name, value) = try Self.figure(line) {
                    // GPU Power stands in two sections of a block.
                    if watts[name] == nil { watts[name] = value }
                }
            } catch {
                throw EnergyFileError(error, file: lines.file, line: lines.number)
            }
        }
        do throws(EnergyFileError.Problem) {
            try samples.add(head, watts)
        } catch {
            throw EnergyFileError(error, file: lines.file, line: head?.line)
        }
        guard head != nil else { throw EnergyFileError(.notOfFormat(.powermetrics), file: lines.file) }
        return try samples.series(file: lines.file)
    }

    /// The figure on a line, in watts.
    private static func figure(_ line: Substring) throws(EnergyFileError.Problem) -> (name: String, watts: Double)? {
        guard let name = figures.first(where: { line.hasPrefix($0) }), let colon = line.lastIndex(of: ":") else {
            return nil
        }
        let text = line[colon...].dropFirst().filter { !$0.isWhitespace }
        let number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count)
        guard let value = DecimalText.number(number), unit == "mW" || unit == "W" else { throw .badNumber(text) }
        return (name, unit == "mW" ? value / 1000 : value)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The second and the time elapsed that a block begins with.
    private static func head(
        _ line: Substring, line number: Int
    ) throws(EnergyFileError.Problem) -> (second: Timestamp, elapsed: Int64, line: Int) {
        let parts = line.dropFirst(opening.count).split(separator: ")")
        let words = parts.first?.split(separator: " ") ?? []
        guard words.count == 6, let month = months.firstIndex(where: { $0 == words[1] }), words[2].count <= 2,
            words[5].count == 5,
            let second = Timestamp(
                "\(words[4])-\(padded(month + 1))-\(words[2].count == 1 ? "0" : "")\(words[2])T\(words[3])"
                    + "\(words[5].prefix(3)):\(words[5].suffix(2))")
        else { throw .badTime(String(line.dropFirst(opening.count).prefix(64))) }
        let elapsed = parts.count > 1 ? parts[1].drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." } : ""
        guard let nanoseconds = DecimalText.nanoseconds(elapsed, unit: 1_000_000), nanoseconds > 0 else {
            throw .missingKey("(…ms elapsed)")
        }
        return (second, nanoseconds, number)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension PowermetricsSamples {
    /// Adds the block that ends, if one began.
    fileprivate mutating func add(
        _ head: (second: Timestamp, elapsed: Int64, line: Int)?, _ watts: [String: Double]
    ) throws(EnergyFileError.Problem) {
        guard let head else { return }
        let whole =
            watts["Combined Power"] ?? watts["Package Power"] ?? watts["Intel energy model derived package power"]
        guard
            let power = whole ?? watts["CPU Power"].map({ $0 + (watts["GPU Power"] ?? 0) + (watts["ANE Power"] ?? 0) })
        else { throw .missingKey("Combined Power") }
        try add(second: head.second, elapsed: head.elapsed, watts: power)
    }
}
