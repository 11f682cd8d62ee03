import Documents
import FoundationEssentials

/// An object of a data file, read key by key so that every mistake is named with its place.
struct StrictObject {
    let file: String
    let entry: String?
    private let path: String
    private let values: [String: JSONValue]
    private let lines: [String: Int]

    /// The object that a file holds.
    ///
    /// `lines` tells where values stand in the text that the JSON was made from, by path such as `factors.0.low`.
    init(_ data: Data, file: String, lines: [String: Int] = [:]) throws(FactorError) {
        // Foundation says neither where nor what in invalid JSON: its error adds nothing.
        guard case .object(let values)? = try? JSONDecoder().decode(JSONValue.self, from: data) else {
            throw FactorError(file: file, .notJSON)
        }
        self.init(file: file, entry: nil, path: "", values: values, lines: lines)
    }

    private init(file: String, entry: String?, path: String, values: [String: JSONValue], lines: [String: Int]) {
        self.file = file
        self.path = path
        self.values = values
        self.entry = entry
        self.lines = lines
    }

    func error(_ key: String, _ problem: FactorError.Problem) -> FactorError {
        FactorError(
            file: file, line: lines[path + key] ?? lines[String(path.dropLast())], entry: entry,
            key: entry == nil ? path + key : key, problem)
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    func allowOnly(_ keys: [String]) throws(FactorError) {
        if let unknown = values.keys.filter({ !keys.contains($0) }).min() {
            throw error(unknown, .unknownKey(expected: keys))
        }
    }

    func text(_ key: String) throws(FactorError) -> String {
        guard case .text(let text) = try value(key) else { throw error(key, .wrongKind(expected: "a text")) }
        guard !text.isEmpty else { throw error(key, .empty) }
        // Texts are shown on terminals, which obey control characters.
        guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.properties.generalCategory != .control }) else {
            throw error(key, .malformed(expected: "a text without control characters"))
        }
        return text
    }

    func textIfPresent(_ key: String) throws(FactorError) -> String? {
        has(key) ? try text(key) : nil
    }

    /// A text, or one in each language of the program.
    func localizedText(_ key: String) throws(FactorError) -> LocalizedText {
        guard case .object = try value(key) else { return LocalizedText(try text(key)) }
        let texts = try object(key)
        try texts.allowOnly(["en", "fr"])
        return LocalizedText(["en": try texts.text("en"), "fr": try texts.text("fr")])
    }

    func localizedTextIfPresent(_ key: String) throws(FactorError) -> LocalizedText? {
        has(key) ? try localizedText(key) : nil
    }

    func textsIfPresent(_ key: String) throws(FactorError) -> [String] {
        guard has(key) else { return [] }
        let kind = FactorError.Problem.wrongKind(expected: "a list of texts")
        guard case .list(let list) = try value(key) else { throw error(key, kind) }
        var texts: [String] = []
        for case let value in list {
            guard case .text(let text) = value else { throw error(key, kind) }
            texts.append(text)
        }
        return texts
    }

    func number(_ key: String, _ limits: ClosedRange<Double>) throws(FactorError) -> Double {
        guard case .number(let number) = try value(key) else { throw error(key, .wrongKind(expected: "a number")) }
        guard limits.contains(number) else {
            throw error(key, .outside(least: limits.lowerBound, most: limits.upperBound, found: number))
        }
        return number
    }

    func oneOf<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws(FactorError) -> Choice {
        let text = try text(key)
        guard let choice = Choice(rawValue: text) else {
            throw error(key, .notOneOf(Choice.allCases.map(\.rawValue), found: text))
        }
        return choice
    }

    func object(_ key: String) throws(FactorError) -> StrictObject {
        guard case .object(let values) = try value(key) else { throw error(key, .wrongKind(expected: "an object")) }
        return StrictObject(file: file, entry: entry, path: path + key + ".", values: values, lines: lines)
    }

    func objects(_ key: String) throws(FactorError) -> [StrictObject] {
        let kind = FactorError.Problem.wrongKind(expected: "a list of objects")
        guard case .list(let list) = try value(key) else { throw error(key, kind) }
        var objects: [StrictObject] = []
        for value in list {
            guard case .object(let values) = value else { throw error(key, kind) }
            // What stands in a list is an entry that its identifier names better than its position.
            var entry = entry
            if case .text(let id)? = values["id"] { entry = id }
            objects.append(
                StrictObject(
                    file: file, entry: entry, path: path + "\(key).\(objects.count).", values: values, lines: lines))
        }
        return objects
    }

    private func value(_ key: String) throws(FactorError) -> JSONValue {
        guard let value = values[key] else { throw error(key, .missingKey) }
        return value
    }
}

extension StrictObject {
    /// Checks that the file is of the kind that its reader understands.
    func expectSchema(_ schema: String) throws(FactorError) {
        let found = try text("schema")
        guard found == schema else { throw error("schema", .notOneOf([schema], found: found)) }
    }
}

private enum JSONValue: Decodable {
    case object([String: JSONValue])
    case list([JSONValue])
    case text(String)
    case number(Double)
    /// A truth value or null: no data file has any.
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Each form is valid; the next is tried where one doesn't fit.
        if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if (try? container.decode(Bool.self)) == nil, let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .other
        }
    }
}
