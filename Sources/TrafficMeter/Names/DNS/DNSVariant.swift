/// Which of the protocols that share DNS's message format (RFC 1035 § 4) a message is of.
enum DNSVariant: Sendable, CaseIterable {
    /// Questions to a resolver: RFC 1035.
    case unicast
    /// Multicast DNS: RFC 6762. A response answers whoever listens, so each record's own name counts.
    case multicast
    /// Link-Local Multicast Name Resolution: RFC 4795. Answers repeat the question, as a resolver's do.
    case linkLocal

    /// The variant of which a port is (RFC 1035 § 4.2, RFC 6762 § 2, RFC 4795 § 2); `nil` if of none.
    init?(port: UInt16) {
        switch port {
        case 53: self = .unicast
        case 5353: self = .multicast
        case 5355: self = .linkLocal
        default: return nil
        }
    }

    /// The bits of a record's class that are a class: in Multicast DNS the first one is the cache-flush bit (RFC 6762 § 10.2).
    var classMask: UInt16 { self == .multicast ? 0x7FFF : 0xFFFF }
}
