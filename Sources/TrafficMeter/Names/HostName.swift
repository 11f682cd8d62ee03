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
        for index in range { bytes.appendPrintable(source.byte(at: index)) }
    }

    /// Takes away the final dot, which says that a name is written out (RFC 1034 § 3.1).
    mutating func removeFinalDot() {
        if bytes.last == 0x2E { bytes.removeLast() }
    }
}

extension [UInt8] {
    /// Appends a byte of a foreign text: as it is if it can be printed, else escaped.
    mutating func appendText(_ byte: UInt8) {
        switch byte {
        case 0x5C, 0x00...0x20, 0x7F...0xFF: appendEscaped(byte)
        default: append(byte)
        }
    }

    /// Appends a byte of a name: lower case, or escaped if it isn't printable.
    mutating func appendPrintable(_ byte: UInt8) {
        switch byte {
        case 0x41...0x5A: append(byte + 0x20)
        case 0x5C, 0x00...0x20, 0x7F...0xFF: appendEscaped(byte)
        default: append(byte)
        }
    }

    /// Appends a byte as `\DDD` (RFC 1035 § 5.1).
    mutating func appendEscaped(_ byte: UInt8) {
        append(0x5C)
        append(0x30 + byte / 100)
        append(0x30 + byte / 10 % 10)
        append(0x30 + byte % 10)
    }
}
