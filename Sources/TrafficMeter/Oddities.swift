/// What is odd about the packets of a measurement, counted.
public struct Oddities: Hashable, Sendable {
    /// TCP payload of a full packet of 1500 IP bytes, the usual MTU (RFC 894), with 20 bytes of IP header and 20 of TCP header.
    static let largestSegment = 1460

    /// Packets whose capture time isn't stated.
    public internal(set) var withoutTime = 0
    /// Packets captured up to 10 ms before the one ahead of them in the file: several processors recorded side by side.
    public private(set) var disordered = 0
    /// Packets captured longer before the one ahead of them: the clock was set back, or files were joined.
    public private(set) var backwards = 0
    /// Packets by link type that isn't dissected.
    public internal(set) var unknownLinkTypes: [LinkType: Int] = [:]
    /// Packets with more headers one in another than are followed; counted under the last one that was.
    public internal(set) var nestedTooDeep = 0
    /// TCP records with more payload than fits an Ethernet packet: the capturing machine's network card cuts or joins them.
    public private(set) var superPackets = 0
    /// Estimate of the header bytes that such records hide, in IP bytes, were they cut into packets of 1500 bytes.
    public private(set) var hiddenHeaderBytes = 0

    mutating func note(stepBack nanoseconds: Int64) {
        if nanoseconds <= 10_000_000 { disordered &+= 1 } else { backwards &+= 1 }
    }

    mutating func note(superPacket record: borrowing PacketRecord) {
        guard record.kind == .tcp, record.fragment == .none else { return }
        superPackets &+= 1
        let packets = (record.payloadBytes + Self.largestSegment - 1) / Self.largestSegment
        hiddenHeaderBytes &+= (packets - 1) * (record.ipBytes - record.payloadBytes)
    }
}
