/// A host and a port, as requests name them: `host`, `host:port`, `[address]:port` (RFC 3986 § 3.2).
///
/// Made to be used again for the next one, so that reading allocates nothing.
struct Authority: Equatable, Sendable {
    /// The host's name, without the final dot; empty if the host is an address, or there is none.
    private(set) var name = HostName()
    /// The host's address, if it is given by one.
    private(set) var address: IPAddress?
    /// The port, if one is given.
    private(set) var port: UInt16?

    /// Whether neither a name nor an address is given.
    var isEmpty: Bool { name.isEmpty && address == nil }

    mutating func removeAll() {
        name.removeAll()
        (address, port) = (nil, nil)
    }

    /// Takes an address and a port.
    mutating func set(_ address: IPAddress, port: UInt16?) {
        name.removeAll()
        (self.address, self.port) = (address, port)
    }

    /// Takes a name of a message, which may be an IPv4 address, and a port.
    mutating func set(_ message: RawSpan, _ range: Range<Int>, port: UInt16?) {
        name.removeAll()
        name.append(message, range)
        name.removeFinalDot()
        address = IPAddress(ipv4Literal: name.bytes)
        if address != nil { name.removeAll() }
        self.port = port
    }

    /// Reads a range of a message; user information before an `@` is passed over.
    ///
    /// - Returns: whether it is an authority, as an empty one is; nothing is kept of what isn't.
    mutating func read(_ message: RawSpan, _ range: Range<Int>) -> Bool {
        removeAll()
        var range = range
        if let sign = range.last(where: { message.byte(at: $0) == 0x40 }) { range = sign + 1..<range.upperBound }
        guard let first = range.first else { return true }
        let isBracketed = message.byte(at: first) == 0x5B
        let mark: UInt8 = isBracketed ? 0x5D : 0x3A
        let end = range.first { message.byte(at: $0) == mark }
        if isBracketed {
            guard let end, let literal = IPAddress(ipv6Literal: message, first + 1..<end) else { return false }
            set(literal, port: nil)
            return readPort(message, end + 1..<range.upperBound)
        }
        let host = first..<(end ?? range.upperBound)
        guard host.count <= 255, host.allSatisfy({ message.byte(at: $0).isOfRegisteredName }) else { return false }
        set(message, host, port: nil)
        return readPort(message, host.upperBound..<range.upperBound)
    }

    /// Reads what follows a host: nothing, or a colon with digits, which may be none (RFC 3986 § 3.2.3).
    private mutating func readPort(_ message: RawSpan, _ range: Range<Int>) -> Bool {
        guard let colon = range.first else { return true }
        let digits = range.dropFirst()
        guard message.byte(at: colon) == 0x3A, digits.count <= 5,
            digits.allSatisfy({ (0x30...0x39).contains(message.byte(at: $0)) })
        else { return refuse() }
        let value = digits.reduce(0) { $0 * 10 + Int(message.byte(at: $1) - 0x30) }
        guard value <= 0xFFFF else { return refuse() }
        if !digits.isEmpty { port = UInt16(value) }
        return true
    }

    /// Leaves nothing of what turns out to be no authority.
    private mutating func refuse() -> Bool {
        removeAll()
        return false
    }
}

extension UInt8 {
    /// Whether it may stand in a registered name: unreserved, percent-encoded or a sub-delimiter (RFC 3986 § 3.2.2).
    fileprivate var isOfRegisteredName: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // - . _ ~ % ! $ & ' ( ) * + , ; =
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x25, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D: true
        default: false
        }
    }
}

extension IPAddress {
    /// An address in dotted decimal; `nil` if the bytes are anything else.
    fileprivate init?(ipv4Literal bytes: [UInt8]) {
        // Names are hardly ever made of digits and dots alone, so that hardly ever a text is made.
        guard (7...15).contains(bytes.count), bytes.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    /// An IPv6 address; `nil` if the bytes are anything else.
    fileprivate init?(ipv6Literal message: RawSpan, _ range: Range<Int>) {
        // The longest text has 45 characters: six groups and an IPv4 address.
        guard range.count <= 45, range.contains(where: { message.byte(at: $0) == 0x3A }) else { return nil }
        self.init(String(decoding: message.array(range), as: UTF8.self))
    }
}
