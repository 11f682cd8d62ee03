/// Reads what TLS, QUIC and gQUIC build their messages of; no read goes beyond the range that it was given.
struct ByteCursor: ~Escapable {
    let bytes: RawSpan
    /// What is left.
    private(set) var range: Range<Int>

    /// A cursor over a part of some bytes.
    @_lifetime(copy bytes)
    init(_ bytes: RawSpan, _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    /// A cursor over some bytes.
    @_lifetime(copy bytes)
    init(_ bytes: RawSpan) {
        self.init(bytes, 0..<bytes.byteCount)
    }

    /// Where the next byte is.
    var position: Int { range.lowerBound }

    /// The next bytes, if there are that many.
    @_lifetime(self: copy self)
    mutating func take(_ count: Int) -> Range<Int>? {
        guard count <= range.count else { return nil }
        let found = range.lowerBound..<range.lowerBound + count
        range = found.upperBound..<range.upperBound
        return found
    }

    /// Leaves out some bytes.
    ///
    /// - Returns: whether there were that many.
    @_lifetime(self: copy self)
    mutating func skip(_ count: Int) -> Bool { take(count) != nil }

    /// A number of at most seven bytes, network byte order.
    @_lifetime(self: copy self)
    mutating func integer(_ count: Int) -> Int? {
        take(count)?.reduce(0) { $0 << 8 | Int(bytes.byte(at: $1)) }
    }

    /// A number of at most seven bytes, least significant first.
    @_lifetime(self: copy self)
    mutating func littleEndian(_ count: Int) -> Int? {
        take(count)?.reversed().reduce(0) { $0 << 8 | Int(bytes.byte(at: $1)) }
    }

    /// TLS's vector (RFC 8446 § 3.4): its length in some bytes, and its content.
    @_lifetime(self: copy self)
    mutating func vector(_ lengthBytes: Int) -> Range<Int>? {
        guard let length = integer(lengthBytes) else { return nil }
        return take(length)
    }

    /// QUIC's number of 1, 2, 4 or 8 bytes, of which the first two bits say which (RFC 9000 § 16); at most 2⁶² − 1.
    @_lifetime(self: copy self)
    mutating func variableInteger() -> Int? {
        guard let first = range.first else { return nil }
        let length = 1 << Int(bytes.byte(at: first) >> 6)
        return take(length)?.reduce(0) { value, index in
            value << 8 | Int(index == first ? bytes.byte(at: index) & 0x3F : bytes.byte(at: index))
        }
    }
}
