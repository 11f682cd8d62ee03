/// The different names of a DNS message, each once, numbered as they are met.
///
/// Names are as `HostName` has them: lower case, labels joined by dots, without the final dot; a dot within a label is escaped.
/// Made to be used again for the next message, so that reading names allocates nothing.
struct DNSNames: Sendable {
    /// Most names that are kept apart; an answer has a handful, a Multicast DNS announcement some dozens.
    static let most = 128
    /// The number of every name that found no room: it is equal to none, and not to itself.
    static let unknown = -1
    /// Most compression pointers that are followed in one name: more than labels fit a name of 255 bytes.
    private static let mostPointers = 128
    /// Bytes of the header, into which no pointer leads.
    private static let headerLength = 12

    /// All names one behind the other; a name ends where the next begins.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The latest name that was nothing but a pointer: most records of an answer have the same owner.
    private var latest: (pointer: UInt16, name: Int) = (0, unknown)

    var count: Int { ends.count }

    /// A name's bytes; empty for the root.
    subscript(name: Int) -> ArraySlice<UInt8> {
        name == Self.unknown ? [] : bytes[(name == 0 ? 0 : ends[name - 1])..<ends[name]]
    }

    /// A name as text.
    func text(_ name: Int) -> String { String(decoding: self[name], as: UTF8.self) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        latest = (0, Self.unknown)
    }

    /// Reads the name that begins at a position (RFC 1035 § 3.1 and § 4.1.4).
    ///
    /// - Returns: its number, and where it ends; `nil` if it is none: cut, longer than 255 bytes, or with a pointer that doesn't lead
    ///   further back than all that was read, as each must that points to "a prior occurrence".
    mutating func read(_ message: RawSpan, at position: Int) -> (name: Int, end: Int)? {
        let pointer = position + 2 <= message.byteCount ? message.uint16(at: position) : 0
        if pointer >= 0xC000, pointer == latest.pointer { return (latest.name, position + 2) }
        let start = bytes.count
        guard let end = appendLabels(message, at: position) else {
            bytes.removeLast(bytes.count - start)
            return nil
        }
        let name = number(start)
        if pointer >= 0xC000 { latest = (pointer, name) }
        return (name, end)
    }

    /// Appends the labels of the name that begins at a position.
    ///
    /// - Returns: where the name ends; a pointer ends it.
    private mutating func appendLabels(_ message: RawSpan, at start: Int) -> Int? {
        var (position, earliest) = (start, start)
        // The root's byte is counted from the beginning.
        var (length, pointers) = (1, 0)
        var end: Int?
        var isFirst = true
        while position < message.byteCount {
            let byte = Int(message.byte(at: position))
            switch byte >> 6 {
            case 0:
                if byte == 0 { return end ?? position + 1 }
                length += 1 + byte
                guard length <= 255, position + 1 + byte <= message.byteCount else { return nil }
                if !isFirst { bytes.append(0x2E) }
                isFirst = false
                bytes.append(label: message, position + 1..<position + 1 + byte)
                position += 1 + byte
            case 3:
                guard position + 2 <= message.byteCount, pointers < Self.mostPointers else { return nil }
                let target = Int(message.uint16(at: position) & 0x3FFF)
                guard target >= Self.headerLength, target < earliest else { return nil }
                if end == nil { end = position + 2 }
                pointers += 1
                (position, earliest) = (target, target)
            default: return nil
            }
        }
        return nil
    }

    /// The number of the name that was appended last, which is taken away again if it was there already.
    private mutating func number(_ start: Int) -> Int {
        let length = bytes.count - start
        for name in ends.indices where self[name].count == length && self[name] == bytes[start...] {
            bytes.removeLast(length)
            return name
        }
        guard ends.count < Self.most else {
            bytes.removeLast(length)
            return Self.unknown
        }
        ends.append(bytes.count)
        return ends.count - 1
    }

    /// The number of a name without the labels at its beginning that are no host's: `_8443._https` of `_8443._https.example.org`.
    ///
    /// RFC 9460 § 9.1 and RFC 8552 § 1.1: what a service is looked up under begins with an underscore, and no host name does.
    mutating func host(of name: Int) -> Int {
        var rest = self[name]
        while rest.first == 0x5F, let dot = rest.firstIndex(of: 0x2E) { rest = rest[(dot + 1)...] }
        guard rest.count < self[name].count, !rest.isEmpty, rest.first != 0x5F else { return name }
        let start = bytes.count
        bytes += rest
        return number(start)
    }
}

extension [UInt8] {
    /// Appends a label, in which a dot is no border.
    fileprivate mutating func append(label message: RawSpan, _ range: Range<Int>) {
        // Nearly all labels are small letters, digits and hyphens, which stand for themselves.
        let start = count
        message.append(range, to: &self)
        guard self[start...].contains(where: { !Self.isPlain($0) }) else { return }
        removeLast(range.count)
        for index in range {
            let byte = message.byte(at: index)
            if byte == 0x2E { appendEscaped(byte) } else { appendPrintable(byte) }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
