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
}
