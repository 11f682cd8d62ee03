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
        let title: String?
    }

    /// Most steps that are kept.
    private static let maximumSteps = 100_000
    /// The intervals of the outermost steps that ended.
    static func intervals(_ data: Data, file: String) throws(DisplayFileError) -> [DisplayInterval] {
        try steps(data, file: file).compactMap { step in
            step.displayed.map { DisplayInterval(start: step.start, displayed: $0) }
        }
    }

    /// The outermost steps as those of a walk, which ends with the last of them if that one ended.
    static func walk(_ data: Data, file: String) throws(MarkerImportError) -> ImportedWalk {
        do throws(DisplayFileError) {
            let steps = try steps(data, file: file)
            return ImportedWalk(steps: steps, end: steps.max { $0.start < $1.start }?.displayed)
        } catch {
            throw MarkerImportError(error)
        }
    }

    private static func steps(_ data: Data, file: String) throws(DisplayFileError) -> [ImportedStep] {
        var reader = Reader()
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() where !bytes.allSatisfy({ " \t\r".utf8.contains($0) }) {
            let place = "line \(index + 1)"
            do throws(DisplayFileError.Problem) {
                try reader.add(line(Data(bytes), decoder), place)
            } catch {
                // A writer that was interrupted leaves the last line cut: what stands before it is whole.
                if error == .notJSON, index == lines.count - 1, reader.hasClock { break }
                throw DisplayFileError(error, file: file, place: place)
            }
        }
        return reader.steps
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
        private(set) var steps: [ImportedStep] = []
        private var offset: Double?
        /// The place in `steps` of those that haven't ended; none for a step within another.
        private var open: [String: Int] = [:]
        private var seen: Set<String> = []

        var hasClock: Bool { offset != nil }

        mutating func add(_ line: Line, _ place: String) throws(DisplayFileError.Problem) {
            switch line.type {
            case "context-options":
                guard let wall = line.wallTime else { throw .missingKey("wallTime") }
                guard let monotonic = line.monotonicTime else { throw .missingKey("monotonicTime") }
                // Another context of the same trace tells the same clock; the first is enough.
                offset = offset ?? wall - monotonic
            case "before" where line.class == "Test" && line.method == "test.step":
                guard let id = line.callId else { throw .missingKey("callId") }
                guard let start = line.startTime else { throw .missingKey("startTime") }
                guard seen.count < PlaywrightTrace.maximumSteps else { throw .tooMany(limit: seen.count) }
                seen.insert(id)
                guard !seen.contains(line.parentId ?? "") else { return }
                open[id] = steps.count
                let name = StepName(text: line.title ?? "", place: place)
                steps.append(ImportedStep(name: name, start: try moment(start)))
            case "after":
                guard let id = line.callId, let index = open.removeValue(forKey: id) else { return }
                guard let end = line.endTime else { throw .missingKey("endTime") }
                steps[index].displayed = max(steps[index].start, try moment(end))
            default: break
            }
        }

        private func moment(_ milliseconds: Double) throws(DisplayFileError.Problem) -> Timestamp {
            guard let offset else { throw .clockMissing }
            guard let moment = Timestamp(milliseconds: offset + milliseconds) else { throw .badTime("\(milliseconds)") }
            return moment
        }
    }
}
