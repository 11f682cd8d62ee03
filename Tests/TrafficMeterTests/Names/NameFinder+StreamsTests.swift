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
}
