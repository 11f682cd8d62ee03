/// A connection ID (RFC 9000 § 5.1): up to 20 bytes, as a value that can be a key.
struct QUICConnectionID: Hashable, Sendable {
    /// Most bytes (RFC 9000 § 17.2).
    static let longest = 20

    /// How many bytes it has; none is an ID, too.
    let count: Int
    private let first: UInt64
    private let second: UInt64
    private let third: UInt32

    /// The ID in a part of a datagram; `nil` for more than 20 bytes.
    init?(_ bytes: RawSpan, _ range: Range<Int>) {
        guard range.count <= Self.longest else { return nil }
        count = range.count
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        // Each word is filled from its highest byte, so that no two IDs of one length are alike.
        for (index, position) in range.enumerated() {
            let byte = UInt64(bytes.byte(at: position)) << (8 * (7 - index % 8))
            switch index / 8 {
            case 0: words.0 |= byte
            case 1: words.1 |= byte
            default: words.2 |= byte
            }
        }
        (first, second, third) = (words.0, words.1, UInt32(words.2 >> 32))
    }

    /// The destination of a packet with a short header (RFC 8999 § 5.2), if IDs have that length there.
    ///
    /// - Returns: `nil` for a long header, or too few bytes.
    init?(shortHeader datagram: RawSpan, length: Int) {
        guard length >= 0, datagram.byteCount > length, datagram.byte(at: 0) & 0x80 == 0 else { return nil }
        self.init(datagram, 1..<1 + length)
    }

    /// Its bytes.
    var bytes: [UInt8] {
        (0..<count).map { index in
            switch index / 8 {
            case 0: UInt8(truncatingIfNeeded: first >> (8 * (7 - index)))
            case 1: UInt8(truncatingIfNeeded: second >> (8 * (15 - index)))
            default: UInt8(truncatingIfNeeded: third >> (8 * (19 - index)))
            }
        }
    }
}
