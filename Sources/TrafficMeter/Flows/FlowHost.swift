public import Documents

/// The host that a flow is counted under, in few bytes: equal for flows of one host.
///
/// Precedence: what the app itself asked for in its greeting (TLS, QUIC, HTTP, a proxy's tunnel); else the latest DNS answer before the
/// flow's first packet, for the server's address, to the client that asked or else to anyone; where nothing says which end is the
/// server, the receiver of the first packet's (B), else the sender's (A); else the name that the capture's own blocks, or a person's
/// hosts file, give the address; else the address.
public struct FlowHost: Hashable, Sendable {
    /// Where its name was read.
    public let source: NameSource
    let name: NameID
    /// The server's address where no name was seen, else nothing.
    let address: IPAddress

    /// A number by which flows can be sorted into hosts: equal for equal hosts, and hardly ever for others.
    public func sortingKey(_ hash: KeyedHash) -> UInt64 {
        name == .none
            ? hash.fold(address.low, address.high ^ (address.isIPv6 ? 1 << 63 : 0)) | 1 << 63
            : UInt64(name.index) << 3 | source.order
    }

    init(_ flow: Flow, server: Endpoint?, _ book: NameBook) {
        let ends = [(flow.b, flow.bName), (flow.a, flow.aName)]
        let answered = ends.first { end, name in name != .none && (server == nil || end == server) }?.1 ?? .none
        if flow.isConnection, let greeting = book[flow.greeting], greeting.name != .none {
            (source, name, address) = (greeting.way.source, greeting.name, IPAddress(ipv4: 0))
        } else if flow.isConnection, answered != .none {
            (source, name, address) = (.dns, answered, IPAddress(ipv4: 0))
        } else if flow.isConnection, let given = book.given((server ?? flow.b).address) {
            (source, name, address) = (given.source, given.name, IPAddress(ipv4: 0))
        } else {
            (source, name, address) = (.none, .none, (server ?? flow.b).address)
        }
    }
}

extension NameSource {
    /// A number below 8 for each source of a name.
    fileprivate var order: UInt64 {
        switch self {
        case .dns: 0
        case .sni: 1
        case .quic: 2
        case .httpHost: 3
        case .connect: 4
        case .nrb: 5
        default: 6
        }
    }
}

extension Meter {
    /// The host that a flow is counted under.
    ///
    /// - Parameters:
    ///   - flow: a flow of `flows`.
    ///   - server: the end that isn't the device, where that is known; only its DNS names then count.
    /// - Returns: its name, or its address.
    public func host(of flow: Flow, server: Endpoint? = nil) -> FlowHost {
        FlowHost(flow, server: server, nameBook)
    }

    /// A host's name; `nil` if none was seen.
    public func name(of host: FlowHost) -> String? {
        nameBook[host.name]
    }

    /// A host's name as bytes of UTF-8, in lower case; `nil` if none was seen.
    public func nameBytes(of host: FlowHost) -> ArraySlice<UInt8>? {
        nameBook.bytes(of: host.name)
    }

    /// A host's name, or its address where none was seen.
    public func text(of host: FlowHost) -> String {
        name(of: host) ?? host.address.description
    }
}
