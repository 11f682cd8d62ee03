/// What the first byte of a captured packet is: a LINKTYPE_ number of tcpdump.org/linktypes.html.
public struct LinkType: RawRepresentable, Hashable, Sendable {
    /// The number.
    public var rawValue: UInt16

    /// A link type from its number.
    @inlinable
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// BSD loopback: four bytes of address family in the capturing machine's byte order.
    public static let null = LinkType(rawValue: 0)
    /// IEEE 802.3 Ethernet.
    public static let ethernet = LinkType(rawValue: 1)
    /// Raw IP, as some platforms' DLT_RAW is written unmapped.
    public static let rawBSD = LinkType(rawValue: 12)
    /// Raw IP, as OpenBSD's DLT_RAW is written unmapped.
    public static let rawOpenBSD = LinkType(rawValue: 14)
    /// Raw IPv4 or IPv6.
    public static let raw = LinkType(rawValue: 101)
    /// OpenBSD loopback: four bytes of address family in network byte order.
    public static let loop = LinkType(rawValue: 108)
    /// Linux cooked capture, version 1.
    public static let linuxCooked = LinkType(rawValue: 113)
    /// Raw IPv4.
    public static let ipv4 = LinkType(rawValue: 228)
    /// Raw IPv6.
    public static let ipv6 = LinkType(rawValue: 229)
    /// D-Bus messages: no network traffic, but records of up to 128 MiB.
    public static let dbus = LinkType(rawValue: 231)
    /// Linux cooked capture, version 2.
    public static let linuxCooked2 = LinkType(rawValue: 276)

    /// Most bytes that one record may hold: 128 MiB for D-Bus (its specification's message limit), 256 KiB for the rest
    /// (libpcap's MAXIMUM_SNAPLEN).
    var longestRecord: Int {
        self == .dbus ? 128 << 20 : 262_144
    }
}

extension LinkType: CustomStringConvertible {
    /// The name at tcpdump.org, or the number.
    public var description: String {
        switch self {
        case .null: "NULL"
        case .ethernet: "ETHERNET"
        case .raw, .rawBSD, .rawOpenBSD: "RAW"
        case .loop: "LOOP"
        case .linuxCooked: "LINUX_SLL"
        case .ipv4: "IPV4"
        case .ipv6: "IPV6"
        case .dbus: "DBUS"
        case .linuxCooked2: "LINUX_SLL2"
        default: "LINKTYPE \(rawValue)"
        }
    }
}
