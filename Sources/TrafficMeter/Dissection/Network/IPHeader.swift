/// What an IP header says, whichever version.
struct IPHeader {
    var source: IPAddress
    var destination: IPAddress
    /// See `TrafficCounts.ipBytes`.
    var ipBytes: Int
    /// Bytes from the IP header's first to the packet's last, as declared but no more than the frame holds.
    var length: Int
    /// Offset of the IP header in the stored bytes.
    var offset: Int
    /// Length of the header itself; 40 for IPv6.
    var headerLength: Int
    /// Offset of what follows the header and its extensions.
    var transportOffset: Int
    /// What that is (IANA, Protocol Numbers).
    var transportProtocol: UInt8
    /// Whether everything up to `transportOffset` was stored.
    var isWhole = true
    var fragment: PacketRecord.Fragment?
}
