import Documents
import FoundationEssentials

/// The steps of a Playwright test, from a trace's `test.trace`: a JSON object a line.
///
/// `context-options` ties the trace's clock to the wall's: wall = `wallTime` + (t - `monotonicTime`), milliseconds.
/// `before` with class `Test` and method `test.step` begins a step, `after` of the same `callId` ends it
/// (microsoft/playwright packages/trace/src/trace.ts, version 9). A step of a test ends when what it waits for is
/// there, so that is when it was displayed. Steps within steps are parts of the outer one and left out.
enum PlaywrightTrace {
    private struct Line: Decodable {
        let type: String?
        let wallTime: Double?
        let monotonicTime: Double?
        let callId: String?
        let parentId: String?
        let startTime: Double?
        let endTime: Double?
        let `class`: String?
        let method: String?
    }

    /// Most steps that are kept.
    private static let maximumSteps = 100_000
    /// The longest time that fits nanoseconds, in milliseconds.
    private static let longest = 9.2e12

    /// The intervals of the outermost steps that ended.
    static func intervals(_ data: Data, file: String) throws(DisplayFileError) -> [DisplayInterval] {
        var reader = Reader()
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() where !bytes.allSatisfy({ " \t\r".utf8.contains($0) }) {
            do throws(DisplayFileError.Problem) {
                try reader.add(line(Data(bytes), decoder))
            } catch {
                // A writer that was interrupted leaves the last line cut: what stands before it is whole.
                if error == .notJSON, index == lines.count - 1, reader.hasClock { break }
                throw DisplayFileError(error, file: file, place: "line \(index + 1)")
            }
        }
        return reader.intervals
    }

    private static func line(_ json: Data, _ decoder: JSONDecoder) throws(DisplayFileError.Problem) -> Line {
        do {
            return try decoder.decode(Line.self, from: json)
        } catch DecodingError.typeMismatch(_, let context) {
            throw .missingKey(context.codingPath.last?.stringValue ?? "type")
        } catch {
            throw .notJSON
        }
    }

    private struct Reader {
        private(set) var intervals: [DisplayInterval] = []
        private var offset: Double?
        private var open: [String: Double] = [:]
        private var steps: Set<String> = []

        var hasClock: Bool { offset != nil }

        mutating func add(_ line: Line) throws(DisplayFileError.Problem) {
            switch line.type {
            case "context-options":
                guard let wall = line.wallTime else { throw .missingKey("wallTime") }
                guard let monotonic = line.monotonicTime else { throw .missingKey("monotonicTime") }
                // Another context of the same trace tells the same clock; the first is enough.
                offset = offset ?? wall - monotonic
            case "before" where line.class == "Test" && line.method == "test.step":
                guard let id = line.callId else { throw .missingKey("callId") }
                guard let start = line.startTime else { throw .missingKey("startTime") }
                guard steps.count < PlaywrightTrace.maximumSteps else { throw .tooMany(limit: steps.count) }
                steps.insert(id)
                if !steps.contains(line.parentId ?? "") { open[id] = start }
            case "after":
                guard let id = line.callId, let start = open.removeValue(forKey: id) else { return }
                guard let end = line.endTime else { throw .missingKey("endTime") }
                intervals.append(DisplayInterval(start: try moment(start), displayed: try moment(max(start, end))))
            default: break
            }
        }

        private func moment(_ milliseconds: Double) throws(DisplayFileError.Problem) -> Timestamp {
            guard let offset else { throw .clockMissing }
            let wall = offset + milliseconds
            guard wall >= 0, wall < PlaywrightTrace.longest else { throw .badTime("\(milliseconds)") }
            return Timestamp(nanoseconds: Int64((wall * 1e6).rounded()))
        }
    }
}
