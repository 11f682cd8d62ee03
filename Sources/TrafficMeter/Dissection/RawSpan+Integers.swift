// The only unaligned loads of the module.
//
// `unsafeLoadUnaligned` checks its offset against the span's length and traps outside it; it is called unsafe only because
// it could make a value of a type for which not every bit pattern is valid. Every bit pattern is a valid integer.

extension RawSpan {
    /// The byte at an offset.
    @inlinable @inline(__always)
    func byte(at offset: Int) -> UInt8 {
        unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
    }

    /// Two bytes at an offset, network byte order.
    @inlinable @inline(__always)
    func uint16(at offset: Int) -> UInt16 {
        unsafe UInt16(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// Four bytes at an offset, network byte order.
    @inlinable @inline(__always)
    func uint32(at offset: Int) -> UInt32 {
        unsafe UInt32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Eight bytes at an offset, network byte order.
    @inlinable @inline(__always)
    func uint64(at offset: Int) -> UInt64 {
        unsafe UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The bytes of a range as an array, for what must outlive the packet.
    func array(_ range: Range<Int>) -> [UInt8] {
        let part = extracting(range)
        return (0..<part.byteCount).map { part.byte(at: $0) }
    }

    /// Appends some bytes to others, all at once.
    @inline(__always)
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        // Lent for the call alone.
        unsafe extracting(range).withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}

/// The order of bytes in the fields of a file.
public enum Endianness: Sendable {
    case little, big
}

extension RawSpan {
    /// Two bytes at an offset, in a file's byte order.
    @inlinable @inline(__always)
    func uint16(at offset: Int, _ order: Endianness) -> UInt16 {
        order == .big ? uint16(at: offset) : uint16(at: offset).byteSwapped
    }

    /// Four bytes at an offset, in a file's byte order.
    @inlinable @inline(__always)
    func uint32(at offset: Int, _ order: Endianness) -> UInt32 {
        order == .big ? uint32(at: offset) : uint32(at: offset).byteSwapped
    }

    /// Eight bytes at an offset, in a file's byte order.
    @inlinable @inline(__always)
    func uint64(at offset: Int, _ order: Endianness) -> UInt64 {
        order == .big ? uint64(at: offset) : uint64(at: offset).byteSwapped
    }
}

extension [UInt8] {
    /// The bytes of an array, lent; every element is a valid byte.
    var rawSpan: RawSpan {
        @_lifetime(borrow self)
        @inline(__always)
        get { unsafe span.bytes }
    }
}

extension InlineArray where Element == UInt8 {
    /// The bytes of an array, lent; every element is a valid byte.
    var rawSpan: RawSpan {
        @_lifetime(borrow self)
        @inline(__always)
        get { unsafe span.bytes }
    }
}
