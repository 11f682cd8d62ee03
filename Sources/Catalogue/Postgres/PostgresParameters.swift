import CPostgreSQL
import Foundation

/// Types of PostgreSQL by their numbers (pg_type.dat).
struct PostgresType: RawRepresentable, Hashable {
    let rawValue: Oid

    static let unknown = PostgresType(rawValue: 0)
    static let bool = PostgresType(rawValue: 16)
    static let bytes = PostgresType(rawValue: 17)
    static let name = PostgresType(rawValue: 19)
    static let integer64 = PostgresType(rawValue: 20)
    static let integer32 = PostgresType(rawValue: 23)
    static let text = PostgresType(rawValue: 25)
    static let double = PostgresType(rawValue: 701)

    /// A value in its binary format: integers and doubles big-endian, texts and bytes as they are.
    func value(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        // As many bytes as the buffer has, never more.
        func bigEndian() -> UInt64 { unsafe bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        switch (self, bytes.count) {
        case (.integer64, 8): return .integer(Int64(bitPattern: bigEndian()))
        case (.integer32, 4): return .integer(Int64(Int32(truncatingIfNeeded: bigEndian())))
        case (.bool, 1): return .integer(Int64(bigEndian()))
        case (.double, 8): return .real(Double(bitPattern: bigEndian()))
        case (.text, _), (.name, _): return .text(unsafe String(decoding: bytes, as: UTF8.self))
        case (.bytes, _): return .blob(unsafe Data(bytes))
        default: return nil
        }
    }
}

/// Values of a statement, one after the other as libpq wants them.
struct PostgresParameters {
    private var types: [Oid] = []
    private var bytes: [UInt8] = []
    private var ranges: [Range<Int>?] = []

    init(_ values: [SQLValue]) {
        for value in values {
            switch value {
            case .null: append(.unknown, nil)
            case .integer(let value): append(.integer64, UInt64(bitPattern: value).bigEndianBytes)
            case .real(let value): append(.double, value.bitPattern.bigEndianBytes)
            case .text(let value): append(.text, Array(value.utf8))
            case .blob(let value): append(.bytes, Array(value))
            }
        }
    }

    private mutating func append(_ type: PostgresType, _ value: [UInt8]?) {
        types.append(type.rawValue)
        guard let value else { return ranges.append(nil) }
        ranges.append(bytes.count..<bytes.count + value.count)
        bytes += value
        bytes.append(0)  // so that an empty value has an address, too
    }

    /// Lends types, addresses (null for NULL), lengths and formats (1: binary) of the values.
    func withPointers<Value>(
        _ body: (
            UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Value
    ) -> Value {
        let lengths = ranges.map { Int32(clamping: $0?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: ranges.count)
        // Each address lies within the bytes that are lent for as long.
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            let addresses = unsafe ranges.map { range -> UnsafePointer<CChar>? in
                guard let range, let base = bytes.baseAddress else { return nil }
                return unsafe UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self)
            }
            return unsafe body(types, addresses, lengths, formats)
        }
    }
}

extension UInt64 {
    fileprivate var bigEndianBytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) }
    }
}
