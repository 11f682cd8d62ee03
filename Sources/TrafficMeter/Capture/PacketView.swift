public import Documents

/// Which way a packet went, as the capturing machine saw it.
public enum PacketDirection: UInt8, Sendable {
    case unknown, inbound, outbound
}

/// One captured packet, lent by its source until the next one is asked for.
///
/// It can't be stored: the compiler ties it to the source's buffer.
public struct PacketView: ~Escapable {
    /// The bytes that were stored, link header first.
    public let bytes: RawSpan
    /// The packet's length on the link, in bytes; may exceed what was stored.
    public let originalLength: Int
    /// What the first byte is.
    public let linkType: LinkType
    /// When it was captured; absent where the format has no time (pcapng Simple Packet Block).
    public let timestamp: Timestamp?
    /// Index into the source's `interfaces`.
    public let interface: Int
    /// Which way it went, where the capture says so.
    public let direction: PacketDirection
    /// The number of the app that it is of, where a comment of PCAPdroid's says so (`u-` and the number).
    public let app: Int32?

    @_lifetime(copy bytes)
    init(
        bytes: RawSpan, originalLength: Int, linkType: LinkType, timestamp: Timestamp?, interface: Int,
        direction: PacketDirection = .unknown, app: Int32? = nil
    ) {
        self.bytes = bytes
        self.originalLength = originalLength
        self.linkType = linkType
        self.timestamp = timestamp
        self.interface = interface
        self.direction = direction
        self.app = app
    }
}

/// Where packets come from, in the order captured.
public protocol PacketSource: ~Copyable {
    /// The interfaces seen so far, in the order described.
    var interfaces: [CaptureInterface] { get }

    /// Lends the next packet.
    ///
    /// - Returns: the packet, or `nil` at the end.
    /// - Throws: `CaptureFileError` at the first broken rule; what was read before it stays counted.
    @_lifetime(&self)
    mutating func next() throws(CaptureFileError) -> PacketView?
}

/// What a capture says about one of the interfaces that its packets crossed.
public struct CaptureInterface: Hashable, Sendable {
    /// The link type of its packets.
    public var linkType: LinkType
    /// Most bytes stored of a packet; `nil` if unlimited or not said.
    public var snapLength: Int?
    /// Its name, such as `wlan0`.
    public var name: String?
    /// The capture filter in libpcap's language.
    public var filter: String?
    /// The program that wrote the file, as it names itself.
    public var application: String?
    /// Its own addresses.
    public var addresses: [IPAddress] = []
    /// Packets that the capturing kernel dropped; `nil` if not said.
    public var droppedByKernel: Int?
    /// Packets that the interface dropped; `nil` if not said.
    public var droppedByInterface: Int?
    /// The unit in which its packets' times count, in nanoseconds, 1 at least; `nil` if it isn't known.
    public var clockNanoseconds: Int64?
}
