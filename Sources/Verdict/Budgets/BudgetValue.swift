import Documents
import FoundationEssentials

/// A value of a budget file, with the place where it stands.
struct BudgetValue {
    /// What a value is.
    enum Content {
        case object([String: BudgetValue])
        case list([BudgetValue])
        case text(String)
        case number(Double)
        case flag(Bool)
        case null
    }

    let content: Content
    /// Keys and positions joined by dots, as in `scenarios.0.threshold`; empty for the file as a whole.
    let path: String
    let line: Int?
    let file: String

    /// The content of a file.
    ///
    /// - Parameters:
    ///   - json: the file as JSON.
    ///   - name: the file's name, for messages.
    ///   - lines: where values stand in the text that the JSON was made from, by path.
    /// - Throws: `BudgetError` if it is no JSON.
    init(json: Data, name: String, lines: [String: Int]) throws(BudgetError) {
        // Foundation says neither where nor what in invalid JSON: its error adds nothing.
        guard let value = try? JSONDecoder().decode(JSONTree.self, from: json) else {
            throw BudgetError(file: name, .notJSON)
        }
        self.init(value, path: "", file: name, lines: lines)
    }

    private init(_ tree: JSONTree, path: String, file: String, lines: [String: Int]) {
        let prefix = path.isEmpty ? "" : path + "."
        func value(_ tree: JSONTree, _ key: String) -> BudgetValue {
            BudgetValue(tree, path: prefix + key, file: file, lines: lines)
        }
        self.path = path
        self.file = file
        line = lines[path]
        content =
            switch tree {
            case .object(let values):
                .object(Dictionary(uniqueKeysWithValues: values.map { ($0, value($1, $0)) }))
            case .list(let values): .list(values.enumerated().map { value($1, "\($0)") })
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .flag(let flag): .flag(flag)
            case .null: .null
            }
    }

    func error(_ problem: BudgetError.Problem) -> BudgetError {
        BudgetError(file: file, line: line, key: path.isEmpty ? nil : path, problem)
    }

    func origin(_ key: String? = nil) -> LimitResult.Origin {
        LimitResult.Origin(file: file, line: line, key: key ?? path)
    }
}

extension BudgetValue {
    /// The value of a key, where this is an object that has it.
    subscript(key: String) -> BudgetValue? {
        guard case .object(let values) = content, let value = values[key], !value.isNull else { return nil }
        return value
    }

    /// The keys of an object with their values, in the order of the file; none of anything else.
    var entries: [(key: String, value: BudgetValue)] {
        guard case .object(let values) = content else { return [] }
        return values.map { ($0, $1) }.sorted { ($0.value.line ?? 0, $0.key) < ($1.value.line ?? 0, $1.key) }
    }

    /// The elements of a list; none of anything else.
    var elements: [BudgetValue] {
        guard case .list(let values) = content else { return [] }
        return values
    }

    var isObject: Bool { if case .object = content { true } else { false } }
    var isList: Bool { if case .list = content { true } else { false } }
    private var isNull: Bool { if case .null = content { true } else { false } }

    var text: String? { if case .text(let text) = content { text } else { nil } }
    var number: Double? { if case .number(let number) = content, number.isFinite { number } else { nil } }
}

/// A value of JSON as it is read.
private indirect enum JSONTree: Decodable {
    case object([String: JSONTree])
    case list([JSONTree])
    case text(String)
    case number(Double)
    case flag(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Each kind is tried in turn; a failure only says that it is another one.
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let values = try? container.decode([JSONTree].self) {
            self = .list(values)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }
}
