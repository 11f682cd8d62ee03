import Documents
import Foundation

/// A document as table `documents` holds it.
struct StoredDocument {
    /// How its bytes are stored.
    enum Compression: String {
        case none, zstd
    }

    /// Why stored bytes aren't a document.
    struct Damage: Error {
        let reason: String
    }

    /// The longest document that is taken, in bytes: a measurement of a long walk with its timeline has a few megabytes.
    static let limit = 256 << 20

    let content: Data
    let compression: Compression
    /// Its length before it was compressed.
    let bytes: Int

    /// - Throws: `Damage` if it is longer than the limit.
    init(compressing document: Data) throws(Damage) {
        guard document.count <= Self.limit else {
            throw Damage(reason: "it is longer than \(Self.limit >> 20) MiB")
        }
        bytes = document.count
        if let frame = Zstandard.compress(document), frame.count < document.count {
            (content, compression) = (frame, .zstd)
        } else {
            (content, compression) = (document, .none)
        }
    }

    init(_ row: inout SQLRow) throws {
        content = try row.blob()
        compression = try row.name(Compression.self)
        bytes = try row.count()
    }

    /// The document of a hash; `nil` if there is none.
    static func find(_ hash: String, in connection: any SQLConnection) throws -> StoredDocument? {
        try connection.first("SELECT content, compression, bytes FROM documents WHERE sha256 = ?", [hash]) {
            try StoredDocument(&$0)
        }
    }

    /// Shows every document with the hash that it is stored by, one in memory at a time.
    static func forEach(
        in connection: any SQLConnection, _ body: (_ hash: String, StoredDocument) throws -> Void
    ) throws {
        try connection.query("SELECT sha256, content, compression, bytes FROM documents ORDER BY sha256", []) { row in
            try body(try row.text(), try StoredDocument(&row))
        }
    }

    /// The document itself, never more than its stored length.
    func plain() throws(Damage) -> Data {
        guard (0...Self.limit).contains(bytes) else { throw Damage(reason: "its length can't be \(bytes)") }
        switch compression {
        case .none:
            guard content.count == bytes else { throw Damage(reason: "it hasn't the length that was stored") }
            return content
        case .zstd:
            guard let document = Zstandard.decompress(content, to: bytes) else {
                throw Damage(reason: "it can't be decompressed to its \(bytes) bytes")
            }
            return document
        }
    }
}
