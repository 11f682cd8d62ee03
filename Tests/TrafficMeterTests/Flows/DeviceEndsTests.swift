import Documents
import TestSupport
import Testing

@testable import TrafficMeter

private typealias P = PacketBuilder

@Suite struct DeviceEndsTests {
    private func tcp(_ source: String, _ sourcePort: Int, _ destination: String, _ port: Int, flags: Int = 0x10)
        -> [UInt8]
    {
        P.ethernet(
            type: 0x0800,
            P.ipv4(from: source, to: destination, protocol: 6, P.tcp(from: sourcePort, to: port, flags: flags)))
    }

    @Test("the sender of the SYNs is the device, though the server speaks first in the capture")
    func synSender() throws {
        let metering = try Metering(packets: [
            tcp("198.51.100.9", 443, "203.0.113.4", 50_000),
            tcp("203.0.113.4", 50_001, "198.51.100.9", 443, flags: 2),
            tcp("203.0.113.4", 50_002, "198.51.100.7", 443, flags: 2),
        ])
        let ends = DeviceEnds(of: metering.meter.flows)
        #expect(ends.rule == .synSender)
        #expect(ends.addresses.map(\.description) == ["203.0.113.4"])
        #expect(ends.isUpFromA(metering.meter.flows[0]) == false)
        #expect(ends.server(of: metering.meter.flows[0]).address.description == "198.51.100.9")
    }

    @Test("without SYNs it is the end that most flows share")
    func sharedEnd() throws {
        let metering = try Metering(packets: [
            tcp("198.51.100.9", 443, "203.0.113.4", 50_000), tcp("198.51.100.7", 443, "203.0.113.4", 50_001),
            tcp("203.0.113.4", 50_002, "198.51.100.5", 443),
        ])
        let ends = DeviceEnds(of: metering.meter.flows)
        #expect(ends.rule == .sharedEnd)
        #expect(ends.addresses.map(\.description) == ["203.0.113.4"])
    }

    @Test("what the person says goes before all evidence")
    func given() throws {
        let metering = try Metering(packets: [tcp("203.0.113.4", 50_001, "198.51.100.9", 443, flags: 2)])
        let address = try #require(IPAddress("198.51.100.9"))
        let ends = DeviceEnds(of: metering.meter.flows, given: [address])
        #expect(ends.rule == .given)
        #expect(ends.isUpFromA(metering.meter.flows[0]) == false)
    }

    @Test("the capturing interface's own address is the device, if most flows have it")
    func interface() throws {
        let metering = try Metering(packets: [tcp("198.51.100.9", 443, "192.0.2.9", 50_001)])
        let own = CaptureInterface(linkType: .ethernet, addresses: [try #require(IPAddress("192.0.2.9"))])
        #expect(DeviceEnds(of: metering.meter.flows, interfaces: [own]).rule == .interfaceAddresses)
        let foreign = CaptureInterface(linkType: .ethernet, addresses: [try #require(IPAddress("192.0.2.1"))])
        #expect(DeviceEnds(of: metering.meter.flows, interfaces: [foreign]).rule == .sharedEnd)
    }

    @Test("a link address given is followed under all addresses that send from it, and no others")
    func links() throws {
        let (phone, other): ([UInt8], [UInt8]) = ([2, 0, 0, 0, 0, 5], [2, 0, 0, 0, 0, 6])
        func datagram(_ source: String, _ destination: String, from link: [UInt8]) -> [UInt8] {
            let body = P.udp(from: 50_000, to: 7000, [1])
            return source.contains(":")
                ? P.ethernet(type: 0x86DD, source: link, P.ipv6(from: source, to: destination, next: 17, body))
                : P.ethernet(type: 0x0800, source: link, P.ipv4(from: source, to: destination, protocol: 17, body))
        }
        let flows = try Metering(packets: [
            datagram("203.0.113.4", "198.51.100.9", from: phone),
            datagram("2001:db8:0:0:0:0:0:a", "2001:db8:1:0:0:0:0:9", from: phone),
            datagram("2001:db8:0:0:0:0:0:b", "2001:db8:1:0:0:0:0:9", from: phone),
            datagram("203.0.113.7", "198.51.100.9", from: other),
        ]).meter.flows
        let all: Set<String> = ["203.0.113.4", "2001:db8::a", "2001:db8::b"]
        let bits = try #require(LinkAddress("02:00:00:00:00:05")).bits
        let byLink = DeviceEnds(of: flows, givenLinks: [bits])
        #expect(Set(byLink.addresses.map(\.description)) == all)
        #expect(byLink.rule == .given)
        let address = try #require(IPAddress("203.0.113.4"))
        #expect(Set(DeviceEnds(of: flows, given: [address], followsLink: true).addresses.map(\.description)) == all)
        #expect(DeviceEnds(of: flows, given: [address]).addresses == [address])
    }
}
