/// The head of an HTTP/1 response (RFC 9112 § 4), as a proxy answers a CONNECT.
struct HTTPResponse: Sendable {
    private static let version = Array("http/1.".utf8)

    /// Its status code; 0 until it is whole.
    private(set) var status = 0
    /// Where its head ends, the empty line included; after a CONNECT that succeeded, the tunnel's bytes begin there.
    private(set) var length = 0

    /// Whether a CONNECT succeeded (RFC 9110 § 9.3.6).
    var isSuccess: Bool { (200..<300).contains(status) }

    /// Reads a head.
    ///
    /// - Parameter stream: the first bytes that a server sends, or that follow an interim response (1xx, RFC 9110 § 15.2).
    /// - Returns: what they are.
    mutating func read(_ stream: RawSpan) -> StreamVerdict {
        (status, length) = (0, 0)
        // `HTTP/1.x SP 3DIGIT SP` begins each; the reason after it may be missing, and its space with it.
        let beginning = min(stream.byteCount, Self.version.count)
        guard stream.holds(Array(Self.version.prefix(beginning)), in: 0..<beginning) else { return .other }
        var lines = HTTPLines(stream)
        var code = 0
        while true {
            let isFirst = lines.position == 0
            switch lines.next() {
            case .incomplete: return .incomplete
            case .broken: return .other
            case .line(let line) where isFirst:
                guard let found = Self.code(stream, line) else { return .other }
                code = found
            case .line(let line) where line.isEmpty:
                (status, length) = (code, lines.position)
                return .complete
            case .line: continue
            }
        }
    }

    /// The three digits of a status line.
    private static func code(_ stream: RawSpan, _ line: Range<Int>) -> Int? {
        guard line.count >= 12, stream.byte(at: 8) == 0x20, line.count == 12 || stream.byte(at: 12) == 0x20 else {
            return nil
        }
        let digits = (9..<12).map { Int(stream.byte(at: $0)) - 0x30 }
        guard digits.allSatisfy((0...9).contains), digits[0] >= 1 else { return nil }
        return digits.reduce(0) { $0 * 10 + $1 }
    }
}
