/// A journey file that can't be used: which rule is broken, and where.
public struct JourneyFileError: Error, Hashable, Sendable {
    /// A position in a text, both from 1; columns count Unicode scalars.
    public struct Place: Hashable, Sendable {
        /// The line.
        public var line: Int
        /// The column.
        public var column: Int
    }

    /// The rule that is broken.
    public enum Problem: Hashable, Sendable {
        /// Larger than a journey can be.
        case tooLarge(bytes: Int, limit: Int)
        /// Not UTF-8.
        case notUTF8
        /// Nothing in it but comments.
        case empty
        /// Not YAML, as the YAML parser says it.
        case syntax(String)
        /// A text that starts with a sign that YAML reads otherwise.
        case needsQuotes
        /// Nested deeper than any journey, or built to take long to read.
        case tooComplex
        /// An anchor, an alias or a tag: YAML that journeys have no use for.
        case unusedFeature(String)
        /// A key that doesn't exist there.
        case unknownKey(String, in: String, known: [String])
        /// A key given twice.
        case duplicateKey(String)
        /// A key that must be there.
        case missingKey(String, in: String)
        /// A value of another kind than the key wants.
        case wrongType(key: String, expected: String, found: String)
        /// A value that is none of those allowed.
        case unknownValue(key: String, value: String, allowed: [String])
        /// A title's key that is no language code.
        case languageCode(String, key: String)
        /// A number outside its range.
        case outOfRange(key: String, value: String, range: String)
        /// A text that can't be shown on one line, or an empty one.
        case unprintable(key: String)
        /// A journey without steps.
        case noSteps
        /// A length of use of a step that isn't media.
        case useOfNoMedia(String)
        /// Two steps of the same name.
        case duplicateStep(String, firstLine: Int)
        /// A host pattern that says nothing.
        case hostPattern(String, HostPattern.Fault)
    }

    /// The file's name, as given.
    public var file: String
    /// Where in the file; `nil` for the file as a whole.
    public var place: Place?
    /// What is wrong.
    public var problem: Problem

    init(_ problem: Problem, file: String, place: Place? = nil) {
        self.file = file
        self.place = place
        self.problem = problem
    }
}

extension JourneyFileError: CustomStringConvertible {
    /// The sentence for a person: file, line, column, what is wrong and what to write instead.
    public var description: String {
        "\(file)\(place.map { ":\($0.line):\($0.column)" } ?? ""): \(problem)"
    }
}

extension JourneyFileError.Problem: CustomStringConvertible {
    /// What is wrong and what to write instead, without the place.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "\(bytes) bytes are too many; the limit is \(limit)"
        case .notUTF8: "this is not UTF-8 text; save the file as UTF-8"
        case .empty: "the file is empty; a journey begins with: schema: ecoproxy.journey/1"
        case .syntax(let reason): "this is not YAML: \(reason)"
        case .needsQuotes:
            "a text that starts with '*' or '&' needs quotes, such as \"*.sante.example\""
        case .tooComplex: "this is nested too deeply, or refers to itself too often"
        case .unusedFeature(let feature): "\(feature) can't be used here; write the value itself"
        case .unknownKey(let key, let owner, let known):
            "unknown key '\(key)' in \(owner)\(Spelling.hint(for: key, among: known, "the keys there are"))"
        case .duplicateKey(let key): "the key '\(key)' is given twice"
        case .missingKey(let key, let owner): "the key '\(key)' is missing in \(owner)"
        case .wrongType(let key, let expected, let found):
            "'\(key)' should be \(expected), and is \(found)"
        case .unknownValue(let key, let value, let allowed):
            "'\(value)' is no value of '\(key)'\(Spelling.hint(for: value, among: allowed, "the values are"))"
        case .languageCode(let code, let key):
            "'\(code)' in '\(key)' is no language; write its code of two or three letters, such as fr or en"
        case .outOfRange(let key, let value, let range): "'\(key)' is \(value), and should be \(range)"
        case .unprintable(let key): "'\(key)' should be a text on one line, neither empty nor with control characters"
        case .useOfNoMedia(let type):
            "'use_seconds' is for steps of type media, this one is \(type): only what plays goes on as it was measured"
        case .noSteps: "'steps' is empty; a journey has at least one step"
        case .duplicateStep(let id, let line):
            "the step '\(id)' is already on line \(line); each needs an id of its own"
        case .hostPattern(let pattern, let fault): "'\(pattern)' is no host: \(fault)"
        }
    }
}
