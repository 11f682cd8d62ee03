/// Where a stream is received or fetched: a host and a port.
public struct StreamAddress: Hashable, Sendable, CustomStringConvertible {
    /// The host's name or address, without brackets.
    public var host: String
    /// The port, 1 to 65535.
    public var port: UInt16

    /// An address from its parts.
    public init(host: String, port: UInt16) {
        (self.host, self.port) = (host, port)
    }

    /// Reads `PORT`, `HOST`, `HOST:PORT` or `[IPV6]:PORT`; what is missing is taken from `usual`.
    ///
    /// - Returns: `nil` for anything else.
    public init?(_ text: String, usual: StreamAddress) {
        self = usual
        guard !text.isEmpty else { return }
        if text.utf8.allSatisfy({ (48...57).contains($0) }) {
            guard let port = Self.port(text) else { return nil }
            self.port = port
            return
        }
        var rest = text[...]
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            host = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        } else if rest.count(where: { $0 == ":" }) > 1 {
            (host, rest) = (text, "")  // an IPv6 address alone
        } else {
            let end = rest.firstIndex(of: ":") ?? rest.endIndex
            (host, rest) = (String(rest[..<end]), rest[end...])
        }
        guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".:-_%".contains($0)) })
        else { return nil }
        if rest.isEmpty { return }
        guard rest.hasPrefix(":"), let port = Self.port(rest.dropFirst()) else { return nil }
        self.port = port
    }

    private static func port(_ text: some StringProtocol) -> UInt16? {
        UInt16(text).flatMap { $0 > 0 ? $0 : nil }
    }

    /// As it is written in a URL.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
