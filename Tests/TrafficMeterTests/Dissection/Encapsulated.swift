import TestSupport
import Testing

private typealias P = PacketBuilder

private let v4 = P.ipv4(
    from: "192.0.2.1", to: "192.0.2.2", protocol: 17, P.udp(from: 40_000, to: 443, [UInt8](repeating: 7, count: 10)))
private let v6 = P.ipv6(
    from: "2001:db8:0:0:0:0:0:1", to: "2001:db8:0:0:0:0:0:2", next: 17,
    P.udp(from: 40_000, to: 443, [UInt8](repeating: 7, count: 10)))
private let frame = P.ethernet(type: 0x0800, v4)

/// A packet with a datagram of ports 40000 and 443 somewhere in it.
struct Encapsulated: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var linkType = 1
    var packet: [UInt8]
    var version = 4

    init(_ description: String, linkType: Int = 1, _ packet: [UInt8], version: Int = 4) {
        (testDescription, self.linkType, self.packet, self.version) = (description, linkType, packet, version)
    }

    /// In Ethernet and IPv4 between two routers.
    static func ip(_ description: String, _ number: Int, _ payload: [UInt8], version: Int = 4) -> Encapsulated {
        let outer = P.ipv4(from: "203.0.113.1", to: "203.0.113.2", protocol: number, payload)
        return Encapsulated(description, P.ethernet(type: 0x0800, outer), version: version)
    }

    /// In a UDP datagram between two routers.
    static func udp(_ description: String, _ port: Int, _ payload: [UInt8], version: Int = 4) -> Encapsulated {
        ip(description, 17, P.udp(from: 50_000, to: port, payload), version: version)
    }

    /// Its IP bytes.
    var ipBytes: Int { (version == 4 ? v4 : v6).count }

    static let tunnels: [Encapsulated] = [
        .ip("4in4", 4, v4), .ip("6in4", 41, v6, version: 6), .ip("EtherIP", 97, [0x30, 0] + frame),
        .ip("MPLS in IP", 137, [0, 1, 1, 64] + v4), .ip("Ethernet in IP", 143, frame),
        .ip("GRE", 47, [0, 0, 0x08, 0] + v4), .ip("GRE of IPv6", 47, [0, 0, 0x86, 0xDD] + v6, version: 6),
        .ip("GRE with checksum, key, sequence", 47, [0xB0, 0, 0x08, 0] + [UInt8](repeating: 0, count: 12) + v4),
        .ip("GRE bridging", 47, [0x20, 0, 0x65, 0x58, 0, 0, 1, 0] + frame),
        .ip("GRE of MPLS", 47, [0, 0, 0x88, 0x47, 0, 1, 1, 64] + v4),
        .ip("PPTP", 47, [0x30, 0x81, 0x88, 0x0B, 0, 40, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0xFF, 3, 0, 0x21] + v4),
        .ip("ERSPAN I", 47, [0, 0, 0x88, 0xBE] + frame),
        .ip("ERSPAN II", 47, [0x10, 0, 0x88, 0xBE, 0, 0, 0, 1, 0x10, 1, 0, 2, 0, 0, 0, 3] + frame),
        .ip(
            "ERSPAN III", 47,
            [0x10, 0, 0x22, 0xEB, 0, 0, 0, 1, 0x20, 1, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0] + frame),
        .ip("WCCP", 47, [0, 0, 0x88, 0x3E, 0, 0, 0, 0] + v4),
        .udp("VXLAN", 4789, [8, 0, 0, 0, 0, 0, 5, 0] + frame),
        .udp("VXLAN-GPE", 4790, [0x0C, 0, 0, 2, 0, 0, 5, 0] + v6, version: 6),
        .udp("Geneve with an option", 6081, [1, 0, 0x65, 0x58, 0, 0, 5, 0, 0, 1, 1, 0] + frame),
        .udp("Geneve of IPv4", 6081, [0, 0, 0x08, 0, 0, 0, 5, 0] + v4),
        .udp("GTP-U", 2152, [0x30, 255, 0, 38, 0, 0, 0, 1] + v4),
        .udp("GTP-U with a sequence", 2152, [0x32, 255, 0, 42, 0, 0, 0, 1, 0, 1, 0, 0] + v4),
        .udp(
            "GTP-U with an extension", 2152,
            [0x34, 255, 0, 46, 0, 0, 0, 1, 0, 0, 0, 0x85, 1, 0x10, 1, 0] + v4),
        .udp("Teredo", 3544, v6, version: 6),
        .udp("Teredo with an origin", 3544, [0, 0, 0, 0, 0, 0, 0, 0] + v6, version: 6),
        .udp(
            "Teredo with authentication", 3544, [0, 1, 0, 0] + [UInt8](repeating: 0, count: 9) + v6, version: 6),
        .udp("GRE in UDP", 4754, [0, 0, 0x08, 0] + v4), .udp("MPLS in UDP", 6635, [0, 1, 1, 64] + v4),
        .ip("PIM register", 103, [0x21, 0, 0xDE, 0xFF, 0, 0, 0, 0] + v4),
        .udp("VXLAN-GPE of NSH", 4790, [0x0C, 0, 0, 4, 0, 0, 5, 0] + service + v4),
        .udp("L2TP", 1701, [0, 2, 0, 1, 0, 1, 0xFF, 3, 0, 0x21] + v4),
        .udp("L2TP with sequence and offset", 1701, [0x0A, 2, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0xFF, 0, 0x21] + v4),
        .udp("LISP", 4341, [0x80, 0, 0, 1, 0, 0, 0, 0] + v4),
        .udp("CAPWAP of Ethernet", 5247, [0, 0x10, 2, 0, 0, 0, 0, 0] + frame),
        .udp("CAPWAP of 802.11", 5247, [0, 0x10, 3, 0, 0, 0, 0, 0, 1, 8] + wireless.dropFirst(2) + snap + v4),
        .udp("TZSP", 37008, [1, 0, 0, 1, 10, 1, 5, 0, 1] + frame),
        .udp(
            "VXLAN in VXLAN", 4789,
            [8, 0, 0, 0, 0, 0, 5, 0] + Encapsulated.udp("", 4789, [8, 0, 0, 0, 0, 0, 6, 0] + frame).packet),
    ]

    /// Datagrams between two routers that carry no packet.
    static let lookalikes: [Encapsulated] = [
        .udp("VXLAN without its flag", 4789, [0, 0, 0, 0, 0, 0, 5, 0] + frame),
        .udp(
            "ARP in VXLAN", 4789,
            [8, 0, 0, 0, 0, 0, 5, 0] + P.ethernet(type: 0x0806, [UInt8](repeating: 0, count: 28))),
        .udp("GTP's echo", 2152, [0x32, 1, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0]),
        .udp("no Teredo", 3544, [0x45, 0, 0, 0]),
        .udp("nothing in it", 6081, []),
    ]

    /// Headers between Ethernet's and the packet.
    static let shims: [Encapsulated] = [
        shim("VN-Tag", 0x8926, [0, 0, 0, 0, 8, 0] + v4), shim("E-TAG", 0x893F, [0, 0, 0, 0, 0, 0, 8, 0] + v4),
        shim("HSR", 0x892F, [0, 46, 0, 1, 8, 0] + v4), shim("Cisco MetaData", 0x8909, [1, 1, 0, 1, 0, 5, 8, 0] + v4),
        shim("I-TAG", 0x88E7, [0, 0, 0, 5] + frame), shim("FabricPath", 0x8903, [0x40, 0x20] + frame + [0, 0, 0, 0]),
        shim("transparent bridging", 0x6558, frame),
        shim("NSH", 0x894F, service + v4), shim("TRILL", 0x22F3, [0, 0x3F, 0, 1, 0, 2] + frame),
        shim("MACsec", 0x88E5, [0, 0, 0, 0, 0, 1, 8, 0] + v4 + check),
        shim("MACsec with a channel", 0x88E5, [0x20, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 0, 1, 8, 0] + v4 + check),
        shim("Arista's timestamp", 0xD28B, [0, 1, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 2, 8, 0] + v4),
    ]

    /// Link types of wide-area and older networks.
    static let wideArea: [Encapsulated] = [
        Encapsulated("Cisco HDLC", linkType: 104, [0x0F, 0, 8, 0] + v4),
        Encapsulated("Cisco HDLC as PPP", linkType: 9, [0x0F, 0, 8, 0] + v4),
        Encapsulated("Frame Relay", linkType: 107, [0x18, 0x41, 3, 0xCC] + v4),
        Encapsulated("Frame Relay with SNAP", linkType: 107, [0x18, 0x41, 3, 0, 0x80, 0, 0, 0, 8, 0] + v4),
        Encapsulated("Frame Relay, Cisco's", linkType: 107, [0x18, 0x41, 8, 0] + v4),
        Encapsulated("IP over InfiniBand", linkType: 242, [UInt8](repeating: 0, count: 40) + [8, 0, 0, 0] + v4),
        Encapsulated("FDDI", linkType: 10, [0x50] + mac + mac + snap + v4),
        Encapsulated("Token Ring", linkType: 6, [0x10, 0x40] + mac + mac + snap + v4),
        Encapsulated(
            "Token Ring with a route", linkType: 6,
            [0x10, 0x40] + mac + [0x82] + mac.dropFirst() + [6, 0x30, 0, 1, 0, 2] + snap + v4),
        Encapsulated("IPv6 announced as IPv4", linkType: 228, v6, version: 6),
    ]

    static let all = tunnels + links + shims + wideArea

    static let links: [Encapsulated] = [
        Encapsulated("MPLS, two labels", P.ethernet(type: 0x8847, [0, 1, 0, 64, 0, 2, 1, 64] + v4)),
        Encapsulated("MPLS of IPv6", P.ethernet(type: 0x8847, [0, 2, 1, 64] + v6), version: 6),
        Encapsulated("MPLS pseudowire", P.ethernet(type: 0x8847, [0, 2, 1, 64] + real)),
        Encapsulated(
            "MPLS pseudowire with control word", P.ethernet(type: 0x8847, [0, 2, 1, 64, 0, 0, 0, 0] + real)),
        Encapsulated("PPPoE", P.ethernet(type: 0x8864, [0x11, 0, 0, 1, 0, 40, 0, 0x21] + v4)),
        Encapsulated("PPPoE of IPv6", P.ethernet(type: 0x8864, [0x11, 0, 0, 1, 0, 60, 0, 0x57] + v6), version: 6),
        Encapsulated("PPP", linkType: 9, [0xFF, 3, 0, 0x21] + v4),
        Encapsulated("PPP without HDLC", linkType: 9, [0, 0x21] + v4),
        Encapsulated("PPP compressed", linkType: 9, [0x21] + v4),
        Encapsulated("PPP in HDLC", linkType: 50, [0xFF, 3, 0, 0x57] + v6, version: 6),
        Encapsulated("PPP_ETHER", linkType: 51, [0x11, 0, 0, 1, 0, 40, 0, 0x21] + v4),
        Encapsulated("802.11", linkType: 105, wireless + snap + v4),
        Encapsulated("802.11 with QoS", linkType: 105, [0x88] + wireless.dropFirst() + [0, 0] + snap + v4),
        Encapsulated("802.11 of four addresses", linkType: 105, [8, 3] + wireless.dropFirst(2) + mac + snap + v4),
        Encapsulated(
            "802.11 aggregate of one", linkType: 105,
            [0x88] + wireless.dropFirst() + [0x80, 0] + mac + mac + [0, 46] + snap + v4),
        Encapsulated("radiotap", linkType: 127, [0, 0, 8, 0, 0, 0, 0, 0] + wireless + snap + v4),
        Encapsulated(
            "radiotap with padding", linkType: 127,
            [0, 0, 9, 0, 2, 0, 0, 0, 0x20, 0x88] + wireless.dropFirst() + [0, 0, 0, 0] + snap + v4),
        Encapsulated(
            "Prism", linkType: 119,
            [0x44, 0, 0, 0, 144, 0, 0, 0] + [UInt8](repeating: 0, count: 136) + wireless + snap + v4),
        Encapsulated(
            "AVS", linkType: 163,
            [0x80, 0x21, 0x10, 1, 0, 0, 0, 64] + [UInt8](repeating: 0, count: 56) + wireless + snap + v4),
        Encapsulated("PPI", linkType: 192, [0, 0, 8, 0, 105, 0, 0, 0] + wireless + snap + v4),
        Encapsulated("NFLOG", linkType: 239, [2, 0, 0, 0, 8, 0, 1, 0, 8, 0, 3, 0, 42, 0, 9, 0] + v4),
        Encapsulated(
            "PKTAP", linkType: 258,
            [108, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0] + [UInt8](repeating: 0, count: 96) + frame),
        Encapsulated("IPNET", linkType: 226, [1, 2, 0, 0, 0, 0, 0, 38] + [UInt8](repeating: 0, count: 16) + v4),
    ]

    /// Between addresses of makers: tshark takes others for a control word, or for nothing (their prefixes: Intel 00-1B-21, Cisco 00-00-0C).
    private static let real = P.ethernet(
        type: 0x0800, source: [0, 0, 0x0C, 1, 2, 3], destination: [0, 0x1B, 0x21, 1, 2, 3], v4)
    private static func shim(_ description: String, _ type: Int, _ payload: [UInt8]) -> Encapsulated {
        Encapsulated(description, P.ethernet(type: type, payload))
    }

    /// NSH of metadata type 2, before IPv4.
    private static let service: [UInt8] = [0x0F, 0xC2, 2, 1, 0, 0, 1, 255]
    /// MACsec's integrity check value.
    private static let check = [UInt8](repeating: 9, count: 16)
    private static let mac: [UInt8] = [2, 0, 0, 0, 0, 9]
    /// A data frame towards the access point.
    private static let wireless: [UInt8] = [8, 1, 0, 0] + mac + mac + mac + [0x10, 0]
    private static let snap: [UInt8] = [0xAA, 0xAA, 3, 0, 0, 0, 8, 0]
}
