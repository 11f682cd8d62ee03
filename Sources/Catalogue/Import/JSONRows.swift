import Documents
import Foundation

/// The rows of a JSON file: an array of objects, `{"applications": [...]}`, or an object a line.
struct JSONRows {
    /// All keys in the order of their first appearance.
    private(set) var headings: [String] = []
    private(set) var rows: [ImportedRow] = []

    /// Whether a text begins as JSON does.
    static func looksLike(_ text: String) -> Bool {
        text.unicodeScalars.first { !$0.properties.isWhitespace }.map { $0 == "{" || $0 == "[" } ?? false
    }

    init(_ text: String) throws(ImportFileError.Rule) {
        let elements: [(RowPlace, JSONValue?)]
        switch Result(catching: { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }) {
        case .success(.object(let object)):
            guard let list = object["applications"] else {
                elements = [(.item(1), .object(object))]
                break
            }
            guard case .array(let list) = list else { throw .noApplications }
            elements = list.enumerated().map { (.item($0 + 1), $1) }
        case .success(.array(let list)):
            elements = list.enumerated().map { (.item($0 + 1), $1) }
        case .success:
            throw .noApplications
        case .failure(let error):
            elements = Self.lines(of: text)
            guard let first = elements.first, case .object? = first.1 else { throw .notJSON(Self.reason(error)) }
        }
        guard !elements.isEmpty else { throw .empty }
        var known: Set<String> = []
        for (place, element) in elements {
            var row = ImportedRow(place: place)
            if case .object(let object)? = element {
                row.cells = Self.cells(of: object)
                for cell in row.cells where known.insert(cell.heading).inserted { headings.append(cell.heading) }
            } else {
                row.flaw = ImportedRow.Flaw(column: nil, reason: .notObject)
            }
            rows.append(row)
        }
    }

    /// A value a line (jsonlines.org); `nil` where a line is no JSON.
    private static func lines(of text: String) -> [(RowPlace, JSONValue?)] {
        text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !String(line).trimmed.isEmpty else { return nil }
            // A line that is no JSON is a row refused, which says so.
            return (.line(index + 1), try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)))
        }
    }

    /// The cells of an object in the order of its keys; where the application is a part of it, as in what `catalogue`
    /// itself prints, those of that part.
    private static func cells(of object: [String: JSONValue]) -> [ImportedRow.Cell] {
        if case .object(let part)? = object["application"] { return cells(of: part) }
        return object.sorted { $0.key < $1.key }.flatMap { key, value -> [ImportedRow.Cell] in
            if case .object(let schemes) = value, ImportField(heading: key) == .identifiers {
                return schemes.sorted { $0.key < $1.key }.compactMap { scheme, value in
                    value.content.map { ImportedRow.Cell(heading: "identifier:\(scheme)", content: $0) }
                }
            }
            return value.content.map { [ImportedRow.Cell(heading: key, content: $0)] } ?? []
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context)? = error as? DecodingError else { return "\(error)" }
        return (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
            ?? context.debugDescription
    }
}

/// A JSON value.
private enum JSONValue: Decodable {
    case null, bool, number(String), text(String), array([JSONValue]), object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if (try? container.decode(Bool.self)) != nil {  // a failure says that it is of another kind
            self = .bool
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .number("\(number)")
        } else if let number = try? container.decode(Double.self) {
            self = .number("\(number)")
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// What a cell holds of it; `nil` for nothing.
    var content: ImportedRow.Content? {
        switch self {
        case .text(let text) where text.trimmed.isEmpty: nil
        case .null: nil
        case .text(let text): .text(text)
        case .number(let number): .text(number)
        case .bool: .other("true or false")
        case .array: .other("an array")
        case .object: .other("an object")
        }
    }
}
