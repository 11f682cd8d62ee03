public import FoundationEssentials

/// A YAML file of any format as the JSON that it stands for, with the lines where values stand.
///
/// Within the bounds of journey files (size, nesting, no anchors or tags). JSON is YAML (YAML 1.2 § 1.3), so that a file
/// in either is read. A scalar without quotes is a number, a truth value or null where JSON (RFC 8259) would read it so,
/// else a text; a block's last line feed is left out.
public struct YAMLContent: Sendable {
    /// The content as JSON.
    public let json: Data
    /// Lines, from 1, by path: keys and positions joined by dots, such as `factors.0.low`.
    public let lines: [String: Int]

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - data: the file's bytes: UTF-8, at most 1 MiB.
    ///   - name: the file's name, for messages.
    /// - Throws: `JourneyFileError`, which names line and column, if it isn't YAML within the bounds.
    public init(_ data: Data, name: String) throws(JourneyFileError) {
        guard data.count <= YAMLDocument.maximumBytes else {
            throw JourneyFileError(.tooLarge(bytes: data.count, limit: YAMLDocument.maximumBytes), file: name)
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw JourneyFileError(.notUTF8, file: name) }
        let root = try YAMLDocument.root(text, file: name)
        var lines: [String: Int] = [:]
        let value = try JSONText(root, path: "", lines: &lines)
        do {
            json = try JSONEncoder().encode(value)
        } catch {
            throw JourneyFileError(.syntax("\(error)"), file: name)
        }
        self.lines = lines
    }
}

/// A value of JSON.
private indirect enum JSONText: Encodable {
    case object([String: JSONText])
    case list([JSONText])
    case text(String)
    case number(Double)
    case flag(Bool)
    case null

    init(_ node: YAMLNode, path: String, lines: inout [String: Int]) throws(JourneyFileError) {
        lines[path] = node.line
        let prefix = path.isEmpty ? "" : path + "."
        switch try node.content() {
        case .text(let text): self = .text(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        case .plain(let text): self = Self.plain(text)
        case .list(let nodes):
            var values: [JSONText] = []
            for (position, node) in nodes.enumerated() {
                values.append(try JSONText(node, path: "\(prefix)\(position)", lines: &lines))
            }
            self = .list(values)
        case .fields(let fields):
            var values: [String: JSONText] = [:]
            for field in fields {
                values[field.name] = try JSONText(field.value, path: prefix + field.name, lines: &lines)
            }
            self = .object(values)
        }
    }

    private static func plain(_ text: String) -> JSONText {
        switch text {
        case "true": return .flag(true)
        case "false": return .flag(false)
        case "", "~", "null": return .null
        default:
            let isNumber = text.wholeMatch(of: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/) != nil
            if isNumber, let number = Double(text), number.isFinite { return .number(number) }
            return .text(text)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let values): try container.encode(values)
        case .list(let values): try container.encode(values)
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .null: try container.encodeNil()
        }
    }
}
