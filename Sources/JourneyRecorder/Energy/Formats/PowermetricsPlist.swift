import Documents
import FoundationEssentials

/// What `powermetrics -f plist` writes on macOS: property lists in XML, one a sample, with a zero byte between them.
///
/// Keys: `timestamp` (a date, to the second), `elapsed_ns`, `processor` with `combined_power`, or `cpu_power`,
/// `gpu_power` and `ane_power` in mW, or on Intel `package_joules` of the time elapsed (fleetcmdr/fleetcmdr
/// server/types.go; green-coding-solutions/green-metrics-tool metric provider powermetrics; that zero bytes
/// separate: okuvshynov/cubestat cubestat/platforms/macos.py). The screen isn't in these figures.
enum PowermetricsPlist {
    private struct Sample: Decodable {
        let timestamp: Date
        let elapsed: Int64
        let processor: Processor

        private enum CodingKeys: String, CodingKey {
            case timestamp
            case elapsed = "elapsed_ns"
            case processor
        }
    }

    private struct Processor: Decodable {
        let combined: Double?
        let cpu: Double?
        let gpu: Double?
        let ane: Double?
        let packageJoules: Double?

        private enum CodingKeys: String, CodingKey {
            case combined = "combined_power"
            case cpu = "cpu_power"
            case gpu = "gpu_power"
            case ane = "ane_power"
            case packageJoules = "package_joules"
        }

        /// Mean watts over a time in seconds.
        func watts(over seconds: Double) -> Double? {
            if let combined { return combined / 1000 }
            if let packageJoules { return packageJoules / seconds }
            return cpu.map { ($0 + (gpu ?? 0) + (ane ?? 0)) / 1000 }
        }
    }

    /// The series in a file's bytes.
    static func series(
        _ data: Data, file: String, _ options: EnergyOptions
    ) throws(EnergyFileError) -> EnergySeries {
        var samples = PowermetricsSamples(options)
        var line = 1
        for document in data.split(separator: 0) {
            defer { line += document.count { $0 == UInt8(ascii: "\n") } }
            guard document.contains(UInt8(ascii: "<")) else { continue }
            do throws(EnergyFileError.Problem) {
                try add(document, to: &samples)
            } catch {
                throw EnergyFileError(error, file: file, line: line)
            }
        }
        return try samples.series(file: file)
    }

    private static func add(
        _ document: Data, to samples: inout PowermetricsSamples
    ) throws(EnergyFileError.Problem) {
        // The decoder calls itself for each level: too many would overflow the stack.
        guard isShallow(document) else { throw .notOfFormat(.powermetricsPlist) }
        let sample: Sample
        do {
            sample = try PropertyListDecoder().decode(Sample.self, from: Data(document))
        } catch DecodingError.keyNotFound(let key, _) {
            throw .missingKey(key.stringValue)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw .missingKey(context.codingPath.last?.stringValue ?? "timestamp")
        } catch {
            throw .notOfFormat(.powermetricsPlist)
        }
        let seconds = sample.timestamp.timeIntervalSince1970
        guard seconds >= 0, seconds < 9.2e9 else { throw .timeOutOfRange }
        guard sample.elapsed > 0, let watts = sample.processor.watts(over: Double(sample.elapsed) / 1e9),
            watts <= DecimalText.largest
        else { throw .missingKey("combined_power") }
        try samples.add(
            second: Timestamp(nanoseconds: Int64(seconds) * 1_000_000_000), elapsed: sample.elapsed, watts: watts)
    }

    /// Levels of dictionaries and arrays that are followed; `powermetrics` has a handful.
    private static let deepest = 64

    /// Whether dictionaries and arrays are nested no deeper than is followed.
    ///
    /// In comments and CDATA tags would count that are none; `powermetrics` writes neither, so both are refused.
    private static func isShallow(_ document: Data) -> Bool {
        let isPlain = ["<!--", "<![CDATA["].allSatisfy { document.firstRange(of: Data($0.utf8)) == nil }
        guard isPlain else { return false }
        let containers: [UInt8] = [UInt8(ascii: "d"), UInt8(ascii: "a")]
        var depth = 0
        var isOpening = false
        var (one, two): (UInt8, UInt8) = (0, 0)
        for byte in document {
            // "<d" and "<a" open a dictionary or an array (or a date or data, which are closed as well).
            if two == UInt8(ascii: "<"), containers.contains(byte) {
                depth += 1
                isOpening = true
            } else if one == UInt8(ascii: "<"), two == UInt8(ascii: "/"), containers.contains(byte) {
                depth = max(0, depth - 1)
            } else if byte == UInt8(ascii: ">") {
                // "<array/>" is closed where it opens.
                if isOpening, two == UInt8(ascii: "/") { depth -= 1 }
                isOpening = false
            }
            if depth > deepest { return false }
            (one, two) = (two, byte)
        }
        return true
    }
}
