/// The lines of an HTTP/1 message's head, one after the other (RFC 9112 § 2.2).
struct HTTPLines: ~Escapable {
    /// The next line of a head.
    enum Line: Equatable {
        /// Where the line stands, without its end.
        case line(Range<Int>)
        /// Its end hasn't come.
        case incomplete
        /// It has a byte that no head has, or ends beyond the limit.
        case broken
    }

    /// Longest head that is waited for, in bytes; servers take 8 KiB (nginx, Apache) to 32 KiB.
    static let longest = 16_384

    private let bytes: RawSpan
    /// Where the next line begins.
    private(set) var position: Int

    @_lifetime(copy bytes)
    init(_ bytes: RawSpan, from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// The next line: up to a line feed, and the carriage return before it if there is one.
    @_lifetime(self: copy self)
    mutating func next() -> Line {
        let start = position
        for index in start..<min(bytes.byteCount, Self.longest) {
            let byte = bytes.byte(at: index)
            let isAfterReturn = index > start && bytes.byte(at: index - 1) == 0x0D
            if byte == 0x0A {
                position = index + 1
                return .line(start..<(isAfterReturn ? index - 1 : index))
            }
            // A carriage return ends a line or is an attack; of other control characters only the tab is allowed (RFC 9110 § 5.5).
            if isAfterReturn || byte == 0x7F || (byte < 0x20 && byte != 0x0D && byte != 0x09) { return .broken }
        }
        return bytes.byteCount < Self.longest ? .incomplete : .broken
    }
}

extension RawSpan {
    /// Whether a range holds a text of ASCII in any case; `text` is in lower case.
    func holds(_ text: [UInt8], in range: Range<Int>) -> Bool {
        range.count == text.count
            && range.allSatisfy { index in
                let byte = self.byte(at: index)
                return text[index - range.lowerBound] == ((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            }
    }
}

extension UInt8 {
    /// Whether it may stand in a token, as methods and field names are (RFC 9110 § 5.6.2).
    var isOfToken: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // ! # $ % & ' * + - . ^ _ ` | ~
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
        default: false
        }
    }
}
