/// The head of an HTTP answer as it comes (RFC 9112 § 2.1): a status line and fields, up to an empty line.
struct HTTPHead {
    /// Most bytes of a head: far more than a server of captures sends.
    private static let limit = 16 << 10

    private var bytes: [UInt8] = []
    private var lines: [Substring] = []
    private(set) var isTooLong = false

    /// Takes bytes in.
    ///
    /// - Returns: what follows the head once it is whole, else `nil`.
    mutating func take(_ next: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for index in next.indices {
            bytes.append(next[index])
            if bytes.suffix(4) == [13, 10, 13, 10] || bytes.suffix(2) == [10, 10] {
                lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
                return next[(index + 1)...]
            }
            if bytes.count > Self.limit {
                isTooLong = true
                return nil
            }
        }
        return nil
    }

    /// The status code; `nil` if the first line is none of HTTP/1.x.
    var status: Int? {
        guard let words = lines.first?.split(separator: " "), words.count >= 2, words[0].hasPrefix("HTTP/1.") else {
            return nil
        }
        return Int(words[1])
    }

    /// A field's value by its name in lower case; the first one.
    subscript(name: String) -> String? {
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            return String(value.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        }
        return nil
    }
}

/// The body of an HTTP answer as it comes: as it is, or in chunks (RFC 9112 § 7.1).
struct HTTPBody {
    private enum Place {
        /// In the line of a chunk's length, so many characters in; whether its digits are over.
        case length(UInt64, digits: Int, isOver: Bool)
        case content(UInt64)
        /// In the two characters that end a chunk.
        case ending
        case end
    }

    /// Whether it comes in chunks.
    let isChunked: Bool
    private var place = Place.length(0, digits: 0, isOver: false)

    init(isChunked: Bool) {
        self.isChunked = isChunked
    }

    /// Whether the last chunk came; what follows is of no interest.
    var isAtEnd: Bool { if case .end = place { true } else { false } }

    /// Takes bytes in.
    ///
    /// - Parameters:
    ///   - bytes: the next ones of the answer.
    ///   - give: is given the content, byte by byte.
    /// - Returns: whether they follow the rules.
    mutating func take(_ bytes: ArraySlice<UInt8>, _ give: (UInt8) -> Void) -> Bool {
        guard isChunked else {
            for byte in bytes { give(byte) }
            return true
        }
        for byte in bytes where !(take(byte, give)) { return false }
        return true
    }

    private mutating func take(_ byte: UInt8, _ give: (UInt8) -> Void) -> Bool {
        switch place {
        case .length(let length, let digits, let isOver):
            if byte == UInt8(ascii: "\n") {
                guard digits > 0 else { return false }
                place = length == 0 ? .end : .content(length)
            } else if !isOver, let digit = Character(UnicodeScalar(byte)).hexDigitValue {
                // 15 digits are more than any chunk has, and can't overflow.
                guard digits < 15 else { return false }
                place = .length(length << 4 | UInt64(digit), digits: digits + 1, isOver: false)
            } else {
                guard digits > 0 else { return false }
                place = .length(length, digits: digits, isOver: true)
            }
        case .content(let left):
            give(byte)
            place = left == 1 ? .ending : .content(left - 1)
        case .ending:
            if byte == UInt8(ascii: "\n") {
                place = .length(0, digits: 0, isOver: false)
            } else if byte != UInt8(ascii: "\r") {
                return false
            }
        case .end: break
        }
        return true
    }
}
