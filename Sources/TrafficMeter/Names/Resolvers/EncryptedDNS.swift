/// That a flow asks a resolver by an encrypted way, so that the names of other flows don't show in the capture; and why that is thought.
public struct EncryptedDNS: Hashable, Sendable {
    /// The way.
    public enum Way: Hashable, Sendable, CaseIterable {
        /// DNS over TLS: RFC 7858.
        case tls
        /// DNS over QUIC: RFC 9250.
        case quic
        /// DNS over HTTPS: RFC 8484.
        case https
    }

    /// What says so.
    public struct Evidence: OptionSet, Hashable, Sendable {
        /// The bits.
        public var rawValue: UInt8

        /// Evidence from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The greeting offers `dot` or `doq` (IANA, "TLS Application-Layer Protocol Negotiation (ALPN) Protocol IDs").
        public static let applicationProtocol = Evidence(rawValue: 1)
        /// The server's port is 853 (RFC 7858 § 3.1, RFC 9250 § 4.1.1).
        public static let port = Evidence(rawValue: 2)
        /// The server's name is that of a known resolver. By itself the weakest: some of them are web sites too.
        public static let name = Evidence(rawValue: 4)
    }

    /// The way.
    public var way: Way
    /// What says so.
    public var evidence: Evidence
    /// Who runs the resolver, if its name is known.
    public var `operator`: String?

    /// Judges a flow; `nil` if nothing says that it asks a resolver.
    ///
    /// - Parameters:
    ///   - kind: its transport.
    ///   - port: the server's port.
    ///   - serverName: the server's name as bytes of UTF-8, in lower case, if one is known.
    ///   - applicationProtocols: what the client's greeting offers.
    ///   - resolvers: the resolvers known by name.
    public init?(
        _ kind: PacketRecord.Kind, port: UInt16, serverName: ArraySlice<UInt8>?, applicationProtocols: [String] = [],
        resolvers: KnownResolvers
    ) {
        guard kind == .tcp || kind == .udp else { return nil }
        let known = serverName.flatMap(resolvers.operator(of:))
        var evidence: Evidence = known == nil ? [] : .name
        var way: Way?
        if port == 853 {
            evidence.insert(.port)
            way = kind == .tcp ? .tls : .quic
        }
        // Drafts of RFC 9250 had numbers behind the name: doq-i11.
        if applicationProtocols.contains(where: { $0 == "doq" || $0.hasPrefix("doq-") }) {
            evidence.insert(.applicationProtocol)
            way = .quic
        } else if applicationProtocols.contains("dot") {
            evidence.insert(.applicationProtocol)
            way = .tls
        }
        // A name alone counts where HTTPS may be: not on the ports of plain DNS and HTTP.
        if way == nil, known != nil, port != 53, port != 80 { way = .https }
        guard let way else { return nil }
        (self.way, self.evidence, self.operator) = (way, evidence, known)
    }
}
