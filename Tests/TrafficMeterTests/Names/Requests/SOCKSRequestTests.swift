import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

@Suite struct SOCKSRequestTests {
    /// What a client says, and what it means.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var version: UInt8
        var command = SOCKSRequest.Command.connect
        var name = ""
        var address: String?
        var port: UInt16 = 443
    }

    private static let host: [UInt8] = [13] + Array("Sante.Example".utf8)
    private static let aaaa: [UInt8] = [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [1]

    static let cases = [
        Case(
            testDescription: "SOCKS 5 to a name", bytes: [5, 1, 0] + [5, 1, 0, 3] + host + P.uint16(443), version: 5,
            name: "sante.example"),
        Case(
            testDescription: "SOCKS 5 to an IPv4 address",
            bytes: [5, 2, 0, 2] + [5, 1, 0, 1, 192, 0, 2, 7] + P.uint16(80),
            version: 5, address: "192.0.2.7", port: 80),
        Case(
            testDescription: "SOCKS 5 to an IPv6 address", bytes: [5, 1, 0] + [5, 1, 0, 4] + aaaa + P.uint16(443),
            version: 5, address: "2001:db8::1"),
        Case(
            testDescription: "SOCKS 5 to an address written as a name",
            bytes: [5, 1, 0] + [5, 1, 0, 3, 9] + Array("192.0.2.7".utf8) + P.uint16(443), version: 5,
            address: "192.0.2.7"),
        Case(
            testDescription: "SOCKS 5 with user name and password",
            bytes: [5, 2, 0, 2] + [1, 4] + Array("anna".utf8) + [6] + Array("secret".utf8) + [5, 1, 0, 3] + host
                + P.uint16(443), version: 5, name: "sante.example"),
        Case(
            testDescription: "SOCKS 5 for datagrams", bytes: [5, 1, 0] + [5, 3, 0, 1, 0, 0, 0, 0] + P.uint16(0),
            version: 5, command: .associate, address: "0.0.0.0", port: 0),
        Case(
            testDescription: "SOCKS 4", bytes: [4, 1] + P.uint16(443) + [192, 0, 2, 7] + Array("anna".utf8) + [0],
            version: 4, address: "192.0.2.7"),
        Case(
            testDescription: "SOCKS 4a", bytes: [4, 1] + P.uint16(443) + [0, 0, 0, 1, 0] + host.dropFirst() + [0],
            version: 4, name: "sante.example"),
    ]

    private static func read(_ bytes: [UInt8]) -> (StreamVerdict, SOCKSRequest) {
        var request = SOCKSRequest()
        let verdict = request.read(bytes.rawSpan)
        return (verdict, request)
    }

    @Test("a request tells whom the tunnel leads to, and where it begins", arguments: cases)
    func requests(_ expected: Case) {
        let (verdict, request) = Self.read(expected.bytes + [22, 3, 1])
        #expect(verdict == .complete)
        #expect(request.version == expected.version)
        #expect(request.command == expected.command)
        #expect(request.target.name.text == expected.name)
        #expect(request.target.address?.description == expected.address)
        #expect(request.target.port == expected.port)
        #expect(request.length == expected.bytes.count)
    }

    @Test("a request cut at any byte is incomplete, and nothing else", arguments: cases)
    func cut(_ given: Case) {
        for length in 0..<given.bytes.count {
            let (verdict, request) = Self.read(Array(given.bytes.prefix(length)))
            #expect(verdict == .incomplete, "cut at \(length)")
            #expect(request.target.isEmpty)
        }
    }

    @Test(
        "other streams are told apart",
        arguments: [
            [22, 3, 1], [5, 0], [5, 1, 0, 22], [5, 1, 0, 5, 9], [5, 1, 0, 5, 1, 1], [5, 1, 0, 5, 1, 0, 2],
            [5, 1, 0, 5, 1, 0, 3, 0],
            // A negotiation that wasn't offered; one by GSS-API (RFC 1961), which is not read.
            [5, 1, 0, 1, 1, 0x61, 1, 0x61, 5], [5, 1, 1, 1],
            [4, 3], [4, 0], [4, 1, 0, 80, 0, 0, 0, 1, 0, 0],
            [4, 1, 0, 80, 1, 2, 3, 4] + [UInt8](repeating: 0x61, count: 256),
        ] as [[UInt8]])
    func other(_ bytes: [UInt8]) {
        #expect(Self.read(bytes).0 == .other)
    }

    @Test("thousands of damaged requests keep their verdict when more comes")
    func damaged() {
        var dice = SeededGenerator(seed: 2)
        for _ in 0..<1000 {
            for given in Self.cases {
                var bytes = given.bytes
                for _ in 0..<Int.random(in: 1...4, using: &dice) {
                    bytes[Int.random(in: 0..<bytes.count, using: &dice)] =
                        [0, 1, 3, 4, 5, 255, .random(in: 0...255, using: &dice)].randomElement(using: &dice) ?? 0
                }
                let early = Self.read(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &dice)))).0
                #expect(early == .incomplete || early == Self.read(bytes).0)
            }
        }
    }
}
