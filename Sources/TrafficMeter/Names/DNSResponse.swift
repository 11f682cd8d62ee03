/// A DNS answer over UDP (RFC 1035 § 4): the name asked and the addresses given.
struct DNSResponse {
    /// Most compression pointers followed in a name: more than labels fit a name of 255 bytes.
    private static let mostPointers = 128

    /// The first question's name, without the final dot.
    private(set) var question = ""
    /// Addresses of A and AAAA records (RFC 1035 § 3.4.1, RFC 3596 § 2.2).
    private(set) var addresses: [IPAddress] = []

    /// Reads a message.
    ///
    /// ```
    ///  0..1 id   2..3 flags (response: bit 15)   4..5 questions   6..7 answers   8..9 authority   10..11 additional
    ///  record:  name   0..1 type   2..3 class   4..7 TTL   8..9 length   10.. data
    /// ```
    ///
    /// - Returns: `nil` if it is no response or breaks off before its answers.
    init?(_ message: RawSpan) {
        guard message.byteCount >= 12, message.uint16(at: 2) & 0x8000 != 0 else { return nil }
        let questions = Int(message.uint16(at: 4))
        let answers = Int(message.uint16(at: 6))
        guard questions >= 1 else { return nil }
        var position = 12
        for index in 0..<questions {
            guard let end = Self.endOfName(message, position), end + 4 <= message.byteCount else { return nil }
            if index == 0 {
                guard let name = Self.name(message, position) else { return nil }
                question = name
            }
            position = end + 4
        }
        for _ in 0..<answers {
            guard let end = Self.endOfName(message, position), end + 10 <= message.byteCount else { return }
            let (type, length) = (message.uint16(at: end), Int(message.uint16(at: end + 8)))
            position = end + 10
            guard position + length <= message.byteCount else { return }
            if type == 1, length == 4 {
                addresses.append(IPAddress(ipv4: message.uint32(at: position)))
            } else if type == 28, length == 16 {
                addresses.append(
                    IPAddress(high: message.uint64(at: position), low: message.uint64(at: position + 8)))
            }
            position += length
        }
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

    /// The name that begins at `position`, labels joined by dots; `nil` for pointer loops and names beyond 255 bytes.
    private static func name(_ message: RawSpan, _ position: Int) -> String? {
        var position = position
        var labels: [String] = []
        var length = 0
        var pointers = 0
        while position < message.byteCount {
            let byte = Int(message.byte(at: position))
            if byte == 0 { return labels.joined(separator: ".") }
            if byte >> 6 == 3 {
                guard position + 1 < message.byteCount, pointers < mostPointers else { return nil }
                pointers += 1
                position = Int(message.uint16(at: position) & 0x3FFF)
                continue
            }
            guard byte < 64, position + 1 + byte <= message.byteCount else { return nil }
            length += 1 + byte
            guard length <= 255 else { return nil }
            labels.append(hostName(message.array(position + 1..<position + 1 + byte)))
            position += 1 + byte
        }
        return nil
    }
}
