/// What the first byte of a captured packet is: a LINKTYPE_ number of tcpdump.org/linktypes.html.
///
/// The constants are computed, so that a switch over them compares plain numbers.
public struct LinkType: RawRepresentable, Hashable, Sendable {
    /// The number.
    public var rawValue: UInt16

    /// A link type from its number.
    @inlinable
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// BSD loopback: four bytes of address family in the capturing machine's byte order.
    public static var null: LinkType { LinkType(rawValue: 0) }
    /// IEEE 802.3 Ethernet.
    public static var ethernet: LinkType { LinkType(rawValue: 1) }
    /// Raw IP, as some platforms' DLT_RAW is written unmapped.
    public static var rawBSD: LinkType { LinkType(rawValue: 12) }
    /// Raw IP, as OpenBSD's DLT_RAW is written unmapped.
    public static var rawOpenBSD: LinkType { LinkType(rawValue: 14) }
    /// Raw IPv4 or IPv6.
    public static var raw: LinkType { LinkType(rawValue: 101) }
    /// OpenBSD loopback: four bytes of address family in network byte order.
    public static var loop: LinkType { LinkType(rawValue: 108) }
    /// Linux cooked capture, version 1.
    public static var linuxCooked: LinkType { LinkType(rawValue: 113) }
    /// Raw IPv4.
    public static var ipv4: LinkType { LinkType(rawValue: 228) }
    /// Raw IPv6.
    public static var ipv6: LinkType { LinkType(rawValue: 229) }
    /// D-Bus messages: no network traffic, but records of up to 128 MiB.
    public static var dbus: LinkType { LinkType(rawValue: 231) }
    /// Linux cooked capture, version 2.
    public static var linuxCooked2: LinkType { LinkType(rawValue: 276) }

    /// PPP, with or without HDLC's address and control bytes.
    public static var ppp: LinkType { LinkType(rawValue: 9) }
    /// PPP in HDLC-like framing.
    public static var pppHDLC: LinkType { LinkType(rawValue: 50) }
    /// PPP over Ethernet without the Ethernet header.
    public static var pppoe: LinkType { LinkType(rawValue: 51) }
    /// IEEE 802.11.
    public static var wireless: LinkType { LinkType(rawValue: 105) }
    /// IEEE 802.11 behind a Prism header.
    public static var wirelessPrism: LinkType { LinkType(rawValue: 119) }
    /// IEEE 802.11 behind a radiotap header.
    public static var wirelessRadiotap: LinkType { LinkType(rawValue: 127) }
    /// IEEE 802.11 behind an AVS header.
    public static var wirelessAVS: LinkType { LinkType(rawValue: 163) }
    /// Per-Packet Information before another link type.
    public static var perPacketInformation: LinkType { LinkType(rawValue: 192) }
    /// Solaris's IPNET.
    public static var ipnet: LinkType { LinkType(rawValue: 226) }
    /// Linux netfilter's log.
    public static var nflog: LinkType { LinkType(rawValue: 239) }
    /// Apple's PKTAP.
    public static var pktap: LinkType { LinkType(rawValue: 258) }

    /// Token Ring.
    public static var tokenRing: LinkType { LinkType(rawValue: 6) }
    /// FDDI.
    public static var fddi: LinkType { LinkType(rawValue: 10) }
    /// Cisco's HDLC.
    public static var ciscoHDLC: LinkType { LinkType(rawValue: 104) }
    /// Frame Relay.
    public static var frameRelay: LinkType { LinkType(rawValue: 107) }
    /// PPP behind a byte of direction.
    public static var pppWithDirection: LinkType { LinkType(rawValue: 204) }
    /// IP over InfiniBand.
    public static var infiniBand: LinkType { LinkType(rawValue: 242) }

    /// Bytes before each packet that the capturing program wrote and no link carried; they are in no length
    /// (tcpdump.org/linktypes.html; as Wireshark counts).
    var pseudoHeaderLength: Int {
        switch rawValue {
        case 204: 1  // PPP_WITH_DIR
        case 245: 2  // NFC_LLCP
        case 123, 139, 201, 254: 4  // SUNATM, MTP2_WITH_PHDR, BLUETOOTH_HCI_H4_WITH_PHDR, BLUETOOTH_LINUX_MONITOR
        case 196, 209: 5  // SITA, I2C_LINUX
        case 144, 177: 16  // LINUX_IRDA, LINUX_LAPD
        default: 0
        }
    }

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
        case .tokenRing: "IEEE802_5"
        case .fddi: "FDDI"
        case .ciscoHDLC: "C_HDLC"
        case .frameRelay: "FRELAY"
        case .pppWithDirection: "PPP_WITH_DIR"
        case .infiniBand: "IPOIB"
        // Frequent ones that aren't dissected: no IP packets are in them.
        case LinkType(rawValue: 187), LinkType(rawValue: 201): "BLUETOOTH_HCI_H4"
        case LinkType(rawValue: 189), LinkType(rawValue: 220): "USB_LINUX"
        case LinkType(rawValue: 195), LinkType(rawValue: 230): "IEEE802_15_4"
        case LinkType(rawValue: 227): "CAN_SOCKETCAN"
        case LinkType(rawValue: 249): "USBPCAP"
        case LinkType(rawValue: 251): "BLUETOOTH_LE_LL"
        case LinkType(rawValue: 253): "NETLINK"
        default: "LINKTYPE \(rawValue)"
        }
    }
}
