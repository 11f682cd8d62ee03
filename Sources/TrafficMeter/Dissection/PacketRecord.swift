/// What remains of a packet after dissection: plain integers, no bytes.
///
/// Filled header by header: a header inside another one overwrites what the outer one said.
public struct PacketRecord: Equatable, Sendable {
    /// What the packet is counted as.
    public enum Kind: UInt8, Sendable {
        /// A flow's packet.
        case tcp, udp
        /// An IP packet without a usable TCP or UDP header.
        case otherIP
        /// A frame without an IP header.
        case nonIP

        /// Whether it is TCP or UDP.
        var isConnection: Bool { rawValue <= Kind.udp.rawValue }
    }

    /// Which piece of an IP packet it is (RFC 791 § 3.2, RFC 8200 § 4.5).
    public enum Fragment: UInt8, Sendable {
        /// A whole packet.
        case none
        /// The piece with the transport header.
        case first
        /// Any other.
        case later
    }

    /// The sender; meaningful unless `kind` is `nonIP`.
    public var source = IPAddress(ipv4: 0)
    /// The receiver; meaningful unless `kind` is `nonIP`.
    public var destination = IPAddress(ipv4: 0)
    /// What the packet is counted as.
    public var kind = Kind.nonIP
    /// The IP protocol number of what follows the IP header (IANA, Protocol Numbers), or of a non-IP frame its kind.
    public var protocolNumber: UInt8 = NonIPKind.other.rawValue
    /// Which piece of an IP packet it is.
    public var fragment = Fragment.none
    /// TCP's flags: FIN 1, SYN 2, RST 4, PSH 8, ACK 16 (RFC 9293 § 3.1).
    public var tcpFlags: UInt8 = 0
    /// Whether the TCP header up to the window was stored.
    public var isSegment = false
    /// Whether that header also states a length that can be, so that it has a payload.
    public var hasTCPHeader = false
    /// Whether it has more headers one in another than are followed.
    public var isTooDeep = false
    /// Which way the capturing machine saw it go.
    public var direction = PacketDirection.unknown
    /// The sender's port; meaningful for TCP and UDP.
    public var sourcePort: UInt16 = 0
    /// The receiver's port; meaningful for TCP and UDP.
    public var destinationPort: UInt16 = 0
    /// TCP's number of the first payload byte (RFC 9293 § 3.1).
    public var sequence: UInt32 = 0
    /// TCP's number of the next byte that the sender expects; means something with the flag ACK.
    public var acknowledgement: UInt32 = 0
    /// What a packet's fragments have in common, beside the addresses and the protocol; of an IPv4 packet its number in any case.
    public var identification: UInt32 = 0
    /// Offset of the IP header in the stored bytes.
    public var ipOffset = 0
    /// Length of the IP header without extension headers, in bytes.
    public var ipHeaderLength = 0
    /// IP bytes (see `TrafficCounts.ipBytes`).
    public var ipBytes = 0
    /// Bytes from the IP header's first to the packet's last, as declared but no more than the frame holds.
    public var ipLength = 0
    /// TCP or UDP payload in bytes, as sent, whatever was stored.
    public var payloadBytes = 0
    /// Where the payload begins in the stored bytes; of other IP, what follows the IP header.
    public var payloadOffset = 0
    /// Payload bytes that were stored.
    public var storedPayload = 0
    /// The sender's link address (48 bits) with bit 63 set; 0 where there is none.
    public var linkSource: UInt64 = 0
    /// The interface that a cooked capture names; 0 where it names none.
    public var cookedInterface: UInt32 = 0

    /// Bytes up to the end of the transport header; of what isn't TCP or UDP, enough to count it as what it is.
    var headerBytes: Int {
        switch kind {
        case .tcp, .udp: payloadOffset
        case .otherIP: payloadOffset + (fragment == .later ? 0 : 8)  // type and code of ICMP (RFC 792)
        case .nonIP: 64  // Ethernet's shortest frame; an ARP message is 28 bytes
        }
    }

    /// Books the packet under an IP header, before its transport is known.
    mutating func beginIP(at offset: Int, headerLength: Int) {
        kind = .otherIP
        fragment = .none
        (isSegment, hasTCPHeader) = (false, false)
        (ipOffset, ipHeaderLength) = (offset, headerLength)
        (payloadBytes, storedPayload) = (0, 0)
    }

    /// An IP header that can't be read: a frame of its own kind, unless a header before it was read.
    mutating func markUndecodable() {
        if kind == .nonIP { protocolNumber = NonIPKind.undecodableIP.rawValue }
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
