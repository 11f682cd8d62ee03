/// How far the search for the client's hello of one QUIC flow has come.
///
/// It takes at most `TLSClientHello.longest` bytes, and only while a hello is in pieces.
struct QUICHello: Sendable {
    /// Most Initial packets that no key opens before the rest is left alone: deriving keys is work that a sender could ask for.
    static let mostUnopened = 16

    /// The keys that opened a packet: those of the client's first one, which stay when it later has the server's own ID as its
    /// destination (RFC 9001 § 5.2).
    private(set) var keys: QUICInitialKeys?
    /// The handshake so far.
    var handshake = OrderedBytes(limit: TLSClientHello.longest)
    /// Where in the handshake's stream the message begins: beyond 0 for what Google's client says again after the server refused.
    private(set) var messageStart = 0
    /// How many Initial packets no key opened.
    private(set) var unopened = 0

    /// A search that has seen nothing.
    init() {}

    /// Begins at another connection's keys: after a Retry (RFC 9000 § 17.2.5.2) or in another version, all is sent anew.
    mutating func begin(_ keys: QUICInitialKeys) {
        self.keys = keys
        begin(at: 0)
    }

    /// Begins at another message of the same connection.
    mutating func begin(at offset: Int) {
        messageStart = offset
        handshake.removeAll()
    }

    /// Notes a packet that no key opened.
    mutating func noteUnopened() { unopened += 1 }
}

/// What a datagram is to the search for a QUIC client's hello.
enum QUICVerdict: Equatable, Sendable {
    /// No QUIC that is known here, or what comes after the handshake.
    case notQUIC
    /// A part of a hello.
    case incomplete
    /// A hello is whole.
    case complete
    /// QUIC, but nothing of a client's hello: the server's packets, Retry, Version Negotiation, other keys.
    case other
}
