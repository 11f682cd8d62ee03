import Documents
import Testing

@testable import Report

@Suite("leads and hot spots in a report")
struct ComposerLeadsTests {
    private func items(_ lead: Lead, _ language: Language = .en) -> [Item] {
        var score = Sample.score
        score.leads = [lead]
        let blocks = Composer(measurement: Sample.measurement, score: score, language: language).leads
        return if case .items(let items)? = blocks.first { items } else { [] }
    }

    private static let found = Lead(
        id: "third-party", status: .found, criteria: ["RGESN 2024 2.10", "RWEB_4001"],
        evidence: [
            .init(host: "ads.test", purpose: "advertising", value: 250_000, unit: .bytes),
            .init(purpose: "audienceMeasurement", names: ["Count", "Stats"], value: 2, unit: .tools, above: 1),
        ],
        gain: Estimate(exactly: 0.00001),
        gains: .init(
            bytes: 250_000, indicators: .init(ghg: Estimate(exactly: 0.00001), water: .zero, land: .zero), points: 1.26)
    )

    @Test("a lead says what it is, what speaks for it, what is attributed to it and who asks for it")
    func details() throws {
        let details = try #require(items(Self.found).first).details
        #expect(details[0].hasPrefix("Hosts of others") && details[0].contains("Remove"))
        #expect(details[1] == "ads.test (advertising): 250\(Figures.noBreakSpace)kB")
        #expect(
            details[2]
                == "2 tools of audience measurement, above 1 (Count, Stats)")
        #expect(
            details[3].hasPrefix("Attributed to it: ")
                && details[3].hasSuffix("250\(Figures.noBreakSpace)kB, +1.3 points of the score"))
        #expect(details[4] == "Criteria: RGESN 2024 2.10, RWEB_4001")
        #expect(try #require(items(Self.found, .fr).first).details[3].contains("+1,3 points de score"))
    }

    @Test("a lead of an earlier version has gas alone")
    func earlier() throws {
        var lead = Self.found
        lead.gains = nil
        let attributed = try #require(items(lead).first).details[3]
        #expect(attributed.hasSuffix("CO₂e"))
    }

    @Test("a hot spot says what makes it so: part and time, or hosts, parties and purposes")
    func hotSpots() throws {
        var score = Sample.score
        score.hotSpots = [
            HotSpot(
                step: "home", iteration: nil, measure: .data, share: 0.7, hosts: [.init(name: "cdn.test", share: 0.9)],
                parties: [.init(key: "third", share: 0.9), .init(key: "first", share: 0.1)],
                purposes: [.init(key: "fonts", share: 0.6), .init(key: "unknown", share: 0.4)]),
            HotSpot(
                step: "home", iteration: nil, measure: .ghg, share: 0.6, part: .init(key: .terminalUse, share: 0.71),
                duration: .init(seconds: 45, share: 0.5)),
        ]
        func reasons(_ language: Language) -> [String] {
            let blocks = Composer(measurement: Sample.measurement, score: score, language: language).hotSpotTable
            guard case .table(let table)? = blocks.first else { return [] }
            return table.rows.map { $0[3].text }
        }
        #expect(
            reasons(.en) == [
                "cdn.test (90%) · Parties: third (90%), first (10%) · Purposes: fonts (60%)",
                "Device, use 71% · 45.0\(Figures.noBreakSpace)s, 50% of the time",
            ])
        let space = Figures.noBreakSpace
        #expect(reasons(.fr)[1] == "Appareil, usage 71\(space)% · 45,0\(space)s, 50\(space)% du temps")
    }
}
