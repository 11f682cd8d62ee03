/// What a client says to a SOCKS proxy before its own bytes: SOCKS 5 (RFC 1928), also with a user name and password (RFC 1929), and
/// SOCKS 4 and 4a (Ying-Da Lee, "SOCKS: A protocol for TCP proxy across firewalls" and its extension 4A).
///
/// Made to be used again for the next one. User names and passwords are passed over and never kept.
struct SOCKSRequest: Sendable {
    /// What the proxy shall do (RFC 1928 § 4).
    enum Command: UInt8, Sendable {
        /// Make a connection, whose bytes follow.
        case connect = 1
        /// Wait for one.
        case bind = 2
        /// Pass on datagrams.
        case associate = 3
    }

    /// Longest text of SOCKS 4: nothing limits it, so that of a name does.
    private static let longestText = 255

    /// 4 or 5; 0 while nothing is complete.
    private(set) var version: UInt8 = 0
    private(set) var command = Command.connect
    /// Whom the tunnel leads to.
    private(set) var target = Authority()
    /// Where the tunnel's bytes begin.
    private(set) var length = 0

    /// Reads what a client says, without what the proxy answers between.
    ///
    /// ```
    ///  SOCKS 5:   5  count  methods…   [1  length  user  length  password]   5  command  0  type  address  port
    ///  SOCKS 4:   4  command  port  address  user…  0   [name…  0]
    /// ```
    ///
    /// - Parameter stream: the first bytes of the client.
    /// - Returns: what they are.
    mutating func read(_ stream: RawSpan) -> StreamVerdict {
        (version, command, length) = (0, .connect, 0)
        target.removeAll()
        guard stream.byteCount > 0 else { return .incomplete }
        var rest = Bytes(stream)
        let first = rest.take()
        let verdict = first == 5 ? read5(&rest) : first == 4 ? read4(&rest) : .other
        if verdict == .complete {
            (version, length) = (first ?? 0, rest.position)
        } else {
            target.removeAll()
        }
        return verdict
    }

    private mutating func read5(_ rest: inout Bytes) -> StreamVerdict {
        guard let count = rest.take() else { return .incomplete }
        guard count > 0 else { return .other }
        guard let methods = rest.take(Int(count)) else { return .incomplete }
        guard var first = rest.take() else { return .incomplete }
        // Method 2 was offered, and by what follows chosen: version 1 of the negotiation (RFC 1929 § 2).
        if first == 1, methods.contains(where: { rest.bytes.byte(at: $0) == 2 }) {
            for _ in 0..<2 {
                guard let length = rest.take(), rest.take(Int(length)) != nil else { return .incomplete }
            }
            guard let next = rest.take() else { return .incomplete }
            first = next
        }
        guard first == 5 else { return .other }
        guard let code = rest.take() else { return .incomplete }
        guard let command = Command(rawValue: code) else { return .other }
        guard let reserved = rest.take() else { return .incomplete }
        guard reserved == 0 else { return .other }
        guard let type = rest.take() else { return .incomplete }
        self.command = command
        return readAddress(type, &rest)
    }

    /// Address and port by type: 1 IPv4, 3 a name behind its length, 4 IPv6 (RFC 1928 § 5).
    private mutating func readAddress(_ type: UInt8, _ rest: inout Bytes) -> StreamVerdict {
        let length: Int
        switch type {
        case 1: length = 4
        case 4: length = 16
        case 3:
            guard let count = rest.take() else { return .incomplete }
            guard count > 0 else { return .other }
            length = Int(count)
        default: return .other
        }
        guard let address = rest.take(length), let place = rest.take(2) else { return .incomplete }
        let port = rest.bytes.uint16(at: place.lowerBound)
        if type == 3 {
            target.set(rest.bytes, address, port: port)
        } else {
            target.set(rest.bytes.address(at: address), port: port)
        }
        return .complete
    }

    private mutating func read4(_ rest: inout Bytes) -> StreamVerdict {
        guard let code = rest.take() else { return .incomplete }
        guard let command = Command(rawValue: code), command != .associate else { return .other }
        guard let place = rest.take(2), let address = rest.take(4) else { return .incomplete }
        self.command = command
        let port = rest.bytes.uint16(at: place.lowerBound)
        let number = rest.bytes.uint32(at: address.lowerBound)
        var text = rest.text(atMost: Self.longestText)
        // 4A: an address 0.0.0.x that isn't 0.0.0.0 says that a name follows.
        let isNamed = number != 0 && number >> 8 == 0
        if isNamed, case .text = text { text = rest.text(atMost: Self.longestText) }
        switch text {
        case .incomplete: return .incomplete
        case .endless: return .other
        case .text(let range):
            guard isNamed else {
                target.set(IPAddress(ipv4: number), port: port)
                return .complete
            }
            guard !range.isEmpty else { return .other }
            target.set(rest.bytes, range, port: port)
            return .complete
        }
    }
}

extension SOCKSRequest {
    /// Takes bytes from the beginning of others.
    private struct Bytes: ~Escapable {
        /// A text that a zero ends.
        enum Text {
            case text(Range<Int>), incomplete, endless
        }

        let bytes: RawSpan
        private(set) var position = 0

        @_lifetime(copy bytes)
        init(_ bytes: RawSpan) {
            self.bytes = bytes
        }

        @_lifetime(self: copy self)
        mutating func take() -> UInt8? {
            take(1).map { bytes.byte(at: $0.lowerBound) }
        }

        @_lifetime(self: copy self)
        mutating func take(_ count: Int) -> Range<Int>? {
            guard bytes.byteCount - position >= count else { return nil }
            position += count
            return position - count..<position
        }

        @_lifetime(self: copy self)
        mutating func text(atMost longest: Int) -> Text {
            let start = position
            let limit = min(bytes.byteCount, start + longest + 1)
            guard let zero = (start..<limit).first(where: { bytes.byte(at: $0) == 0 }) else {
                return limit == start + longest + 1 ? .endless : .incomplete
            }
            position = zero + 1
            return .text(start..<zero)
        }
    }
}
