import Documents
import Testing

@testable import JourneyRecorder
@testable import TrafficMeter

@Suite struct SectionBuilderTests {
    private static func traffic(_ bytes: Int) -> Traffic {
        Traffic(down: TrafficCounts(packets: 1, wireBytes: bytes + 14, ipBytes: bytes))
    }

    /// A host by its address, with some IP bytes.
    private static func host(_ number: Int, _ bytes: Int, party: Party = .unknown, order: Int = 0) -> HostFigures {
        let end = Endpoint(address: IPAddress(ipv4: UInt32(number)), port: 443)
        let flow = Flow(FlowKey.of(.tcp, 0, from: end, to: end).key, aIsLower: true, slice: 0)
        return HostFigures(
            host: FlowHost(flow, server: end, NameBook(limit: 1)), party: party, order: order,
            sum: TrafficSum(traffic: traffic(bytes), flows: 1, connections: 1))
    }

    private static func listed(_ host: HostFigures) -> HostTraffic {
        HostTraffic(
            name: host.host.address.description, nameSource: .none, party: host.party, traffic: host.sum.traffic,
            flows: host.sum.flows)
    }

    @Test("the heaviest host comes first, equals by name")
    func order() {
        var builder = SectionBuilder()
        for (number, bytes) in [(2, 15), (3, 30), (1, 15)] { builder.add(Self.host(number, bytes)) }
        let hosts = builder.section(namesApps: false, Self.listed).hosts
        #expect(hosts.map(\.name) == ["0.0.0.3", "0.0.0.1", "0.0.0.2"])
        #expect(hosts.map(\.traffic.both.ipBytes) == [30, 15, 15])
    }

    @Test(
        "hosts beyond the limit are listed together by party, whenever they come, and no byte is lost",
        arguments: [1, 7, 39])
    func limit(_ step: Int) {
        var builder = SectionBuilder(limit: 10)
        let numbers = (0..<200).map { ($0 * step) % 200 }
        for number in numbers {
            builder.add(Self.host(number, 1000 + number, party: number % 2 == 0 ? .background : .third, order: number))
        }
        let section = builder.section(namesApps: false, Self.listed)
        #expect(section.hosts.count == 12)
        #expect(section.hosts.suffix(2).map(\.name) == [HostTraffic.otherHosts, HostTraffic.otherHosts])
        #expect(Set(section.hosts.suffix(2).map(\.party)) == [.background, .third])
        #expect(section.traffic.both.ipBytes == numbers.reduce(0) { $0 + 1000 + $1 })
        #expect(section.hosts.reduce(0) { $0 + $1.flows } == 200)
        let heaviest = numbers.sorted(by: >).prefix(10).map { 1000 + $0 }
        #expect(section.hosts.prefix(10).map(\.traffic.both.ipBytes) == heaviest)
        // The breakdown and what is left without the background are of all hosts, listed or not.
        let background = numbers.filter { $0 % 2 == 0 }.reduce(0) { $0 + 1000 + $1 }
        #expect(section.breakdown?.parties.map(\.key) == ["third", "background"])
        #expect(section.breakdown?.parties.last?.traffic.both.ipBytes == background)
        #expect(section.withoutBackground?.both.ipBytes == section.traffic.both.ipBytes - background)
    }

    @Test("the section's traffic is that of hosts, other IP and non-IP together")
    func sum() {
        var builder = SectionBuilder()
        builder.add(Self.host(1, 1))
        builder.add(other: Self.traffic(2), isIP: true)
        builder.add(other: Self.traffic(4), isIP: true)
        builder.add(other: Traffic(up: TrafficCounts(packets: 1, wireBytes: 42)), isIP: false)
        let section = builder.section(namesApps: false, Self.listed)
        #expect(section.traffic.both == TrafficCounts(packets: 4, wireBytes: 7 + 3 * 14 + 42, ipBytes: 7))
        #expect(section.otherIP.both.ipBytes == 6)
        #expect(section.nonIP.up.wireBytes == 42)
    }
}
