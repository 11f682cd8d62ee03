import Documents
import Testing

@testable import EcoScore

struct ThirdPartyLeadTests {
    private func lead(_ hosts: [HostTraffic]) throws -> Lead {
        try JourneyScore.of([.walked("a", hosts: hosts)]).lead("third-party")
    }

    @Test("two operators of audience measurement are one too many; one operator's two hosts are not")
    func tools() throws {
        let first = HostTraffic.host(
            "a.stats.example", .third, bytes: 300, purpose: .audienceMeasurement, operator: "Stats")
        let again = HostTraffic.host(
            "b.stats.example", .third, bytes: 200, purpose: .audienceMeasurement, operator: "Stats")
        let other = HostTraffic.host(
            "count.example", .third, bytes: 100, purpose: .audienceMeasurement, operator: "Count")
        #expect(try lead([first, again]).evidence.map(\.unit) == [.bytes, .bytes])
        let evidence = try lead([first, again, other]).evidence
        #expect(evidence.first?.purpose == "audienceMeasurement")
        #expect(
            evidence.last
                == Lead.Evidence(
                    purpose: "audienceMeasurement", names: ["Count", "Stats"], value: 2, unit: .tools, above: 1))
    }

    @Test("hosts that nothing names may be anyone's, name resolution's apart")
    func nameless() throws {
        let own = HostTraffic.host("api.example", bytes: 10)
        let nameless = HostTraffic.host("192.0.2.9", .unknown, bytes: 10, nameSource: .none)
        var resolver = nameless
        resolver.purpose = "dns"
        #expect(try lead([own, nameless]).obstacle == .namesAbsent)
        #expect(try lead([own, resolver]).status == .notFound)
    }
}
