/// Something that a script can cause at a known moment, and that a capture shows.
public enum NetworkEvent: Hashable, Sendable {
    /// A question for a name's addresses or any other record, to a resolver: the name in small letters, without the final dot.
    case dnsQuery(String)
    /// An echo request to an address.
    case ping(IPAddress)
}

extension NetworkEvent {
    /// An event as a person writes it: `dns:sync.example.org` or `ping:192.0.2.1`.
    ///
    /// - Returns: `nil` for what is neither, a name that no question can have (RFC 1035 § 2.3.4), or an address that is none.
    public init?(_ text: String) {
        if text.hasPrefix("dns:") {
            let name = text.dropFirst("dns:".count).lowercased()
            let bare = name.hasSuffix(".") ? String(name.dropLast()) : name
            let labels = bare.split(separator: ".", omittingEmptySubsequences: false)
            let isName =
                bare.utf8.count <= 253 && labels.allSatisfy { (1...63).contains($0.utf8.count) }
                && bare.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
            guard isName else { return nil }
            self = .dnsQuery(bare)
        } else if text.hasPrefix("ping:"), let address = IPAddress(String(text.dropFirst("ping:".count))) {
            self = .ping(address)
        } else {
            return nil
        }
    }
}

extension NetworkEvent: CustomStringConvertible {
    /// What is looked for, in words.
    public var description: String {
        switch self {
        case .dnsQuery(let name): "the DNS query for \(name)"
        case .ping(let address): "the ping of \(address)"
        }
    }
}
