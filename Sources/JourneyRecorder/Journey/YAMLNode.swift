import Documents
import Yams

/// A node of a journey file with what its errors name: the key it stands under, and where.
struct YAMLNode {
    private let node: Node
    private let key: String
    private let file: String

    init(_ node: Node, key: String, file: String) {
        self.node = node
        self.key = key
        self.file = file
    }

    var line: Int { node.mark?.line ?? 0 }

    func error(_ problem: JourneyFileError.Problem) -> JourneyFileError {
        JourneyFileError(problem, file: file, place: node.place)
    }

    private func wrongType(_ expected: String) -> JourneyFileError {
        error(.wrongType(key: key, expected: expected, found: found))
    }

    private var found: String {
        switch node {
        case .mapping: "a set of keys"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar) where isNull(scalar): "empty"
        case .scalar(let scalar): "'\(scalar.string)'"
        }
    }

    /// A scalar without quotes that YAML 1.2 (§ 10.3.2) reads as null.
    private func isNull(_ scalar: Node.Scalar) -> Bool {
        scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    private func scalar(_ expected: String) throws(JourneyFileError) -> Node.Scalar {
        guard case .scalar(let scalar) = node, !isNull(scalar) else { throw wrongType(expected) }
        return scalar
    }

    /// What was written without quotes, for numbers and truth values.
    private func plain(_ expected: String) throws(JourneyFileError) -> String {
        let scalar = try scalar(expected)
        guard scalar.style == .plain else { throw wrongType(expected) }
        return scalar.string
    }
}

extension YAMLNode {
    /// What a node is, for a reader that checks keys and kinds itself.
    enum Content {
        /// A scalar in quotes or in a block.
        case text(String)
        /// A scalar without quotes: a text, or a number or truth value to who expects one.
        case plain(String)
        case list([YAMLNode])
        case fields([(name: String, value: YAMLNode)])
    }

    /// What the node is.
    ///
    /// - Throws: `JourneyFileError` if a key is no plain text.
    func content() throws(JourneyFileError) -> Content {
        switch node {
        case .scalar(let scalar): return scalar.style == .plain ? .plain(scalar.string) : .text(scalar.string)
        case .sequence(let sequence): return .list(sequence.map { YAMLNode($0, key: key, file: file) })
        case .mapping(let mapping):
            var fields: [(name: String, value: YAMLNode)] = []
            for (name, value) in mapping {
                guard let word = name.scalar?.string else {
                    throw YAMLNode(name, key: key, file: file).wrongType("a key")
                }
                fields.append((word, YAMLNode(value, key: word, file: file)))
            }
            return .fields(fields)
        case .alias: throw wrongType("a value")
        }
    }

    /// A text on one line, as written.
    func text() throws(JourneyFileError) -> String {
        let text = try scalar("a text").string
        guard text.isShowable else { throw error(.unprintable(key: key)) }
        return text
    }

    /// One text, or one per language (ISO 639: two or three lower-case letters).
    func localizedText() throws(JourneyFileError) -> LocalizedText {
        switch node {
        case .scalar where found != "empty": return LocalizedText(try text())
        case .mapping(let mapping) where !mapping.isEmpty:
            var texts: [String: String] = [:]
            for (language, value) in mapping {
                let code = language.scalar?.string ?? ""
                guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                    throw YAMLNode(language, key: key, file: file).error(.languageCode(code, key: key))
                }
                texts[code] = try YAMLNode(value, key: "\(key).\(code)", file: file).text()
            }
            return LocalizedText(texts)
        default: throw wrongType("a text, or one per language such as { fr: …, en: … }")
        }
    }

    /// `true` or `false` (YAML 1.2 § 10.3.2).
    func flag() throws(JourneyFileError) -> Bool {
        switch try plain("true or false") {
        case "true", "True", "TRUE": true
        case "false", "False", "FALSE": false
        default: throw wrongType("true or false")
        }
    }

    /// A whole number from 0.
    func count() throws(JourneyFileError) -> Int {
        let digits = try plain("a whole number")
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw wrongType("a whole number without sign or unit")
        }
        guard let value = Int(digits) else {
            throw error(.outOfRange(key: key, value: digits, range: "at most \(Int.max)"))
        }
        return value
    }

    /// A decimal number within a range.
    func number(in range: ClosedRange<Double>) throws(JourneyFileError) -> Double {
        let digits = try plain("a number")
        guard let value = Self.decimal(digits) else { throw wrongType("a number such as 1.2") }
        try check(value, digits, in: range, unit: "")
        return value
    }

    /// A share such as `10%` or `12.5 %`, as a fraction; at most 1000 %.
    func percentage() throws(JourneyFileError) -> Double {
        let text = try scalar("a percentage such as 10%").string
        let digits = text.dropLast().filter { !" \u{A0}\u{202F}".contains($0) }
        guard text.last == "%", let value = Self.decimal(digits) else { throw wrongType("a percentage such as 10%") }
        try check(value, text, in: 0...1000, unit: "%")
        return value / 100
    }

    /// One of the words of a vocabulary.
    func choice<Word: RawRepresentable<String> & CaseIterable>(of: Word.Type) throws(JourneyFileError) -> Word {
        let allowed = Word.allCases.map(\.rawValue)
        let text = try scalar("one of \(allowed.joined(separator: ", "))").string
        guard let word = Word(rawValue: text) else {
            throw error(.unknownValue(key: key, value: text, allowed: allowed))
        }
        return word
    }

    private static func decimal(_ text: some StringProtocol) -> Double? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } ? Double(text) : nil
    }

    private func check(
        _ value: Double, _ text: String, in range: ClosedRange<Double>, unit: String
    ) throws(JourneyFileError) {
        guard range.contains(value) else {
            let sentence =
                range.upperBound.isFinite
                ? "from \(Int(range.lowerBound))\(unit) to \(Int(range.upperBound))\(unit)"
                : "at least \(Int(range.lowerBound))\(unit)"
            throw error(.outOfRange(key: key, value: text, range: sentence))
        }
    }
}

extension YAMLNode {
    /// The elements of a list.
    func list(_ expected: String) throws(JourneyFileError) -> [YAMLNode] {
        guard case .sequence(let sequence) = node else { throw wrongType(expected) }
        return sequence.map { YAMLNode($0, key: key, file: file) }
    }

    /// The values of a set of keys, all of which must be known.
    ///
    /// The owner is what the keys belong to, for messages: "a step".
    func fields<Key: JourneyKey>(of owner: String, _: Key.Type) throws(JourneyFileError) -> Fields<Key> {
        guard case .mapping(let mapping) = node else {
            throw wrongType("keys and values (\(Key.allCases.map(\.rawValue).joined(separator: ", ")))")
        }
        var values: [Key: YAMLNode] = [:]
        for (name, value) in mapping {
            let word = name.scalar?.string
            guard let key = word.flatMap(Key.init(rawValue:)) else {
                throw YAMLNode(name, key: key, file: file)
                    .error(.unknownKey(word ?? "…", in: owner, known: Key.allCases.map(\.rawValue)))
            }
            values[key] = YAMLNode(value, key: key.rawValue, file: file)
        }
        return Fields(node: self, owner: owner, values: values)
    }

    /// The values of a set of keys.
    struct Fields<Key: JourneyKey> {
        fileprivate let node: YAMLNode
        fileprivate let owner: String
        fileprivate let values: [Key: YAMLNode]

        /// The value of a key that may be left out.
        subscript(key: Key) -> YAMLNode? { values[key] }

        /// The value of a key that must be there.
        func required(_ key: Key) throws(JourneyFileError) -> YAMLNode {
            guard let value = values[key] else { throw node.error(.missingKey(key.rawValue, in: owner)) }
            return value
        }
    }
}

/// The keys of one kind of mapping in a journey file.
protocol JourneyKey: RawRepresentable<String>, CaseIterable, Hashable {}

extension String {
    /// Whether the text can stand on one line of a report or a terminal: not empty, no control or line-breaking characters.
    var isShowable: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy {
                switch $0.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }
}
