import Documents
import Foundation
import Testing

@testable import EcoScore

struct LeadTests {
    private func lead(_ id: String, _ steps: [Step]) throws -> Lead {
        try #require(try JourneyScore.of(steps).leads.first { $0.id == id })
    }

    @Test("weight names steps above 1 and 2 MB and attributes what lies above 1 MB")
    func weight() throws {
        let lead = try lead(
            "weight", [.walked("a", bytes: 1_000_000), .walked("b", bytes: 1_500_000), .walked("c", bytes: 3_200_000)])
        #expect(lead.status == .found)
        #expect(
            lead.evidence == [
                .init(step: "b", value: 1_500_000, unit: .bytes, above: 1_000_000),
                .init(step: "c", value: 3_200_000, unit: .bytes, above: 2_000_000),
            ])
        #expect(lead.criteria == ["RGESN 2024 6.1", "RWEB_0001", "RWEB_0003"])
        // 2.7 MB by net.fixed.ghg 0.0198 + dc.ghg 0.0084 kgCO2e/GB.
        #expect(try isClose(#require(lead.gain).central, 0.0027 * (0.0198 + 0.0084)))
    }

    @Test(
        "weight passes light screens, and rests whatever they weigh",
        arguments: [
            Step.walked("a", bytes: 1_000_000), .walked("a", .media, bytes: 9_000_000),
        ])
    func light(_ step: Step) throws {
        let lead = try lead("weight", [step])
        #expect(lead.status == .notFound && lead.gain == nil)
    }

    @Test(
        "domains counts names, not addresses and not the device's own",
        arguments: [(2, Lead.Status.notFound), (3, .notObservable), (4, .found)])
    func domains(_ names: Int, _ status: Lead.Status) throws {
        let hosts = (0..<names).map { HostTraffic.host("h\($0).example", bytes: 10) }
        let others: [HostTraffic] = [
            .host("192.0.2.9", .unknown, bytes: 10, nameSource: .none), .host("os.example", .background, bytes: 10),
        ]
        let lead = try lead("domains", [.walked("a", hosts: hosts + others)])
        #expect(lead.status == status)
        if status == .found {
            #expect(lead.evidence == [.init(step: "a", value: 4, unit: .names, above: 3)])
            #expect(lead.criteria == ["RGESN 2024 6.7", "RGESN 2024 2.10", "RWEB_0018"])
        }
    }

    @Test("domains can't be judged where no name is seen")
    func nameless() throws {
        let host = HostTraffic.host("192.0.2.9", .unknown, bytes: 10, nameSource: .none)
        let lead = try lead("domains", [.walked("a", hosts: [host])])
        #expect(lead.status == .notObservable && lead.obstacle == .namesAbsent)
    }

    @Test("third parties are named with their data, heaviest first")
    func thirdParty() throws {
        let lead = try lead(
            "third-party",
            [
                .walked("a", hosts: [.host("own.example", bytes: 10), .host("ads.example", .third, bytes: 250_000)]),
                .walked("b", hosts: [.host("stats.example", .third, bytes: 500_000)]),
            ])
        #expect(
            lead.evidence == [
                .init(host: "stats.example", value: 500_000, unit: .bytes),
                .init(host: "ads.example", value: 250_000, unit: .bytes),
            ])
        #expect(try isClose(#require(lead.gain).central, 0.00075 * (0.0198 + 0.0084)))
    }

    @Test(
        "third parties can't be told where no host is declared",
        arguments: [
            (Party.unknown, Lead.Status.notObservable), (.first, .notFound),
        ])
    func undeclared(_ party: Party, _ status: Lead.Status) throws {
        #expect(try lead("third-party", [.walked("a", hosts: [.host("x.example", party, bytes: 10)])]).status == status)
    }

    @Test("rules that need requests say that they can't be observed, never that all is well")
    func encrypted() throws {
        let leads = try JourneyScore.of([.walked("a")]).leads
        let rules = try LeadRules.bundled().rules
        #expect(Set(leads.map(\.id)) == Set(rules.map(\.id)))
        let hidden = rules.filter { $0.obstacle == .encrypted }
        #expect(hidden.count >= 9)
        for rule in rules where rule.obstacle != nil {
            let lead = leads.first { $0.id == rule.id }
            #expect(lead?.status == .notObservable && lead?.obstacle == rule.obstacle)
        }
    }

    @Test("leads found come first, the greatest gain before all")
    func order() throws {
        let leads = try JourneyScore.of([
            .walked("a", hosts: [.host("own.example", bytes: 1_100_000), .host("ads.example", .third, bytes: 900_000)])
        ]).leads
        // Weight: 1.0 MB above the threshold; third party: 0.9 MB.
        #expect(leads.prefix(3).map(\.id) == ["weight", "third-party", "domains"])
    }

    @Test("leads without a gain come in the order of the RGESN, after those with one")
    func rgesnOrder() throws {
        let hosts = (0..<4).map { HostTraffic.host("h\($0).example", bytes: 10, nameSource: .httpHost, connections: 9) }
        let leads = try JourneyScore.of([
            .walked("a", displayed: 9, hosts: hosts + [.host("ads.example", .third, bytes: 10)])
        ]).leads.filter { $0.status == .found }
        // domains and http1 are both of criterion 6.7 and without a gain, and stay in the rules' order, as many-connections does.
        #expect(leads.map(\.id) == ["slow-step", "third-party", "domains", "http1", "many-connections"])
    }
}
