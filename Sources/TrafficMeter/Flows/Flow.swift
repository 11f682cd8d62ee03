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
/// Other IP packets and non-IP frames are kept the same way, by address pair and by kind and sender.
public struct Flow: Sendable {
    /// What its packets are counted as.
    public let kind: PacketRecord.Kind
    /// The IP protocol number, or the raw value of a `NonIPKind`.
    public let protocolNumber: UInt8
    /// The sender of the first packet in file order.
    public let a: Endpoint
    /// The other end.
    public let b: Endpoint
    /// From A to B.
    public internal(set) var aToB = TrafficCounts()
    /// From B to A.
    public internal(set) var bToA = TrafficCounts()
    /// The earliest capture time of its packets.
    public internal(set) var first: Timestamp?
    /// The latest capture time of its packets.
    public internal(set) var last: Timestamp?
    /// Packets that are IP fragments.
    public internal(set) var fragments = 0

    /// Who sent the first SYN without ACK.
    var synSender = End.unknown
    /// Packets of known direction: positive if A is the capturing machine, negative if B is.
    var outboundFromA = 0
    var aLink: UInt64 = 0
    var bLink: UInt64 = 0
    var aSequence = SequenceSpace()
    var bSequence = SequenceSpace()
    /// The names that DNS had for the ends when the flow began.
    var aName = NameID.none
    var bName = NameID.none
    /// The server name of its ClientHello.
    var serverName = NameID.none
    var naming = Naming.undecided

    /// One of the two ends.
    enum End: UInt8 {
        case unknown, a, b
    }

    /// How far the search for a ClientHello is.
    enum Naming: UInt8 {
        case undecided, assembling, done
    }

    init(kind: PacketRecord.Kind, protocolNumber: UInt8, a: Endpoint, b: Endpoint) {
        self.kind = kind
        self.protocolNumber = protocolNumber
        self.a = a
        self.b = b
    }

    /// Both directions together.
    public var both: TrafficCounts { aToB + bToA }

    /// TCP segments were too disordered to tell exactly which bytes were sent again.
    public var exceededReorderLimit: Bool { aSequence.exceededLimit || bSequence.exceededLimit }
}
