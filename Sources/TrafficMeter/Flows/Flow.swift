public import Documents

/// An address with a port; port 0 where the protocol has none.
public struct Endpoint: Hashable, Sendable {
    /// The address; for non-IP frames the sender's link address stands in its lower half.
    public var address: IPAddress
    /// The port.
    public var port: UInt16

    /// An address with a port.
    public init(address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
    }
}

/// A flow by its position in the table, in order of first packets.
public struct FlowID: Hashable, Comparable, Sendable {
    /// The position.
    public let index: Int

    /// A flow by its position.
    public init(index: Int) {
        self.index = index
    }

    /// Orders flows by their first packets.
    public static func < (lhs: FlowID, rhs: FlowID) -> Bool { lhs.index < rhs.index }
}

/// What two ends exchanged with one transport protocol, over the whole measurement.
///
/// Other IP packets and non-IP frames are kept the same way, by address pair and by kind and sender. 192 bytes without
/// any reference; what few flows have is in `FlowDetail`.
public struct Flow: Sendable {
    let key: FlowKey
    /// From A to B.
    public internal(set) var aToB = TrafficCounts()
    /// From B to A.
    public internal(set) var bToA = TrafficCounts()
    /// The earliest and the latest capture time of its packets in nanoseconds; the first after the last if none has a time.
    var firstNanoseconds = Int64.max
    var lastNanoseconds = Int64.min
    // What follows is in an order that leaves no gap: a sequence space has 13 bytes.

    /// What A has sent of its TCP stream.
    var aSequence = SequenceSpace()
    /// Who sent the first SYN without ACK.
    var synSender = End.unknown
    var naming = Naming.undecided
    /// Whether A is the key's lower end.
    let aIsLower: Bool
    /// What B has sent of its TCP stream.
    var bSequence = SequenceSpace()
    /// Whether some packet is a TCP segment whose header could be read.
    var hasSegments = false
    /// Packets of known direction: positive if A is the capturing machine, negative if B is. It stays at its limits.
    var outboundFromA: Int16 = 0
    /// Link addresses, by their position in `LinkAddresses`.
    var aLink = LinkID.none
    var bLink = LinkID.none
    /// The names that DNS had for the ends when the flow began.
    var aName = NameID.none
    var bName = NameID.none
    /// What its client's greeting said.
    var greeting = GreetingID.none
    /// Position of its `FlowDetail`; -1 for none.
    var detail: Int32 = -1
    /// Where its traffic by slice is.
    var place: SlicePlace

    /// One of the two ends.
    enum End: UInt8 {
        case unknown, a, b
    }

    /// How far the search for the server's name in the flow's greeting is, and then for where its opening ends.
    enum Naming: UInt8 {
        /// Nothing that names it was seen, or a part of a greeting.
        case undecided, assembling
        /// The greeting is read, and the client's first data hasn't come: of TLS from A or from B, or of QUIC.
        case openedByA, openedByB, openedByQUIC
        /// There is nothing more to look for.
        case done
    }

    /// Whether a packet may tell what is looked for.
    @inline(__always)
    func awaits(payload: Int, isStored: Bool, isFromA: Bool) -> Bool {
        switch naming {
        case .done: false
        case .undecided, .assembling: isStored
        case .openedByA: isFromA && payload > 0
        case .openedByB: !isFromA && payload > 0
        case .openedByQUIC: payload > 0
        }
    }

    init(_ key: FlowKey, aIsLower: Bool, slice: Int32) {
        self.key = key
        self.aIsLower = aIsLower
        place = SlicePlace(only: slice)
    }

    /// What its packets are counted as.
    public var kind: PacketRecord.Kind { key.kind }
    /// The IP protocol number of other IP, the raw value of a `NonIPKind`; 0 for TCP and UDP.
    public var protocolNumber: UInt8 { key.protocolNumber }
    /// Whether it is TCP's or UDP's, rather than other IP or non-IP.
    public var isConnection: Bool { kind == .tcp || kind == .udp }
    /// The sender of the first packet in file order.
    public var a: Endpoint { aIsLower ? key.lower : key.upper }
    /// The other end.
    public var b: Endpoint { aIsLower ? key.upper : key.lower }
    /// Both directions together.
    public var both: TrafficCounts { aToB + bToA }
    /// The earliest capture time of its packets.
    public var first: Timestamp? { hasTime ? Timestamp(nanoseconds: firstNanoseconds) : nil }
    /// The latest capture time of its packets.
    public var last: Timestamp? { hasTime ? Timestamp(nanoseconds: lastNanoseconds) : nil }

    var hasTime: Bool { firstNanoseconds <= lastNanoseconds }
}
