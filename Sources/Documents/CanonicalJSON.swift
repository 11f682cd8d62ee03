public import FoundationEssentials

/// The one way documents become bytes: same value, same bytes.
///
/// UTF-8, keys sorted, two spaces of indentation, slashes unescaped, shortest decimal that reads back to the same number,
/// absent values left out, one line feed at the end.
public enum CanonicalJSON {
    /// The canonical bytes of a value.
    ///
    /// - Throws: `EncodingError` if a number is infinite or not a number.
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(0x0A)
        return data
    }

    /// The same in one line, for files of a document a line.
    ///
    /// - Throws: `EncodingError` if a number is infinite or not a number.
    public static func line(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(0x0A)
        return data
    }

    /// A value from JSON bytes.
    ///
    /// - Throws: `DocumentError` which names the place in the document.
    public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws(DocumentError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw DocumentError(error)
        } catch {
            throw DocumentError(path: "", reason: "\(error)")
        }
    }
}

/// A JSON document that can't be read.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where: keys and indices joined by dots, empty for the document as a whole.
    public var path: String
    /// What is wrong there.
    public var reason: String

    /// An error at a place of a document.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The place and the reason, as a sentence for a person.
    public var description: String {
        path.isEmpty ? reason : "at key \(path): \(reason)"
    }

    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(path: Self.join(context.codingPath + [key]), reason: "this key is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init(path: Self.join(context.codingPath), reason: context.debugDescription)
        case .dataCorrupted(let context) where context.codingPath.isEmpty && context.underlyingError == nil:
            // Foundation says neither where nor what, and calls a number that doesn't fit invalid JSON, too.
            self.init(
                path: "", reason: "this is no JSON, or a number in it doesn't fit: a fraction, or too many digits")
        case .dataCorrupted(let context):
            let underlying = context.underlyingError.map { " (\($0))" } ?? ""
            self.init(path: Self.join(context.codingPath), reason: context.debugDescription + underlying)
        @unknown default:
            self.init(path: "", reason: "\(error)")
        }
    }

    private static func join(_ path: [any CodingKey]) -> String {
        path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
