import Documents
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

/// Later fragments belong to the flow of their first one, whichever comes first (RFC 791 § 3.2).
@Suite struct FragmentTableTests {
    // A datagram of 24 payload bytes, cut after 16: more-fragments is 0x2000, the second's offset is 16 / 8 = 2.
    private static let datagram = P.udp(from: 5000, to: 6000, [UInt8](repeating: 1, count: 24))
    private static func fragment(_ range: Range<Int>, _ field: Int, id: Int = 77) -> [UInt8] {
        P.ethernet(
            type: 0x0800,
            P.ipv4(from: "192.0.2.1", to: "192.0.2.2", protocol: 17, id: id, fragment: field, Array(datagram[range])))
    }
    private static let first = fragment(0..<16, 0x2000)
    private static let second = fragment(16..<32, 0x0002)

    @Test("both orders give one flow with the datagram's payload counted once", arguments: [true, false])
    func orders(_ inOrder: Bool) throws {
        let packets = inOrder ? [Self.first, Self.second] : [Self.second, Self.first]
        let metering = try Metering(packets: packets)
        let flow = try #require(metering.flows(.udp).first)
        #expect((flow.a.port, flow.b.port, metering.meter.flows.detail(of: flow).fragments) == (5000, 6000, 2))
        #expect(
            flow.aToB
                == TrafficCounts(packets: 2, wireBytes: 100, ipBytes: 72, payloadBytes: 24, uniquePayloadBytes: 24))
    }

    @Test("fragments whose first ones never come are flows in the order that they came in")
    func order() throws {
        let ends = (1...60).map { "192.0.2.\($0 * 37 % 61 + 1)" }
        let packets = ends.map {
            P.ethernet(
                type: 0x0800,
                P.ipv4(from: $0, to: "198.51.100.1", protocol: 17, id: 5, fragment: 2, [UInt8](repeating: 0, count: 16))
            )
        }
        #expect(try Metering(packets: packets).flows(.otherIP).map(\.a.address.description) == ends)
    }

    @Test("a fragment whose first one never comes is other IP")
    func orphan() throws {
        let metering = try Metering(packets: [Self.second, Self.fragment(0..<16, 0x2000, id: 78)])
        #expect(metering.flows(.otherIP).map(\.both.packets) == [1])
        #expect(metering.flows(.udp).map(\.both.packets) == [1])
    }
}
