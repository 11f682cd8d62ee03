import Documents
import TestSupport

@testable import TrafficMeter

private typealias P = PacketBuilder

/// A client and a server over IPv4 without a link header (link type 228), packet by packet.
struct ConnectionBuilder {
    /// Link type of the packets.
    static let linkType = 228
    var client = "192.0.2.1"
    var server: String
    var clientPort = 50_000
    var serverPort: Int
    private(set) var packets: [[UInt8]] = []
    private var next = (client: 1000, server: 9000)

    init(server: String = "198.51.100.7", serverPort: Int = 443) {
        (self.server, self.serverPort) = (server, serverPort)
    }

    /// IP bytes so far: packets have nothing else.
    var ipBytes: Int { packets.reduce(0) { $0 + $1.count } }

    /// SYN, SYN-ACK, ACK (RFC 9293 § 3.5).
    mutating func open() {
        segment(fromClient: true, flags: 0x02)
        segment(fromClient: false, flags: 0x12)
        next = (next.client + 1, next.server + 1)
        segment(fromClient: true, flags: 0x10)
    }

    /// The client's next segment.
    mutating func up(_ payload: [UInt8]) {
        segment(fromClient: true, flags: 0x18, payload)
        next.client += payload.count
    }

    /// The server's next segment.
    mutating func down(_ payload: [UInt8]) {
        segment(fromClient: false, flags: 0x18, payload)
        next.server += payload.count
    }

    /// The latest packet once more.
    mutating func again() { packets.append(packets[packets.count - 1]) }

    /// A segment of the client's some bytes ahead of the next one, which doesn't move.
    mutating func up(ahead bytes: Int, _ payload: [UInt8]) {
        next.client += bytes
        segment(fromClient: true, flags: 0x18, payload)
        next.client -= bytes
    }

    private mutating func segment(fromClient: Bool, flags: Int, _ payload: [UInt8] = []) {
        let (from, to) = fromClient ? (clientPort, serverPort) : (serverPort, clientPort)
        let sequence = fromClient ? next.client : next.server
        add(fromClient, protocol: 6, P.tcp(from: from, to: to, sequence: sequence, flags: flags, payload))
    }

    /// A datagram of the client's.
    mutating func datagram(up payload: [UInt8]) {
        add(true, protocol: 17, P.udp(from: clientPort, to: serverPort, payload))
    }

    /// A datagram of the server's.
    mutating func datagram(down payload: [UInt8]) {
        add(false, protocol: 17, P.udp(from: serverPort, to: clientPort, payload))
    }

    private mutating func add(_ fromClient: Bool, protocol number: Int, _ payload: [UInt8]) {
        let ends = fromClient ? (client, server) : (server, client)
        packets.append(P.ipv4(from: ends.0, to: ends.1, protocol: number, payload))
    }

    /// What the meter makes of the packets.
    func metered() throws -> Metering { try Metering(packets: packets, linkType: Self.linkType) }
}

extension HelloBuilder {
    /// A server's message in a record: ServerHello (2) with some bytes.
    static func serverHello(_ count: Int = 90) -> [UInt8] {
        records([[2] + vector(3, [UInt8](repeating: 7, count: count))])
    }

    /// The dummy that clients send ahead of a second hello (RFC 8446 § D.4).
    static let changeCipherSpec: [UInt8] = [20, 3, 3, 0, 1, 1]

    /// Protected data (RFC 8446 § 5.2).
    static func data(_ count: Int) -> [UInt8] { [23, 3, 3] + vector(2, [UInt8](repeating: 5, count: count)) }
}

extension Metering {
    /// What the first flow's greeting said.
    var hello: FlowHello? { meter.flows.first.flatMap { meter.hello(of: $0) } }

    /// Copies a capture's packets as a recording stores them: headers, and what names a flow.
    ///
    /// - Returns: whether it could be: packets of one link type, each with a time.
    static func recorded(_ path: String, to copy: String) throws -> Bool {
        var first = try CaptureReader(path: path)
        guard let linkType = try first.next()?.linkType else { return false }
        let interface = CaptureInterface(linkType: linkType, snapLength: 262_144, name: "test")
        var writer = try PcapngWriter(path: copy, tool: .ecoproxy)
        var reader = try CaptureReader(path: path)
        var meter = Meter()
        while let packet = try reader.next() {
            guard packet.linkType == linkType, packet.timestamp != nil else { return false }
            meter.add(packet)
            while writer.interfaceCount <= packet.interface { writer.append(interface) }
            writer.append(packet, storedBytes: meter.bytesToKeep)
        }
        writer.flush()
        return writer.error == nil
    }
}
