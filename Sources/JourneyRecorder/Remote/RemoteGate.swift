/// Who may mark over HTTP.
///
/// A page in a browser can send requests to loopback, also under a name of its own that leads there; so over TCP a request needs a token
/// that only the user's own programs can read, a `Host` that is loopback, and no `Origin` (RFC 6454 § 7), which browsers send with posts.
public enum RemoteGate: Hashable, Sendable {
    /// A socket in the file system, whose permissions decide.
    case local
    /// A loopback port.
    case loopback(port: Int, token: String)

    /// The status that refuses a request (RFC 9110 § 15.5); `nil` lets it in.
    public func refusal(of message: RemoteReader.Message) -> Int? {
        if message.fields["origin"] != nil { return 403 }
        guard case .loopback(let port, let token) = self else { return nil }
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let host = message.fields["host"]?.lowercased(), hosts.contains(host) else { return 403 }
        let given = message.fields["authorization"].flatMap { $0.hasPrefix("Bearer ") ? $0.dropFirst(7) : nil }
        return Self.areEqual(given ?? "", token) ? nil : 401
    }

    /// Compares in a time that doesn't tell where the difference is.
    private static func areEqual(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
