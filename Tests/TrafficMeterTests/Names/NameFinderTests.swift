import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// Answers of name resolution over TCP.
@Suite struct NameFinderTests {
    private static let answer: [UInt8] = {
        let message = DNSBuilder.message(
            questions: [DNSBuilder.question("sante.example")],
            answers: [DNSBuilder.record("sante.example", type: 1, [198, 51, 100, 7])])
        return P.uint16(message.count) + message
    }()

    /// A resolver's segment to a port of the client's.
    private static func segment(_ port: Int, sequence: Int, _ payload: [UInt8]) -> [UInt8] {
        P.ipv4(
            from: "192.0.2.53", to: "192.0.2.1", protocol: 6, P.tcp(from: 53, to: port, sequence: sequence, payload))
    }

    private static func first(_ port: Int) -> [UInt8] { segment(port, sequence: 100, Array(answer[..<20])) }
    private static func rest(_ port: Int) -> [UInt8] { segment(port, sequence: 120, Array(answer[20...])) }

    /// The name of a connection to the address that is answered, made after some packets, and how much was given up.
    private static func name(after packets: [[UInt8]]) throws -> (name: String?, givenUp: Int) {
        let connection = P.ipv4(
            from: "192.0.2.1", to: "198.51.100.7", protocol: 6, P.tcp(from: 5000, to: 443, sequence: 1, flags: 2))
        let metering = try Metering(packets: packets + [connection], linkType: 228)
        return (metering.flowLines.last?["name"], metering.meter.greetingsGivenUp)
    }

    private static let most = NameFinder.mostAssembled

    @Test("however many answers over TCP never become whole, a later one is read, and the first are counted")
    func abandoned() throws {
        let found = try Self.name(after: (2000..<2000 + Self.most + 3).map(Self.first) + [Self.first(1), Self.rest(1)])
        #expect(found == ("sante.example", 4))
    }

    @Test("an answer whose rest comes after others were read whole is read")
    func whole() throws {
        let found = try Self.name(after: [Self.first(1)] + Self.whole(Self.most + 3) + [Self.rest(1)])
        #expect(found == ("sante.example", 0))
    }

    /// Answers that say nothing of the address, each of a connection of its own.
    private static func whole(_ count: Int) -> [[UInt8]] {
        let message = DNSBuilder.message(questions: [DNSBuilder.question("other.example")])
        return (2000..<2000 + count).map { segment($0, sequence: 100, P.uint16(message.count) + message) }
    }
}
