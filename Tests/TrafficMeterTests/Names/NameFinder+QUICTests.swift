import Documents
import Foundation
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// QUIC connections whose client comes from another port, and their openings.
@Suite struct NameFinderQUICTests {
    private static let clientID: [UInt8] = [0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8]
    private static let serverID: [UInt8] = [0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58]

    /// A packet with a long header (RFC 9000 § 17.2.4, Handshake), whose content nobody can read.
    private static func handshake(to destination: [UInt8], from source: [UInt8], _ count: Int = 300) -> [UInt8] {
        [0xE0] + P.uint32(1) + HelloBuilder.vector(1, destination) + HelloBuilder.vector(1, source)
            + QUICSealer.number(count) + [UInt8](repeating: 0xAB, count: count)
    }

    /// A packet with a short header (RFC 9000 § 17.3.1).
    private static func short(to destination: [UInt8], _ count: Int = 40) -> [UInt8] {
        [0x43] + destination + [UInt8](repeating: 0xCD, count: count)
    }

    /// A connection up to the server's first packets.
    private static func opened(client: [UInt8] = clientID, server: [UInt8] = serverID) throws -> ConnectionBuilder {
        var sealer = try #require(QUICSealer(.v1, destination: [1, 2, 3, 4, 5, 6, 7, 8], source: client))
        var connection = ConnectionBuilder()
        let hello = HelloBuilder.hello(serverName: "video.example", protocols: [Array("h3".utf8)])
        connection.datagram(up: sealer.initial(sealer.crypto(0, hello) + [UInt8](repeating: 0, count: 900)))
        connection.datagram(down: handshake(to: client, from: server))
        return connection
    }

    /// Names and marks of the flows after the first one.
    private static func others(_ connection: ConnectionBuilder) throws -> [String] {
        try connection.metered().flowLines.dropFirst().map { line in
            ["name", "name_source", "alpn", "marks", "opening_ip_bytes"].map { line[$0] ?? "" }.joined(separator: "|")
        }
    }

    @Test("the opening is what came before the client's first datagram under the final keys")
    func opening() throws {
        var connection = try Self.opened()
        connection.datagram(down: Self.short(to: Self.clientID))
        connection.datagram(up: Self.handshake(to: Self.serverID, from: Self.clientID, 60))
        let expected = connection.ipBytes
        connection.datagram(up: Self.short(to: Self.serverID))
        connection.datagram(down: Self.short(to: Self.clientID, 1000))
        let hello = try #require(connection.metered().hello)
        #expect((hello.way, hello.openingBytes) == (.quic, expected))
    }

    @Test(
        "however many hellos never become whole, a later one is found; one that goes on after it made room is counted")
    func abandoned() throws {
        var sealer = try #require(QUICSealer(.v1, destination: [1, 2, 3, 4, 5, 6, 7, 8], source: Self.clientID))
        let hello = HelloBuilder.hello(serverName: "video.example")
        let first = sealer.initial(sealer.crypto(0, hello[..<40]) + [UInt8](repeating: 0, count: 100))
        let rest = sealer.initial(sealer.crypto(40, hello[40...]) + [UInt8](repeating: 0, count: 100), number: 1)
        var connection = ConnectionBuilder()
        let ports = 20_000..<20_000 + NameFinder.mostAssembled + 2
        for port in ports {
            connection.clientPort = port
            connection.datagram(up: first)
        }
        for port in ports.reversed() {
            connection.clientPort = port
            connection.datagram(up: rest)
            connection.datagram(up: rest)
        }
        let metering = try connection.metered()
        let names = metering.flowLines.map { $0["name"] ?? "" }
        #expect(names.prefix(2).allSatisfy { $0.isEmpty })
        #expect(names.dropFirst(2).allSatisfy { $0 == "video.example" })
        #expect(metering.meter.greetingsGivenUp == 2)
    }

    @Test("of a connection that ends before, all of it is the opening")
    func openingAlone() throws {
        let connection = try Self.opened()
        #expect(try connection.metered().hello?.openingBytes == connection.ipBytes)
    }

    @Test("a client that comes from another port is known by the server's ID, and opens nothing anew")
    func migration() throws {
        var connection = try Self.opened()
        connection.datagram(up: Self.short(to: Self.serverID))
        connection.clientPort += 1
        connection.datagram(up: Self.short(to: Self.serverID))
        connection.datagram(down: Self.short(to: Self.clientID))
        #expect(try Self.others(connection) == ["video.example|quic|h3|continued|0"])
    }

    @Test("a server that is the first to answer on another port is known by the client's ID")
    func migrationDown() throws {
        var connection = try Self.opened()
        connection.clientPort += 1
        connection.datagram(down: Self.short(to: Self.clientID))
        #expect(try Self.others(connection) == ["video.example|quic|h3|continued|0"])
    }

    @Test("packets on the new port that tell nothing are passed over, up to the fourth")
    func late() throws {
        for (strays, expected) in [(3, "video.example|quic|h3|continued|0"), (4, "|none|||")] {
            var connection = try Self.opened()
            connection.clientPort += 1
            for _ in 0..<strays { connection.datagram(up: Self.short(to: [9, 9, 9, 9, 9, 9, 9, 9])) }
            connection.datagram(up: Self.short(to: Self.serverID))
            #expect(try Self.others(connection) == [expected], "after \(strays)")
        }
    }

    @Test(
        "IDs of four bytes and more tell, shorter ones and none don't", arguments: [0, 1, 2, 3, 4, 5, 8, 19, 20])
    func lengths(_ length: Int) throws {
        let server = [UInt8](repeating: 0x5A, count: length)
        var connection = try Self.opened(client: [], server: server)
        connection.clientPort += 1
        connection.datagram(up: Self.short(to: server))
        connection.datagram(down: Self.short(to: []))
        #expect(try Self.others(connection) == [length < 4 ? "|none|||" : "video.example|quic|h3|continued|0"])
    }

    @Test("a packet of the ID but of another kind isn't taken for the connection's")
    func otherKinds() throws {
        for first in [UInt8(0x03), 0x3F, 0x80, 0xC0, 0xE3] {
            var connection = try Self.opened()
            connection.clientPort += 1
            connection.datagram(up: [first] + Self.serverID + [UInt8](repeating: 1, count: 60))
            #expect(try Self.others(connection) == ["|none|||"], "first byte \(first)")
        }
    }

    @Test("random datagrams are never named, beside however many connections")
    func random() throws {
        var dice = SeededGenerator(seed: 17)
        func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255, using: &dice) } }
        var connection = ConnectionBuilder()
        for port in 0..<40 {
            var sealer = try #require(QUICSealer(.v1, destination: bytes(8), source: bytes(4)))
            connection.clientPort = 20_000 + port
            let hello = HelloBuilder.hello(serverName: "video.example")
            connection.datagram(up: sealer.initial(sealer.crypto(0, hello) + [UInt8](repeating: 0, count: 900)))
            connection.datagram(down: Self.handshake(to: sealer.source, from: bytes(4)))
        }
        connection.serverPort = 40_000
        for port in 0..<2000 {
            connection.clientPort = 30_000 + port
            // As short headers begin, so that the IDs are looked for.
            connection.datagram(
                up: [0x40 | .random(in: 0...0x3F, using: &dice)] + bytes(.random(in: 0...60, using: &dice)))
        }
        let lines = try connection.metered().flowLines
        #expect(lines.count == 2040)
        #expect(lines.prefix(40).allSatisfy { $0["name"] == "video.example" && $0["marks"] == "" })
        #expect(lines.dropFirst(40).allSatisfy { $0["name"] == "" && $0["marks"] == "" })
    }
}
