public import Documents

/// Something a tester or a script said about a moment of the journey.
public struct Marker: Hashable, Sendable {
    /// What was said.
    public enum Kind: String, Sendable, CaseIterable {
        /// A step begins, and the one before it ends.
        case step
        /// The step ends, and none begins.
        case end
        /// What follows doesn't belong to the step.
        case pause
        /// The step goes on after a pause.
        case resume
        /// The latest step or end was a mistake: as though it had never been marked.
        case undo
        /// A remark.
        case note
        /// The screen shows what the step is for.
        case displayed
        /// A moment known to another clock as well: see `MarkerClock`.
        case sync
    }

    /// When.
    public var time: Timestamp
    /// What was said.
    public var kind: Kind
    /// The step that begins, for `step`; the step that is meant, if the others say so.
    public var step: String?
    /// A remark.
    public var text: String?
    /// Which time the step is walked, 1 to 1 000 000; counted where absent.
    public var iteration: Int?
    /// Who said it, such as `key` or `script`.
    public var source: String

    /// A marker from its parts.
    public init(
        time: Timestamp, kind: Kind, step: String? = nil, text: String? = nil, iteration: Int? = nil, source: String
    ) {
        self.time = time
        self.kind = kind
        self.step = step
        self.text = text
        self.iteration = iteration
        self.source = source
    }
}

extension Marker {
    /// The canonical line of a marker file: one JSON object, keys in a fixed order, a line feed at the end.
    public var line: String {
        var pairs = ["\"time\":\"\(time)\"", "\"kind\":\"\(kind.rawValue)\""]
        if let step { pairs.append("\"step\":\(Self.quoted(step))") }
        if let text { pairs.append("\"text\":\(Self.quoted(text))") }
        if let iteration { pairs.append("\"iteration\":\(iteration)") }
        pairs.append("\"source\":\(Self.quoted(source))")
        return "{\(pairs.joined(separator: ","))}\n"
    }

    /// A JSON string (RFC 8259 § 7): only what must be escaped is.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Marker {
    /// A million runs are more than anyone walks; counting on from there stays far from overflow.
    private static let iterations = 1...1_000_000
    static let iterationsDescription = "a whole number from 1 to 1000000"

    /// What holds for every marker, whatever it was read from.
    func check() throws(MarkerError.Problem) {
        if kind == .step, step == nil { throw .stepWithoutName }
        if let step, !step.isShowable { throw .wrongType(key: "step", expected: "a text on one line, and not empty") }
        if let iteration, !Self.iterations.contains(iteration) {
            throw .wrongType(key: "iteration", expected: Self.iterationsDescription)
        }
    }
}
