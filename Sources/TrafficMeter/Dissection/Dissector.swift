/// Walks a packet's headers: link, tags, IP, transport.
struct Dissector: Sendable {
    /// Which of several nested IP headers a packet is booked under.
    let view: PacketMeterView

    /// What remains of a packet. Never fails: what can't be read is booked as other IP or non-IP.
    func dissect(_ packet: borrowing PacketView) -> PacketRecord {
        var record = PacketRecord()
        record.direction = packet.direction
        var walk = HeaderWalk(bytes: packet.bytes, originalLength: packet.originalLength)
        var layer = walk.link(packet.linkType, &record)
        // Each turn consumes a header or ends the walk; the limit stops captures made of nothing but nested headers.
        for _ in 0..<HeaderWalk.deepest {
            switch layer {
            case .link(let type):
                layer = walk.link(type, &record)
            case .ethernet:
                layer = walk.ethernet(&record)
            case .aggregate:
                layer = walk.aggregate(view)
            case .etherType(let type):
                layer = walk.etherType(type, &record)
            case .ip(let version):
                guard let header = version == 4 ? walk.ipv4() : walk.ipv6() else {
                    record.markUndecodable()
                    return record
                }
                record.book(header)
                layer = walk.transport(header, view, &record)
            case .end:
                return record
            }
        }
        return record
    }
}

/// Which of several nested IP headers a packet is booked under.
public enum PacketMeterView: String, Sendable, CaseIterable {
    /// The last one: what the app exchanged.
    case inner
    /// The first one: what crossed the link.
    case outer
}

/// What comes next in a packet.
enum Layer {
    /// A frame of a link type.
    case link(LinkType)
    /// An Ethernet frame.
    case ethernet
    /// Frames that IEEE 802.11 sends as one.
    case aggregate
    /// What an EtherType names (IEEE 802 Numbers).
    case etherType(UInt16)
    /// An IP header of a version.
    case ip(Int)
    /// Nothing to be read further.
    case end
}

/// A position in a packet's stored bytes.
struct HeaderWalk: ~Escapable {
    /// Most headers that are followed.
    static let deepest = 32

    let bytes: RawSpan
    let originalLength: Int
    var offset = 0

    @_lifetime(copy bytes)
    init(bytes: RawSpan, originalLength: Int) {
        self.bytes = bytes
        self.originalLength = originalLength
    }

    /// Whether `count` bytes are stored from the position on.
    func has(_ count: Int) -> Bool { bytes.byteCount - offset >= count }
}

extension PacketRecord {
    /// Books the packet under an IP header, before its transport is known.
    fileprivate mutating func book(_ header: IPHeader) {
        kind = .otherIP
        source = header.source
        destination = header.destination
        protocolNumber = header.transportProtocol
        ipBytes = header.ipBytes
        ipHeaderLength = header.headerLength
        payloadBytes = 0
        fragment = header.fragment
        hasTCPHeader = false
        payloadOffset = header.transportOffset
        storedPayload = 0
    }

    /// An IP header that can't be read: a frame of its own kind, unless a header before it was read.
    fileprivate mutating func markUndecodable() {
        if kind == .nonIP { protocolNumber = NonIPKind.undecodableIP.rawValue }
    }
}
