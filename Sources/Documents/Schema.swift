public import FoundationEssentials

/// A document that names its format and version in the key `schema`.
public protocol SchemaDocument: Codable, Sendable {
    /// The identifier that this version writes, such as `ecoproxy.measurement/1`.
    static var schemaIdentifier: String { get }
    /// The identifier that the document carries.
    var schema: String { get }
}

extension SchemaDocument {
    /// Reads a document after checking that it is one of this kind and version.
    ///
    /// - Throws: `DocumentError` which names the place in the document.
    public init(json data: Data) throws(DocumentError) {
        let header = try CanonicalJSON.decode(SchemaHeader.self, from: data)
        guard header.schema == Self.schemaIdentifier else {
            throw DocumentError(
                path: "schema", reason: "expected \"\(Self.schemaIdentifier)\", found \"\(header.schema)\"")
        }
        self = try CanonicalJSON.decode(Self.self, from: data)
    }
}

private struct SchemaHeader: Decodable {
    let schema: String
}

/// The SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits.
public struct ContentHash: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    /// The hexadecimal digits.
    public var rawValue: String

    /// A hash from its hexadecimal digits.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The 64 digits.
    public var description: String { rawValue }

    /// The first twelve digits, enough to tell documents apart by eye.
    public var short: String { String(rawValue.prefix(12)) }

    /// Reads a JSON string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes a JSON string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
