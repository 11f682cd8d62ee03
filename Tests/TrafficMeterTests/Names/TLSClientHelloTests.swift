import Documents
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// ClientHellos drawn as RFC 8446 § 4.1.2 does.
@Suite struct TLSClientHelloTests {
    static func vector(_ lengthBytes: Int, _ content: [UInt8]) -> [UInt8] {
        (0..<lengthBytes).reversed().map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) } + content
    }

    static func hello(serverName: String?, padding: Int = 0) -> [UInt8] {
        let name = serverName.map { P.uint16(0) + vector(2, vector(2, [0] + vector(2, Array($0.utf8)))) } ?? []
        let extensions = P.uint16(21) + vector(2, [UInt8](repeating: 0, count: padding)) + name
        let body =
            [3, 3] + [UInt8](repeating: 9, count: 32) + vector(1, [1, 2, 3]) + vector(2, [0x13, 1]) + vector(1, [0])
            + vector(2, extensions)
        return [1] + vector(3, body)
    }

    static func records(_ message: [UInt8], of size: Int) -> [UInt8] {
        stride(from: 0, to: message.count, by: size).flatMap { start in
            [22, 3, 1] + vector(2, Array(message[start..<min(start + size, message.count)]))
        }
    }

    /// What a stream is, and the name it has.
    private static func read(_ stream: [UInt8]) -> (TLSClientHello, String) {
        var name = HostName()
        let verdict = TLSClientHello.read(stream.rawSpan, name: &name)
        return (verdict, name.text)
    }

    @Test("the server name is read, whatever the records", arguments: [1, 7, 100, 5000])
    func serverName(_ size: Int) {
        let stream = Self.records(Self.hello(serverName: "API.Sante.example", padding: 1700), of: size)
        #expect(Self.read(stream) == (.complete, "api.sante.example"))
    }

    @Test("a stream cut at any byte is incomplete, and nothing else")
    func cut() {
        let stream = Self.records(Self.hello(serverName: "sante.example"), of: 50)
        for length in 0..<stream.count {
            #expect(Self.read(Array(stream.prefix(length))) == (.incomplete, ""), "cut at \(length)")
        }
    }

    @Test("a hello without a name is whole; other streams are told apart")
    func other() {
        #expect(Self.read(Self.records(Self.hello(serverName: nil), of: 500)) == (.complete, ""))
        #expect(Self.read(Array("GET / HTTP/1.1\r\n".utf8)).0 == .other)
        #expect(Self.read([22, 3, 3, 0, 4, 2, 0, 0, 0]).0 == .other)  // a ServerHello
        #expect(Self.read([22, 3, 1, 0, 4, 1, 0xFF, 0xFF, 0xFF]).0 == .other)  // says 16 MiB
    }

    @Test("a message that ends before its record is read up to its own end (found by fuzzing)")
    func shortMessage() {
        // The message says 42 bytes; its extensions, with the name, lie beyond.
        var message = Self.hello(serverName: "sante.example")
        message.replaceSubrange(1..<4, with: [0, 0, 42])
        let stream = Self.records(message, of: 5000)
        #expect(Self.read(stream) == (.complete, ""))
        #expect(Self.read(Array(stream.dropLast(5))) == (.complete, ""))
    }

    @Test("segments in any order name the flow, also with the greeting sent twice")
    func segments() throws {
        let stream = Self.records(Self.hello(serverName: "sante.example", padding: 600), of: 4000)
        let pieces = stride(from: 0, to: stream.count, by: 250).map {
            ($0, Array(stream[$0..<min($0 + 250, stream.count)]))
        }
        for order in [pieces, pieces.reversed(), [pieces[1], pieces[0], pieces[0]] + pieces[2...]] {
            var packets = [segment(99, flags: 2, [])]
            packets += order.map { segment(100 + $0.0, flags: 0x10, $0.1) }
            let metering = try Metering(packets: packets)
            let name = metering.meter.name(of: metering.meter.flows[0])
            #expect(name.name == "sante.example")
            #expect(name.source == .sni)
        }
    }

    private func segment(_ sequence: Int, flags: Int, _ payload: [UInt8]) -> [UInt8] {
        P.ethernet(
            type: 0x0800,
            P.ipv4(
                from: "192.0.2.1", to: "198.51.100.1", protocol: 6,
                P.tcp(from: 50_000, to: 443, sequence: sequence, flags: flags, payload)))
    }
}
