/// What a client says first on a TCP connection, in whichever of the protocols that name a server.
///
/// Made to be used again for the next one.
struct Greeting: Sendable {
    /// The TLS or QUIC greeting, behind a tunnel's request if there is one.
    var hello = ClientHello()
    private var request = HTTPRequest()
    private var socks = SOCKSRequest()
    /// The name of the server.
    private(set) var name = HostName()
    /// In which protocol it was.
    private(set) var way = FlowHello.Way.tls
    /// Whether `hello` was there.
    private(set) var hasHello = false
    /// The name that a proxy was asked for, while what comes through the tunnel is still awaited.
    private(set) var tunnelName = HostName()
    /// Whether a proxy was asked for a tunnel.
    private(set) var isTunnel = false
    /// Whether all of it is a TLS greeting, of which nothing is personal but the name.
    private(set) var isTLS = false

    /// Reads the first bytes of a stream.
    ///
    /// - Returns: what they are; what was read is then here.
    mutating func read(_ stream: RawSpan) -> StreamVerdict {
        (isTunnel, isTLS, hasHello) = (false, false, false)
        switch TLSClientHello.read(stream, into: &hello) {
        case .incomplete:
            // Of what came ahead of the stream's first byte nobody knows what it is.
            isTLS = stream.byteCount > 0
            return .incomplete
        case .complete:
            (isTLS, hasHello) = (true, true)
            (name, way) = (hello.serverName, .tls)
            return .complete
        case .other: break
        }
        switch request.read(stream) {
        case .incomplete: return .incomplete
        case .complete where request.isConnect: return readTunnel(stream, from: request.length, request.name)
        case .complete:
            (name, way) = (request.name, .http)
            return .complete
        case .other: break
        }
        switch socks.read(stream) {
        case .incomplete: return .incomplete
        case .complete where socks.command == .connect: return readTunnel(stream, from: socks.length, socks.target.name)
        case .complete, .other: return .other
        }
    }

    /// Reads what comes through a tunnel: the server that a ClientHello names goes before the target that the proxy was given.
    private mutating func readTunnel(_ stream: RawSpan, from start: Int, _ target: HostName) -> StreamVerdict {
        (isTunnel, tunnelName) = (true, target)
        let inside = stream.extracting(start..<stream.byteCount)
        guard inside.byteCount > 0 else { return .incomplete }
        switch TLSClientHello.read(inside, into: &hello) {
        case .incomplete: return .incomplete
        case .complete where !hello.serverName.isEmpty: (name, way, hasHello) = (hello.serverName, .tls, true)
        case .complete: (name, way, hasHello) = (target, .tunnel, true)
        case .other: (name, way) = (target, .tunnel)
        }
        return .complete
    }
}
