/// A DNS answer over UDP (RFC 1035 § 4): the name asked and the addresses given.
///
/// Made to be used again for the next message.
struct DNSResponse: Sendable {
    /// Most compression pointers followed in a name: more than labels fit a name of 255 bytes.
    private static let mostPointers = 128

    /// The first question's name, without the final dot.
    private(set) var question = HostName()
    /// Addresses of A and AAAA records (RFC 1035 § 3.4.1, RFC 3596 § 2.2).
    private(set) var addresses: [IPAddress] = []

    /// Reads a message.
    ///
    /// ```
    ///  0..1 id   2..3 flags (response: bit 15)   4..5 questions   6..7 answers   8..9 authority   10..11 additional
    ///  record:  name   0..1 type   2..3 class   4..7 TTL   8..9 length   10.. data
    /// ```
    ///
    /// - Returns: whether it is a response that doesn't break off before its answers.
    mutating func read(_ message: RawSpan) -> Bool {
        question.removeAll()
        addresses.removeAll(keepingCapacity: true)
        guard message.byteCount >= 12, message.uint16(at: 2) & 0x8000 != 0 else { return false }
        let questions = Int(message.uint16(at: 4))
        let answers = Int(message.uint16(at: 6))
        guard questions >= 1 else { return false }
        var position = 12
        for index in 0..<questions {
            guard let end = Self.endOfName(message, position), end + 4 <= message.byteCount else { return false }
            if index == 0, !readName(message, position) { return false }
            position = end + 4
        }
        for _ in 0..<answers {
            guard let end = Self.endOfName(message, position), end + 10 <= message.byteCount else { return true }
            let (type, length) = (message.uint16(at: end), Int(message.uint16(at: end + 8)))
            position = end + 10
            guard position + length <= message.byteCount else { return true }
            if type == 1, length == 4 {
                addresses.append(IPAddress(ipv4: message.uint32(at: position)))
            } else if type == 28, length == 16 {
                addresses.append(
                    IPAddress(high: message.uint64(at: position), low: message.uint64(at: position + 8)))
            }
            position += length
        }
        return true
    }

    /// Where the name that begins at `position` ends; a compression pointer (RFC 1035 § 4.1.4) ends it.
    private static func endOfName(_ message: RawSpan, _ position: Int) -> Int? {
        var position = position
        while position < message.byteCount {
            let length = Int(message.byte(at: position))
            switch length >> 6 {
            case 0: position += 1 + length
            case 3: return position + 2 <= message.byteCount ? position + 2 : nil
            default: return nil
            }
            if length == 0 { return position }
        }
        return nil
    }

    /// Reads the name that begins at `position`, labels joined by dots.
    ///
    /// - Returns: whether it is one; pointers in a circle and names beyond 255 bytes are none.
    private mutating func readName(_ message: RawSpan, _ position: Int) -> Bool {
        var position = position
        var length = 0
        var pointers = 0
        while position < message.byteCount {
            let byte = Int(message.byte(at: position))
            if byte == 0 { return true }
            if byte >> 6 == 3 {
                guard position + 1 < message.byteCount, pointers < Self.mostPointers else { return false }
                pointers += 1
                position = Int(message.uint16(at: position) & 0x3FFF)
                continue
            }
            guard byte < 64, position + 1 + byte <= message.byteCount else { return false }
            length += 1 + byte
            guard length <= 255 else { return false }
            question.appendDot()
            question.append(message, position + 1..<position + 1 + byte)
            position += 1 + byte
        }
        return false
    }
}
