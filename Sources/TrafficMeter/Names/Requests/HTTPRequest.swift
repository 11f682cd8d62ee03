/// The head of an HTTP/1 request (RFC 9112 § 3): whom it is for.
///
/// Made to be used again for the next one. Of method, target and fields nothing else is kept: they are personal.
struct HTTPRequest: Sendable {
    /// How a request names its target (RFC 9112 § 3.2).
    enum Form: Hashable, Sendable {
        /// A path of the host that the `Host` field names.
        case origin
        /// A whole URI, as to a proxy.
        case absolute
        /// A host and a port to which a proxy shall make a tunnel: the method is CONNECT.
        case authority
        /// The server as a whole: `*`.
        case asterisk
    }

    /// Longest method: those that IANA lists have up to 17 letters.
    private static let longestMethod = 32
    private static let connect = Array("connect".utf8)
    private static let version = Array("http/1.".utf8)
    private static let hostField = Array("host".utf8)

    /// How the target is named.
    private(set) var form = Form.origin
    /// The host of an absolute target, or a CONNECT's; else empty.
    private(set) var target = Authority()
    /// What the `Host` field says; empty if several say different things. While the head is incomplete: as far as that was read.
    private(set) var host = Authority()
    /// Where the head ends, the empty line included: what follows a CONNECT's is the tunnel's.
    private(set) var length = 0
    /// How often the `Host` field stood in the head.
    private var hostFields = 0
    private var furtherHost = Authority()

    /// Whether a proxy is asked for a tunnel.
    var isConnect: Bool { form == .authority }

    /// Whom the request is for: the target's host if it names one, since the `Host` field is then to be ignored (RFC 9112 § 3.2.2).
    var destination: Authority { form == .absolute || isConnect ? target : host }

    /// The name of whom the request is for. Where a CONNECT gives an address, the `Host` field may still name it (RFC 9110 § 7.2).
    var name: HostName { isConnect && target.name.isEmpty ? host.name : destination.name }

    /// Reads a head.
    ///
    /// ```
    ///  [CRLF]  method SP target SP HTTP/1.x CRLF   *( name ":" OWS value OWS CRLF )   CRLF
    /// ```
    ///
    /// - Parameter stream: the first bytes that a client sends.
    /// - Returns: what they are; `other` also for heads that break the grammar, as for lines that go on in the next (RFC 9112 § 5.2),
    ///   or that are longer than `HTTPLines.longest`.
    mutating func read(_ stream: RawSpan) -> StreamVerdict {
        removeAll()
        let start = stream.lengthOfEmptyLine
        guard Self.mayBegin(stream, at: start) else { return .other }
        var lines = HTTPLines(stream, from: start)
        switch lines.next() {
        case .incomplete: return .incomplete
        case .broken: return .other
        case .line(let line): guard readRequestLine(stream, line) else { return refuse() }
        }
        while true {
            switch lines.next() {
            case .incomplete: return .incomplete
            case .broken: return refuse()
            case .line(let line) where line.isEmpty:
                length = lines.position
                return .complete
            case .line(let line): guard readField(stream, line) else { return refuse() }
            }
        }
    }

    private mutating func removeAll() {
        form = .origin
        target.removeAll()
        host.removeAll()
        (length, hostFields) = (0, 0)
    }

    /// Leaves nothing of what was read of a head that turns out to be none.
    private mutating func refuse() -> StreamVerdict {
        removeAll()
        return .other
    }

    /// Whether the bytes are, or may become, a method and a space.
    private static func mayBegin(_ stream: RawSpan, at start: Int) -> Bool {
        var position = start
        while position < stream.byteCount, stream.byte(at: position).isOfToken {
            position += 1
            if position - start > longestMethod { return false }
        }
        if position == stream.byteCount { return true }
        return position > start && stream.byte(at: position) == 0x20
    }

    private mutating func readRequestLine(_ stream: RawSpan, _ line: Range<Int>) -> Bool {
        guard let first = line.first(where: { stream.byte(at: $0) == 0x20 }),
            let second = (first + 1..<line.upperBound).first(where: { stream.byte(at: $0) == 0x20 }),
            line.upperBound - second == Self.version.count + 2,
            stream.holds(Self.version, in: second + 1..<line.upperBound - 1),
            (0x30...0x39).contains(stream.byte(at: line.upperBound - 1)), second > first + 1
        else { return false }
        let target = first + 1..<second
        if stream.holds(Self.connect, in: line.lowerBound..<first) {
            form = .authority
            // The port is never left out (RFC 9110 § 9.3.6).
            return self.target.read(stream, target) && !self.target.isEmpty && self.target.port != nil
        }
        switch stream.byte(at: target.lowerBound) {
        case 0x2F: form = .origin
        case 0x2A where target.count == 1: form = .asterisk
        default:
            form = .absolute
            guard let authority = stream.authority(ofURI: target) else { return false }
            return self.target.read(stream, authority) && !self.target.isEmpty
        }
        return true
    }

    private mutating func readField(_ stream: RawSpan, _ line: Range<Int>) -> Bool {
        // A space before the colon is refused (RFC 9112 § 5.1), and with it a line that begins with one.
        guard let colon = line.first(where: { !stream.byte(at: $0).isOfToken }), colon > line.lowerBound,
            stream.byte(at: colon) == 0x3A
        else { return false }
        guard stream.holds(Self.hostField, in: line.lowerBound..<colon) else { return true }
        let value = stream.trimmed(colon + 1..<line.upperBound)
        hostFields += 1
        if hostFields == 1 {
            _ = host.read(stream, value)
        } else if !furtherHost.read(stream, value) || furtherHost != host {
            host.removeAll()
        }
        return true
    }
}

extension RawSpan {
    /// The length of an empty line at the beginning, which a server passes over (RFC 9112 § 2.2).
    fileprivate var lengthOfEmptyLine: Int {
        guard byteCount > 0, byte(at: 0) == 0x0D else { return 0 }
        return byteCount == 1 || byte(at: 1) == 0x0A ? min(byteCount, 2) : 0
    }

    /// A range without the spaces and tabs around it.
    fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        guard let first = range.first(where: { !isBlank(byte(at: $0)) }),
            let last = range.last(where: { !isBlank(byte(at: $0)) })
        else { return range.upperBound..<range.upperBound }
        return first..<last + 1
    }

    /// Where the authority of a URI stands: from `scheme://` to the first of `/?#` (RFC 3986 § 3).
    fileprivate func authority(ofURI range: Range<Int>) -> Range<Int>? {
        guard let colon = range.first(where: { byte(at: $0) == 0x3A }), colon > range.lowerBound,
            colon + 2 < range.upperBound, byte(at: colon + 1) == 0x2F, byte(at: colon + 2) == 0x2F
        else { return nil }
        let rest = colon + 3..<range.upperBound
        return rest.lowerBound..<(rest.first { [0x2F, 0x3F, 0x23].contains(byte(at: $0)) } ?? rest.upperBound)
    }
}
