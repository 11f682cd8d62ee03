/// What remains of a packet after dissection: plain integers, no bytes.
public struct PacketRecord: Sendable {
    /// What the packet is counted as.
    public enum Kind: UInt8, Sendable {
        /// A flow's packet.
        case tcp, udp
        /// An IP packet without a usable TCP or UDP header.
        case otherIP
        /// A frame without an IP header.
        case nonIP
    }

    /// What the packet is counted as.
    public var kind = Kind.nonIP
    /// The sender; meaningful unless `kind` is `nonIP`.
    public var source = IPAddress(ipv4: 0)
    /// The receiver; meaningful unless `kind` is `nonIP`.
    public var destination = IPAddress(ipv4: 0)
    /// The sender's port; meaningful for TCP and UDP.
    public var sourcePort: UInt16 = 0
    /// The receiver's port; meaningful for TCP and UDP.
    public var destinationPort: UInt16 = 0
    /// The IP protocol number of what follows the IP header (IANA, Protocol Numbers), or of a non-IP frame its kind.
    public var protocolNumber: UInt8 = NonIPKind.other.rawValue
    /// IP bytes (see `TrafficCounts.ipBytes`).
    public var ipBytes = 0
    /// Length of the IP header without extension headers, in bytes.
    public var ipHeaderLength = 0
    /// TCP or UDP payload in bytes, as sent, whatever was stored.
    public var payloadBytes = 0
    /// Where the payload begins in the stored bytes.
    public var payloadOffset = 0
    /// Payload bytes that were stored.
    public var storedPayload = 0
    /// TCP's sequence number of the first payload byte (RFC 9293 § 3.1).
    public var sequence: UInt32 = 0
    /// TCP's flags: FIN 1, SYN 2, RST 4, PSH 8, ACK 16 (RFC 9293 § 3.1).
    public var tcpFlags: UInt8 = 0
    /// Whether enough of the TCP header was stored for `sequence` and `tcpFlags`.
    public var hasTCPHeader = false
    /// The fragment that the packet is, if it is one.
    public var fragment: Fragment?
    /// The sender's link address (48 bits) with bit 63 set; 0 where there is none.
    public var linkSource: UInt64 = 0
    /// Which way the capturing machine saw it go.
    public var direction = PacketDirection.unknown

    /// Bytes up to the end of the transport header; of what isn't TCP or UDP, enough to count it as what it is.
    var headerBytes: Int {
        switch kind {
        case .tcp, .udp: payloadOffset
        case .otherIP: payloadOffset + (fragment?.isFirst == false ? 0 : 8)  // type and code of ICMP (RFC 792)
        case .nonIP: 64  // Ethernet's shortest frame; an ARP message is 28 bytes
        }
    }

    /// A piece of an IP packet (RFC 791 § 3.2, RFC 8200 § 4.5).
    public struct Fragment: Hashable, Sendable {
        /// What its pieces have in common, beside the addresses and the protocol.
        public var identification: UInt32
        /// Whether it is the piece with the transport header.
        public var isFirst: Bool
    }
}

/// What a frame without an IP header is.
public enum NonIPKind: UInt8, Sendable, CaseIterable {
    /// Anything else, and link types that aren't dissected.
    case other
    /// Address Resolution Protocol (RFC 826).
    case arp
    /// Announced as IP, but its addresses can't be read.
    case undecodableIP
}
