/// Walks a packet's headers: link, tags, IP, transport.
struct Dissector: Sendable {
    /// Which of several nested IP headers a packet is booked under.
    let view: PacketMeterView

    /// What remains of a packet. Never fails: what can't be read is booked as other IP or non-IP.
    @inline(__always)
    func dissect(_ packet: borrowing PacketView) -> PacketRecord {
        var record = PacketRecord()
        record.direction = packet.direction
        var walk = HeaderWalk(bytes: packet.bytes, originalLength: packet.originalLength, view: view)
        var layer = walk.link(packet.linkType, &record)
        // Each turn consumes a header or ends the walk; the limit stops captures made of nothing but nested headers.
        for _ in 0..<HeaderWalk.deepest {
            if case .end = layer { return record }
            layer = walk.follow(layer, &record)
        }
        record.isTooDeep = true
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

/// What comes next in a packet, where it isn't read at once: what may be nested goes through the dissector's loop.
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
    case ip(UInt8)
    /// What an IP protocol number names (IANA, Protocol Numbers).
    case transport(UInt8)
    /// Nothing to be read further.
    case end
}

/// A position in a packet's stored bytes.
struct HeaderWalk: ~Escapable {
    /// Most headers that are followed.
    static let deepest = 32

    let bytes: RawSpan
    let originalLength: Int
    let view: PacketMeterView
    var offset = 0

    @_lifetime(copy bytes)
    init(bytes: RawSpan, originalLength: Int, view: PacketMeterView) {
        self.bytes = bytes
        self.originalLength = originalLength
        self.view = view
    }

    /// Reads what comes next.
    @_lifetime(self: copy self)
    mutating func follow(_ layer: Layer, _ record: inout PacketRecord) -> Layer {
        switch layer {
        case .link(let type): link(type, &record)
        case .ethernet: ethernet(&record)
        case .aggregate: aggregate()
        case .etherType(let type): etherType(type, &record)
        case .ip(let version): version == 4 ? ipv4(&record) : ipv6(&record)
        case .transport(let number): transport(number, &record)
        case .end: .end
        }
    }

    /// Whether `count` bytes are stored from the position on.
    @inline(__always)
    func has(_ count: Int) -> Bool { bytes.byteCount - offset >= count }
}
