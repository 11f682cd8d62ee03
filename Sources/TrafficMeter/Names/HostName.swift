/// A host name as bytes of printable ASCII: lower case, anything else escaped as RFC 1035 § 5.1 does (`\DDD`).
///
/// Made to be used again for the next name, so that reading names allocates nothing.
struct HostName: Equatable, Sendable {
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    /// The name as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends a dot, unless the name is empty yet.
    mutating func appendDot() {
        if !bytes.isEmpty { bytes.append(0x2E) }
    }

    /// Appends some bytes of a message.
    mutating func append(_ source: RawSpan, _ range: Range<Int>) {
        for index in range {
            let byte = source.byte(at: index)
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x5C, 0x00...0x20, 0x7F...0xFF:
                bytes.append(0x5C)
                bytes.append(0x30 + byte / 100)
                bytes.append(0x30 + byte / 10 % 10)
                bytes.append(0x30 + byte % 10)
            default: bytes.append(byte)
            }
        }
    }
}
