public import Documents

/// Markers that can't be used: which rule is broken, and on which line.
public struct MarkerError: Error, Hashable, Sendable {
    /// The rule that is broken.
    public enum Problem: Error, Hashable, Sendable {
        /// Larger than a walk's markers can be.
        case tooLarge(bytes: Int, limit: Int)
        /// Not UTF-8.
        case notUTF8
        /// Not a JSON object.
        case notJSON
        /// The last line isn't whole: its writer was interrupted.
        case cut
        /// A key that doesn't exist.
        case unknownKey(String)
        /// A key that must be there.
        case missingKey(String)
        /// A value of another kind than the key wants.
        case wrongType(key: String, expected: String)
        /// A kind of marker that doesn't exist.
        case unknownKind(String)
        /// A time that isn't RFC 3339.
        case badTime(String)
        /// A `sync` marker whose name or address is none.
        case badSync(String)
        /// A `step` marker that doesn't say which.
        case stepWithoutName
        /// Earlier than the marker before it.
        case timeBackwards(Timestamp, after: Timestamp, onLine: Int)
        /// A step that the journey doesn't have.
        case unknownStep(String, journey: [String])
        /// An end that names another step than the one that is being walked; `nil` where none is.
        case endOfAnotherStep(String, walked: String?)
        /// A step and iteration that were already walked.
        case iterationTwice(step: String, iteration: Int, firstLine: Int)
    }

    /// The file's name, as given.
    public var file: String
    /// The line, from 1; `nil` for the file as a whole.
    public var line: Int?
    /// What is wrong.
    public var problem: Problem

    init(_ problem: Problem, file: String, line: Int? = nil) {
        self.file = file
        self.line = line
        self.problem = problem
    }
}

extension MarkerError: CustomStringConvertible {
    /// The sentence for a person: file, line, what is wrong and what to write instead.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
    }
}

extension MarkerError.Problem: CustomStringConvertible {
    private static let kinds = Marker.Kind.allCases.map(\.rawValue)
    static let keys = ["time", "kind", "step", "text", "iteration", "source"]

    /// What is wrong and what to write instead, without the place.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "\(bytes) bytes are too many here; the limit is \(limit)"
        case .notUTF8: "this is not UTF-8 text"
        case .notJSON:
            "this is not a JSON object such as "
                + #"{"time":"2026-03-02T09:00:00Z","kind":"step","step":"open","source":"key"}"#
        case .cut:
            "the last line is cut: its writer was interrupted; delete it, or complete it, and keep what stands before"
        case .unknownKey(let key): "unknown key '\(key)'\(Spelling.hint(for: key, among: Self.keys, "the keys are"))"
        case .missingKey(let key): "the key '\(key)' is missing"
        case .wrongType(let key, let expected): "'\(key)' should be \(expected)"
        case .unknownKind(let kind):
            "'\(kind)' is no kind of marker\(Spelling.hint(for: kind, among: Self.kinds, "the kinds are"))"
        case .badTime(let text): "'\(text)' is no time such as 2026-03-02T09:00:00.000000000Z"
        case .badSync(let text):
            "'\(text)' is nothing to be looked for in a capture; write dns:NAME, such as dns:sync-1.example.org, or ping:ADDRESS"
        case .stepWithoutName: "a marker of kind 'step' says which in the key 'step'"
        case .timeBackwards(let time, let previous, let line):
            "\(time) is before \(previous) of line \(line); markers stand in the order of their times"
        case .unknownStep(let step, let known):
            "the journey has no step '\(step)'\(Spelling.hint(for: step, among: known, "its steps are"))"
        case .endOfAnotherStep(let step, let walked):
            "this ends the step '\(step)', while \(walked.map { "'\($0)' is" } ?? "none is") being walked"
        case .iterationTwice(let step, let iteration, let line):
            "iteration \(iteration) of the step '\(step)' already began on line \(line)"
        }
    }
}
