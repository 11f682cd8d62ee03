import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

@Suite struct NameFinderStreamsTests {
    private static let head = Array("CONNECT target.example:443 HTTP/1.1\r\n\r\n".utf8)

    private static func up(_ port: Int, sequence: Int, flags: Int = 0x18, _ payload: [UInt8] = []) -> [UInt8] {
        P.ipv4(
            from: "192.0.2.1", to: "198.51.100.7", protocol: 6,
            P.tcp(from: port, to: 3128, sequence: sequence, flags: flags, payload))
    }

    private static func down(_ port: Int, sequence: Int, flags: Int = 0x18, _ payload: [UInt8] = []) -> [UInt8] {
        P.ipv4(
            from: "198.51.100.7", to: "192.0.2.1", protocol: 6,
            P.tcp(from: 3128, to: port, sequence: sequence, flags: flags, payload))
    }

    private static func names(_ packets: [[UInt8]]) throws -> [String] {
        try Metering(packets: packets, linkType: 228).flowLines.map { "\($0["name"] ?? "") \($0["name_source"] ?? "")" }
    }

    @Test("a tunnel's name is its own flow's, and no other's whose beginning hasn't come")
    func ownName() throws {
        let found = try Self.names([
            Self.up(1001, sequence: 10, flags: 2), Self.up(1001, sequence: 11, Self.head),
            Self.up(1002, sequence: 10, flags: 2), Self.up(1002, sequence: 500, [1, 2, 3]),
        ])
        #expect(found == ["target.example connect", " none"])
    }

    @Test("what comes late is put in its place")
    func late() throws {
        let found = try Self.names([
            Self.up(1001, sequence: 10, flags: 2), Self.up(1001, sequence: 31, Array(Self.head[20...])),
            Self.up(1001, sequence: 11, Array(Self.head[..<20])),
        ])
        #expect(found == ["target.example connect"])
    }

    @Test("a server that speaks like a client names nothing")
    func server() throws {
        let found = try Self.names([
            Self.up(1001, sequence: 10, flags: 2), Self.down(1001, sequence: 90, flags: 0x12),
            Self.down(1001, sequence: 91, Self.head),
        ])
        #expect(found == [" none"])
    }

    /// The halves of a greeting: the client's first segment, and the rest.
    private static let halves = (first: Array(hello[..<30]), rest: Array(hello[30...]))
    private static let firstPort = 2000

    /// Connections on ports of their own that send half of a greeting.
    private static func halfGreetings(_ count: Int) -> [[UInt8]] {
        (firstPort..<firstPort + count).flatMap {
            [up($0, sequence: 10, flags: 2), up($0, sequence: 11, halves.first)]
        }
    }

    private static func rest(_ port: Int) -> [UInt8] { up(port, sequence: 11 + halves.first.count, halves.rest) }

    @Test("however many greetings never become whole, a later one is found")
    func abandoned() throws {
        let port = 60_000
        let metering = try Metering(
            packets: Self.halfGreetings(NameFinder.mostAssembled + 1) + [
                Self.up(port, sequence: 10, flags: 2), Self.up(port, sequence: 11, Self.halves.first), Self.rest(port),
            ], linkType: 228)
        #expect(metering.flowLines.last?["name"] == "sante.example")
        // Those that say nothing more have lost nothing.
        #expect(metering.meter.greetingsGivenUp == 0)
    }

    @Test(
        "of more greetings than are put together at a time, those that waited for the longest are given up and counted")
    func givenUp() throws {
        let (most, more) = (NameFinder.mostAssembled, 7)
        let ports = Self.firstPort..<Self.firstPort + most + more
        // What comes for a greeting lets it wait anew.
        let kept = Self.firstPort + 1
        let metering = try Metering(
            packets: Self.halfGreetings(most)
                + [Self.up(kept, sequence: 11 + Self.halves.first.count, Array(Self.halves.rest[..<5]))]
                + Self.halfGreetings(most + more).suffix(2 * more) + ports.map(Self.rest)
                // Nothing more is looked for in them, and they are counted once.
                + ports.map(Self.rest), linkType: 228)
        let unnamed = zip(ports, metering.flowLines).filter { $1["name"] != "sante.example" }.map(\.0)
        #expect(unnamed == [Self.firstPort] + (Self.firstPort + 2...Self.firstPort + more))
        #expect(metering.meter.greetingsGivenUp == more)
    }

    @Test("a server's answer to a greeting that was given up isn't taken for one")
    func answered() throws {
        let metering = try Metering(
            packets: Self.halfGreetings(NameFinder.mostAssembled + 1)
                + [Self.down(Self.firstPort, sequence: 90, Self.hello)], linkType: 228)
        #expect(metering.flowLines.first?["name"] == "")
    }

    /// As with each segment the beginning is read anew, n segments of a byte are n²/2 bytes to read: 4 MiB for 2896.
    @Test("a greeting in more pieces than it is worth isn't read to its end", arguments: [(2000, true), (3500, false)])
    func crumbs(_ count: Int, _ isFound: Bool) throws {
        let head = Array(
            ("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 600)).utf8.prefix(count - count % 6 + 4))
        let crumbs = head.enumerated().map { Self.up(1001, sequence: 11 + $0.offset, [$0.element]) }
        let rest = Self.up(1001, sequence: 11 + head.count, Array("Host: late.example\r\n\r\n".utf8))
        let found = try Self.names([Self.up(1001, sequence: 10, flags: 2)] + crumbs + [rest])
        #expect(found == [isFound ? "late.example http-host" : " none"])
    }

    private static let hello = HelloBuilder.records(HelloBuilder.hello(serverName: "sante.example"), of: 16_000)

    /// A connection up to its hello, the server's answer, and what comes then.
    private static func opened(_ hello: [[UInt8]] = [hello], _ then: (inout ConnectionBuilder) -> Void) throws -> Int? {
        var connection = ConnectionBuilder()
        connection.open()
        for segment in hello { connection.up(segment) }
        connection.down(HelloBuilder.serverHello())
        connection.down(HelloBuilder.data(900))
        then(&connection)
        return try connection.metered().hello?.openingBytes
    }

    @Test("the opening of a TLS connection is what came before the client's first data")
    func opening() throws {
        var expected = 0
        let found = try Self.opened { connection in
            connection.up([])
            expected = connection.ipBytes
            connection.up(HelloBuilder.data(50))
            connection.down(HelloBuilder.data(5000))
            connection.up(HelloBuilder.data(500))
        }
        #expect(found == expected)
    }

    @Test("of a connection that ends without the client's data, all of it is the opening")
    func openingAlone() throws {
        var expected = 0
        let found = try Self.opened { connection in
            connection.down(HelloBuilder.data(70))
            expected = connection.ipBytes
        }
        #expect(found == expected)
    }

    @Test("a hello in several segments, of which one is sent again, is no data")
    func openingInSegments() throws {
        let long = HelloBuilder.records(HelloBuilder.hello(serverName: "sante.example", padding: 3000), of: 16_000)
        for size in [300, 1000, 1448] {
            var expected = 0
            let found = try Self.opened(HelloBuilder.pieces(of: long, size)) { connection in
                expected = connection.ipBytes
                connection.up(HelloBuilder.data(50))
            }
            #expect(found == expected, "segments of \(size)")
        }
        var connection = ConnectionBuilder()
        connection.open()
        connection.up(Self.hello)
        connection.again()
        connection.down(HelloBuilder.serverHello())
        let expected = connection.ipBytes
        connection.up(HelloBuilder.data(50))
        #expect(try connection.metered().hello?.openingBytes == expected)
    }

    @Test(
        "a second hello, which the server asked for, is no data: alone, behind a dummy change_cipher_spec, in segments",
        arguments: [0, 1, 2], [5, 12, 700, 16_000])
    func helloRetry(_ dummy: Int, _ size: Int) throws {
        let second = HelloBuilder.records(HelloBuilder.hello(serverName: "sante.example", padding: 1500), of: 16_000)
        var expected = 0
        let found = try Self.opened { connection in
            // The dummy is not there, in a segment of its own, or ahead of the hello in its segment.
            if dummy == 1 { connection.up(HelloBuilder.changeCipherSpec) }
            let stream = dummy == 2 ? HelloBuilder.changeCipherSpec + second : second
            // A segment that ends before the message's length is told can't be known by its bytes.
            let first = min(stream.count, max(size, 15))
            connection.up(Array(stream[..<first]))
            for segment in HelloBuilder.pieces(of: Array(stream[first...]), size) { connection.up(segment) }
            connection.down(HelloBuilder.serverHello())
            expected = connection.ipBytes
            connection.up(HelloBuilder.changeCipherSpec + HelloBuilder.data(50))
        }
        #expect(found == expected)
    }

    @Test(
        "the opening's bytes are those counted over again from tshark's packets", .needs("tshark"),
        arguments: ["demo", "curl-ipv6"])
    func witness(_ folder: String) throws {
        let capture = Repository.root.appending(path: "captures/\(folder)/capture.pcapng").path
        let expected = try OpeningWitness(capture).openings
        #expect(try Metering(capture).openings == expected)
        #expect(expected.count >= 2)
    }

    /// Flows that the second count doesn't have, with the reason.
    static let notWitnessed = [
        "pcpp__pcapng-example.pcapng.zst": "MySQL asks for TLS before the hello, which so begins no stream",
        "ndpi__http_ipv6.pcap": "Google QUIC has no ClientHello of TLS",
        "ndpi__telegram.pcap": "Google QUIC has no ClientHello of TLS",
        "ndpi__quic_q46.pcap": "Google QUIC has no ClientHello of TLS",
    ]

    @Test("the same of every reference capture without tunnels", .reference, .needs("tshark"))
    func referenceWitness() throws {
        var flows = 0
        var differing: Set<String> = []
        for capture in ReferenceCapture.all where !capture.name.contains("tunnel") {
            let (expected, found) = (
                try OpeningWitness(capture.file.path).openings, try Metering(capture.file.path).openings
            )
            if found != expected { differing.insert(capture.name) }
            flows += expected.count
        }
        #expect(differing == Set(Self.notWitnessed.keys))
        print("openings: those of \(flows) flows are counted to the byte as from tshark's packets")
        #expect(flows > 350)
    }

    /// Their hellos come through a proxy's tunnel; requests aren't stored, for what else they say, and then nothing tells.
    static let behindRequests = ["ndpi__http_connect.pcap", "pcapdroid__http_proxy.pcap"]

    @Test("a recording stores what tells the greetings and openings of the whole capture", .reference)
    func recorded() throws {
        let folder = try TemporaryFolder()
        var (flows, captures) = (0, 0)
        for capture in ReferenceCapture.all where !Self.behindRequests.contains(capture.name) {
            let copy = folder["\(capture.name).pcapng"]
            guard (try? Metering.recorded(capture.file.path, to: copy)) == true else { continue }
            let (whole, stored) = (try Metering(capture.file.path), try Metering(copy))
            #expect(stored.openings == whole.openings, "\(capture.name)")
            #expect(stored.meter.totals.wireBytes == whole.meter.totals.wireBytes, "\(capture.name)")
            for (one, other) in zip(whole.flowLines, stored.flowLines) where one["opening_ip_bytes"] != "" {
                for column in ["name", "name_source", "alpn", "marks"] {
                    #expect(one[column] == other[column], "\(capture.name): \(column) of \(one)")
                }
            }
            flows += whole.openings.count
            captures += 1
        }
        print("recordings: \(flows) openings of \(captures) captures are those of the whole capture")
        #expect(flows > 300)
    }
}
