import Foundation

/// The columns of a row, read one after the other in the order of the SELECT.
struct SQLRow {
    /// The columns that aren't read yet, each at its place.
    private(set) var values: [SQLValue] = []
    private var position = 0

    /// Makes room for the next row's columns, in the same memory.
    mutating func clear() {
        values.removeAll(keepingCapacity: true)
        position = 0
    }

    /// Adds a column.
    mutating func append(_ value: SQLValue) {
        values.append(value)
    }

    /// A column of another kind than expected, or none: the tables aren't what they were made as.
    struct Mismatch: Error {
        let column: Int
    }

    private mutating func next() throws(Mismatch) -> SQLValue {
        guard position < values.count else { throw Mismatch(column: position) }
        // Moved rather than copied: a list of ten thousand rows is half a million columns.
        var value = SQLValue.null
        swap(&value, &values[position])
        position += 1
        return value
    }

    private var mismatch: Mismatch { Mismatch(column: position - 1) }

    mutating func integer() throws(Mismatch) -> Int64 {
        guard case .integer(let value) = try next() else { throw mismatch }
        return value
    }

    mutating func optionalInteger() throws(Mismatch) -> Int64? {
        switch try next() {
        case .integer(let value): return value
        case .null: return nil
        default: throw mismatch
        }
    }

    mutating func count() throws(Mismatch) -> Int { Int(try integer()) }

    mutating func real() throws(Mismatch) -> Double {
        guard let value = try optionalReal() else { throw mismatch }
        return value
    }

    mutating func optionalReal() throws(Mismatch) -> Double? {
        switch try next() {
        case .real(let value): return value
        case .null: return nil
        default: throw mismatch
        }
    }

    mutating func text() throws(Mismatch) -> String {
        guard case .text(let value) = try next() else { throw mismatch }
        return value
    }

    mutating func optionalText() throws(Mismatch) -> String? {
        switch try next() {
        case .text(let value): return value
        case .null: return nil
        default: throw mismatch
        }
    }

    mutating func blob() throws(Mismatch) -> Data {
        guard case .blob(let value) = try next() else { throw mismatch }
        return value
    }

    /// A text that names a case of an enumeration.
    mutating func name<Value: RawRepresentable<String>>(_ type: Value.Type) throws(Mismatch) -> Value {
        guard let value = try optionalName(type) else { throw mismatch }
        return value
    }

    mutating func optionalName<Value: RawRepresentable<String>>(_ type: Value.Type) throws(Mismatch) -> Value? {
        guard let text = try optionalText() else { return nil }
        guard let value = Value(rawValue: text) else { throw mismatch }
        return value
    }
}
