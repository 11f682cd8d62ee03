/// The type of a DNS record or question (IANA, "Resource Record (RR) TYPEs").
struct DNSRecordType: RawRepresentable, Hashable, Sendable {
    var rawValue: UInt16

    /// RFC 1035 § 3.4.1.
    static let a = DNSRecordType(rawValue: 1)
    /// RFC 1035 § 3.3.1.
    static let cname = DNSRecordType(rawValue: 5)
    /// RFC 3596 § 2.1.
    static let aaaa = DNSRecordType(rawValue: 28)
    /// RFC 9460 § 14.1.
    static let svcb = DNSRecordType(rawValue: 64)
    /// RFC 9460 § 14.2.
    static let https = DNSRecordType(rawValue: 65)
}
