import Documents
import Testing

@testable import JourneyRecorder

@Suite struct SectionBuilderTests {
    private static func traffic(_ bytes: Int) -> Traffic {
        Traffic(down: TrafficCounts(packets: 1, wireBytes: bytes + 14, ipBytes: bytes))
    }

    private static func host(_ name: String, _ source: NameSource = .sni, purpose: String? = nil) -> HostTraffic {
        HostTraffic(name: name, nameSource: source, party: .unknown, purpose: purpose)
    }

    @Test("flows of one host are added, the heaviest host comes first, equals by name")
    func order() {
        var builder = SectionBuilder()
        for (name, bytes) in [
            ("b.example", 10), ("c.example", 30), ("a.example", 10), ("b.example", 5), ("a.example", 5),
        ] {
            builder.add(Self.traffic(bytes), of: Self.host(name))
        }
        let hosts = builder.section().hosts
        #expect(hosts.map(\.name) == ["c.example", "a.example", "b.example"])
        #expect(hosts.map(\.traffic.both.ipBytes) == [30, 15, 15])
        #expect(hosts.map(\.flows) == [1, 2, 2])
    }

    @Test("what a name was read from, and what it serves, keeps hosts apart")
    func kinds() {
        var builder = SectionBuilder()
        builder.add(Self.traffic(1), of: Self.host("a.example"))
        builder.add(Self.traffic(2), of: Self.host("a.example", .dns))
        builder.add(Self.traffic(4), of: Self.host("a.example", purpose: "dns"))
        #expect(builder.section().hosts.map(\.traffic.both.ipBytes) == [4, 2, 1])
    }

    @Test("the section's traffic is that of hosts, other IP and non-IP together")
    func sum() {
        var builder = SectionBuilder()
        builder.add(Self.traffic(1), of: Self.host("a.example"))
        builder.add(otherIP: Self.traffic(2))
        builder.add(otherIP: Self.traffic(4))
        builder.add(nonIP: Traffic(up: TrafficCounts(packets: 1, wireBytes: 42)))
        let section = builder.section()
        #expect(section.traffic.both == TrafficCounts(packets: 4, wireBytes: 7 + 3 * 14 + 42, ipBytes: 7))
        #expect(section.otherIP.both.ipBytes == 6)
        #expect(section.nonIP.up.wireBytes == 42)
    }
}
