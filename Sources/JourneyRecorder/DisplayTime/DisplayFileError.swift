/// A file of display times that can't be used: which rule is broken, in which file, where.
public struct DisplayFileError: Error, Hashable, Sendable {
    /// The rule that is broken.
    public enum Problem: Error, Hashable, Sendable {
        /// Larger than is read.
        case tooLarge(bytes: Int, limit: Int)
        /// Neither a HAR file nor a Playwright trace.
        case unknownFormat
        /// A Playwright report, which doesn't say when steps began.
        case reportWithoutStarts
        /// An archive that must be unpacked first.
        case archive
        /// Not JSON, or cut.
        case notJSON
        /// A key that must be there, or whose value is of another kind.
        case missingKey(String)
        /// Text that is no time, or a number that is none.
        case badTime(String)
        /// Steps before the line that says what the clock is.
        case clockMissing
        /// More pages or steps than are kept.
        case tooMany(limit: Int)
        /// Nothing in it says when anything was displayed.
        case nothingDisplayed
    }

    /// The file's name, as given.
    public var file: String
    /// The line or the key; `nil` for the file as a whole.
    public var place: String?
    /// What is wrong.
    public var problem: Problem

    init(_ problem: Problem, file: String, place: String? = nil) {
        self.file = file
        self.place = place
        self.problem = problem
    }
}

extension DisplayFileError: CustomStringConvertible {
    /// The sentence for a person: file, place, what is wrong and what to do.
    public var description: String {
        [file, place, problem.description].compactMap(\.self).joined(separator: ": ")
    }
}

extension DisplayFileError.Problem: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "\(bytes) bytes are too many here; the limit is \(limit)"
        case .tooMany(let limit): "more than \(limit) pages or steps; give the part that the journey is in"
        case .unknownFormat:
            "this is neither a HAR file (JSON with \"log\") nor a Playwright trace (a JSON object a line)"
        case .reportWithoutStarts:
            "a Playwright report doesn't say when its steps began; give the trace: unzip -p trace.zip test.trace"
        case .archive: "this is an archive; give what is in it: unzip -p trace.zip test.trace > test.trace"
        case .notJSON: "this is not JSON, or it is cut"
        case .missingKey(let key): "the key '\(key)' is missing, or is of another kind"
        case .badTime(let text): "'\(text)' is no time that can be meant here"
        case .clockMissing: "there is no line of type context-options, which says what the clock is, before this one"
        case .nothingDisplayed:
            "nothing here says when a page was displayed; record with page timings, or mark the moment as 'displayed'"
        }
    }
}
