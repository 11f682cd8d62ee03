import Documents
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

@Suite struct TLSClientHelloTests {
    /// What a stream is, and the name it has.
    private static func read(_ stream: [UInt8]) -> (TLSClientHello, String) {
        var hello = ClientHello()
        let verdict = TLSClientHello.read(stream.rawSpan, into: &hello)
        return (verdict, hello.serverName.text)
    }

    @Test("the server name is read, whatever the records", arguments: [1, 7, 100, 5000])
    func serverName(_ size: Int) {
        let stream = HelloBuilder.records(HelloBuilder.hello(serverName: "API.Sante.example", padding: 1700), of: size)
        #expect(Self.read(stream) == (.complete, "api.sante.example"))
    }

    @Test("a stream cut at any byte is incomplete, and nothing else")
    func cut() {
        let stream = HelloBuilder.records(HelloBuilder.hello(serverName: "sante.example"), of: 50)
        for length in 0..<stream.count {
            #expect(Self.read(Array(stream.prefix(length))) == (.incomplete, ""), "cut at \(length)")
        }
    }

    @Test("a hello without a name is whole; other streams are told apart")
    func other() {
        #expect(Self.read(HelloBuilder.records(HelloBuilder.hello(serverName: nil), of: 500)) == (.complete, ""))
        #expect(Self.read(Array("GET / HTTP/1.1\r\n".utf8)).0 == .other)
        #expect(Self.read([22, 3, 3, 0, 4, 2, 0, 0, 0]).0 == .other)  // a ServerHello
        #expect(Self.read([22, 3, 1, 0, 4, 1, 0xFF, 0xFF, 0xFF]).0 == .other)  // says 16 MiB
    }

    @Test("a message that ends before its record is read up to its own end (found by fuzzing)")
    func shortMessage() {
        // The message says 42 bytes; its extensions, with the name, lie beyond.
        var message = HelloBuilder.hello(serverName: "sante.example")
        message.replaceSubrange(1..<4, with: [0, 0, 42])
        let stream = HelloBuilder.records(message, of: 5000)
        #expect(Self.read(stream) == (.complete, ""))
        #expect(Self.read(Array(stream.dropLast(5))) == (.complete, ""))
    }

    @Test("a hello cut into records, and these into segments, has one name whatever the cuts and the order")
    func anySplit() {
        var generator = SeededGenerator(seed: 22)
        let message = HelloBuilder.hello(serverName: "sante.example", padding: 900)
        for _ in 0..<300 {
            let recordCount = Int.random(in: 1...9, using: &generator)
            let stream = HelloBuilder.records(
                HelloBuilder.pieces(of: message, into: recordCount, using: &generator))
            let segmentCount = Int.random(in: 1...9, using: &generator)
            var segments: [(UInt32, [UInt8])] = []
            // Near the end of sequence space, so that numbers wrap.
            var sequence = UInt32.max - UInt32.random(in: 0..<2000, using: &generator)
            var start = StreamStart(start: sequence)
            for piece in HelloBuilder.pieces(of: stream + [23, 3, 3], into: segmentCount, using: &generator) {
                segments.append((sequence, piece))
                sequence &+= UInt32(piece.count)
            }
            segments += segments.prefix(Int.random(in: 0...2, using: &generator))
            for (sequence, piece) in segments.shuffled(using: &generator) {
                start.add(sequence: sequence, piece.rawSpan)
            }
            var hello = ClientHello()
            #expect(TLSClientHello.read(start.contiguous, into: &hello) == .complete)
            #expect(hello.serverName.text == "sante.example")
        }
    }

    @Test("a message without records is read alike, and cut at any byte it is incomplete")
    func handshake() {
        let message = HelloBuilder.hello(serverName: "sante.example", protocols: [Array("h3".utf8)])
        var hello = ClientHello()
        for length in 0..<message.count {
            let verdict = TLSClientHello.read(handshake: Array(message.prefix(length)).rawSpan, into: &hello)
            #expect(verdict == .incomplete, "cut at \(length)")
        }
        // What follows the message belongs to the next one.
        #expect(TLSClientHello.read(handshake: (message + [2, 0, 0]).rawSpan, into: &hello) == .complete)
        #expect(hello.serverName.text == "sante.example")
        #expect(hello.protocols == ["h3"])
        #expect(TLSClientHello.read(handshake: [2, 0, 0, 90].rawSpan, into: &hello) == .other)
        #expect(hello == ClientHello())
    }

    @Test("segments in any order name the flow, also with the greeting sent twice")
    func segments() throws {
        let stream = HelloBuilder.records(HelloBuilder.hello(serverName: "sante.example", padding: 600), of: 4000)
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

    /// Hellos that don't begin their stream: two after an HTTP proxy's CONNECT, one after MySQL's request for TLS.
    static let afterOther = [
        "192.168.1.103 1714 to 192.168.1.146 8080: apache.org", "194.247.5.7 57556 to 85.25.246.38 8080: weberblog.net",
        "127.0.0.1 40304 to 127.0.0.1 3306: ",
    ]

    @Test("every hello that tshark finds over TCP is found, with its name, protocols and extensions", .reference)
    func reference() throws {
        var (agreeing, captures) = (0, 0)
        for capture in ReferenceCapture.all {
            let expected = try capture.hellos("tls")
            var starts: [String: StreamStart] = [:]
            var hello = ClientHello()
            var found: Set<FoundHello> = []
            capture.forEachPayload { record, payload in
                guard record.kind == .tcp else { return }
                let way = "\(record.source) \(record.sourcePort) \(record.destination) \(record.destinationPort)"
                if record.tcpFlags & 2 != 0 { starts[way] = StreamStart(start: record.sequence &+ 1) }
                guard !payload.isEmpty else { return }
                var start = starts[way] ?? StreamStart(start: record.sequence)
                start.add(sequence: record.tcpFlags & 2 != 0 ? record.sequence &+ 1 : record.sequence, payload.rawSpan)
                starts[way] = start
                if TLSClientHello.read(start.contiguous, into: &hello) == .complete {
                    found.insert(FoundHello(record, hello))
                }
            }
            for hello in expected where !Self.afterOther.contains(where: hello.description.hasPrefix) {
                #expect(found.contains(hello), "\(capture.name): \(hello)")
            }
            agreeing += expected.count { found.contains($0) }
            captures += expected.isEmpty ? 0 : 1
        }
        print("TLS: \(agreeing) hellos in \(captures) captures, all as tshark reads them")
        #expect(agreeing == 249)
    }
}
