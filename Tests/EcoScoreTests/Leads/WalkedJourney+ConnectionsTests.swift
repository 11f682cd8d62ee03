import Documents
import Testing

@testable import EcoScore

struct ConnectionLeadTests {
    private func step(_ connections: Int?, breakdown: Breakdown? = nil, purpose: Purpose? = nil) -> Step {
        var step = Step.walked(
            "a", hosts: [.host("api.example", bytes: 100_000, purpose: purpose, connections: connections)])
        step.breakdown = breakdown
        return step
    }

    @Test(
        "more than six connections to one name are found; an older measurement can't be judged",
        arguments: [(6, Lead.Status.notFound), (7, .found), (nil, .notObservable)] as [(Int?, Lead.Status)])
    func threshold(_ connections: Int?, _ status: Lead.Status) throws {
        let lead = try JourneyScore.of([step(connections)]).lead("many-connections")
        #expect(lead.status == status)
        if status == .notObservable { #expect(lead.obstacle == .connectionsAbsent) }
        if status == .found {
            #expect(lead.evidence == [.init(step: "a", host: "api.example", value: 7, unit: .connections, above: 6)])
            #expect(lead.gains == nil)
        }
    }

    @Test("what the excess took to open is the mean of the step's TLS and QUIC connections")
    func opening() throws {
        // 10 of TLS and 2 of QUIC took 60 000 bytes to open: 5000 each; 4 of 10 are above 6.
        let breakdown = Breakdown(
            transports: [
                GroupTraffic(key: "tls", flows: 10, connections: 10),
                GroupTraffic(key: "quic", flows: 2, connections: 2),
                GroupTraffic(key: "dns", flows: 40, connections: 40),
            ], openingBytes: 60_000)
        let lead = try JourneyScore.of([step(10, breakdown: breakdown)]).lead("many-connections")
        #expect(lead.gains?.bytes == 20_000)
    }

    @Test(
        "never more is avoidable than the step exchanged, whatever its hosts are said to have", arguments: [2, 10_300])
    func hostile(_ count: Int) throws {
        // 10 300 times 9e14 bytes are more than 2^63. Opening took more than each host has: all that they have goes.
        var step = Step.walked(
            "a",
            hosts: (0..<count).map {
                HostTraffic.host("h\($0).example", bytes: 900_000_000_000_000, connections: 7)
            })
        step.traffic = Traffic(down: TrafficCounts(packets: 1, ipBytes: 1_000_000))
        step.breakdown = Breakdown(
            transports: [GroupTraffic(key: "tls", flows: 1, connections: 1)], openingBytes: 1_000_000_000_000_000)
        let gains = try #require(try JourneyScore.of([step]).lead("many-connections").gains)
        #expect(gains.bytes == 1_000_000)
    }

    @Test("questions to a resolver aren't connections, and light hosts listed together are no host")
    func others() throws {
        var resolver = HostTraffic.host("192.0.2.53", .unknown, bytes: 10, connections: 40)
        resolver.purpose = "dns"
        let together = HostTraffic.host(HostTraffic.otherHosts, .unknown, bytes: 10, connections: 40)
        let score = try JourneyScore.of([
            .walked("a", hosts: [.host("api.example", bytes: 10), resolver, together])
        ])
        #expect(try score.lead("many-connections").status == .notFound)
    }

    @Test("HTTP/1 is found where a request in clear names the host, and never said to be absent")
    func http1() throws {
        func lead(_ source: NameSource) throws -> Lead {
            try JourneyScore.of([.walked("a", hosts: [.host("api.example", bytes: 10, nameSource: source)])]).lead(
                "http1")
        }
        #expect(try lead(.httpHost).evidence == [.init(host: "api.example", value: 10, unit: .bytes)])
        for source in [NameSource.sni, .quic, .dns] {
            #expect(try lead(source).obstacle == .protocolAbsent)
        }
    }
}
