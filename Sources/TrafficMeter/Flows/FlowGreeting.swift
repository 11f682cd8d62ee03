import Documents

/// What the greeting of a flow's client said: of TLS, QUIC, HTTP, or a proxy's tunnel.
///
/// Of the flows that had one; 16 bytes each.
struct FlowGreeting: Sendable {
    /// In which protocol.
    var way: FlowHello.Way
    /// What else is to be said of it.
    var marks: Marks
    /// The server's name; none where it names none.
    var name = NameID.none
    /// The protocols offered (RFC 7301), best first, with commas between them.
    var protocols = NameID.none
    /// IP bytes of the flow before the client's first data; above `Int32.max` while that hasn't come, and then below `UInt32.max` by
    /// what is to come of a second hello.
    var openingBytes = UInt32.max

    /// Whether the client's first data hasn't come.
    var isOpen: Bool { openingBytes > UInt32(Int32.max) }

    /// Bytes of a second hello that are still to come, below 2³¹; 0 once the client's first data has come.
    var awaitedBytes: Int {
        get { isOpen ? Int(UInt32.max - openingBytes) : 0 }
        set { openingBytes = UInt32.max - UInt32(newValue) }
    }

    /// What a greeting may have.
    struct Marks: OptionSet, Sendable {
        var rawValue: UInt8
        /// A hello of TLS, perhaps within QUIC or a tunnel, rather than a request.
        static let hasHello = Marks(rawValue: 1)
        /// The hello has Encrypted Client Hello or its predecessor.
        static let hasECH = Marks(rawValue: 2)
        /// It was A who greeted.
        static let isFromA = Marks(rawValue: 4)
        /// Another flow's greeting, of whose connection this flow goes on.
        static let isContinued = Marks(rawValue: 8)
        /// The hello offers to carry name resolution.
        static let offersDNS = Marks(rawValue: 16)
    }

    /// A greeting from who opened the flow.
    init(_ way: FlowHello.Way, isFromA: Bool) {
        self.way = way
        marks = isFromA ? .isFromA : []
    }
}

/// A flow's greeting by its position in the book of names.
struct GreetingID: Hashable, Sendable {
    let index: Int32

    static var none: GreetingID { GreetingID(index: -1) }
}

/// How a flow was opened, as its client's greeting tells.
public struct FlowHello: Hashable, Sendable {
    /// The protocol of the greeting.
    public enum Way: UInt8, Sendable, CaseIterable {
        /// TLS over TCP.
        case tls
        /// QUIC.
        case quic
        /// HTTP in clear.
        case http
        /// A proxy was asked for a tunnel.
        case tunnel

        /// Where a name that it gives was read.
        var source: NameSource {
            switch self {
            case .tls: .sni
            case .quic: .quic
            case .http: .httpHost
            case .tunnel: .connect
            }
        }
    }

    /// The protocol of the greeting.
    public var way: Way
    /// Whether there is a hello of TLS in it.
    public var hasHello: Bool
    /// Whether the hello names a server (RFC 6066 § 3).
    public var namesServer: Bool
    /// Whether the hello has Encrypted Client Hello (draft-ietf-tls-esni): its name is the outer one, and may stand for another.
    /// Browsers send it as camouflage as well, which can't be told apart.
    public var hasECH: Bool
    /// Whether the flow goes on with a QUIC connection of another flow, as its connection ID tells.
    public var isContinued: Bool
    /// Whether it offers to carry name resolution: `dot` (RFC 7858) or `doq` (RFC 9250).
    public var offersDNS: Bool
    /// IP bytes both ways before the client's first data: the flow's opening, hellos, certificates. Up to the client's answer to
    /// the server's hello, which doesn't count; a hello that the server asked to be sent again, and a change_cipher_spec alone, are
    /// none. Of QUIC up to the client's first datagram that begins with a packet under the connection's final keys.
    public var openingBytes: Int
}

extension Meter {
    /// How a flow was opened; `nil` where no greeting was seen.
    public func hello(of flow: Flow) -> FlowHello? {
        guard let greeting = nameBook[flow.greeting] else { return nil }
        return FlowHello(
            way: greeting.way, hasHello: greeting.marks.contains(.hasHello), namesServer: greeting.name != .none,
            hasECH: greeting.marks.contains(.hasECH), isContinued: greeting.marks.contains(.isContinued),
            offersDNS: greeting.marks.contains(.offersDNS),
            openingBytes: greeting.isOpen ? flow.both.ipBytes : Int(greeting.openingBytes))
    }

    /// Greetings, and answers of name resolution over TCP, that were given up half read and then went on, as more were put together at
    /// a time than there is room for.
    public var greetingsGivenUp: Int { nameBook.givenUp }

    /// The protocols that a flow's hello offers (RFC 7301), best first.
    public func protocols(of flow: Flow) -> [String] {
        nameBook[flow.greeting].flatMap { nameBook[$0.protocols] }?.split(separator: ",").map(String.init) ?? []
    }
}
