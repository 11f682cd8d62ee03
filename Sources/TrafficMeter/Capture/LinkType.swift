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

    /// PPP, with or without HDLC's address and control bytes.
    public static let ppp = LinkType(rawValue: 9)
    /// PPP in HDLC-like framing.
    public static let pppHDLC = LinkType(rawValue: 50)
    /// PPP over Ethernet without the Ethernet header.
    public static let pppoe = LinkType(rawValue: 51)
    /// IEEE 802.11.
    public static let wireless = LinkType(rawValue: 105)
    /// IEEE 802.11 behind a Prism header.
    public static let wirelessPrism = LinkType(rawValue: 119)
    /// IEEE 802.11 behind a radiotap header.
    public static let wirelessRadiotap = LinkType(rawValue: 127)
    /// IEEE 802.11 behind an AVS header.
    public static let wirelessAVS = LinkType(rawValue: 163)
    /// Per-Packet Information before another link type.
    public static let perPacketInformation = LinkType(rawValue: 192)
    /// Solaris's IPNET.
    public static let ipnet = LinkType(rawValue: 226)
    /// Linux netfilter's log.
    public static let nflog = LinkType(rawValue: 239)
    /// Apple's PKTAP.
    public static let pktap = LinkType(rawValue: 258)

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
        case .ppp: "PPP"
        case .pppHDLC: "PPP_HDLC"
        case .pppoe: "PPP_ETHER"
        case .wireless: "IEEE802_11"
        case .wirelessPrism: "IEEE802_11_PRISM"
        case .wirelessRadiotap: "IEEE802_11_RADIOTAP"
        case .wirelessAVS: "IEEE802_11_AVS"
        case .perPacketInformation: "PPI"
        case .ipnet: "IPNET"
        case .nflog: "NFLOG"
        case .pktap: "PKTAP"
        default: "LINKTYPE \(rawValue)"
        }
    }
}
