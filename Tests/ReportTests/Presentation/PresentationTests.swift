import Documents
import Testing

@testable import Report

@Suite("presentations")
struct PresentationTests {
    private func verdictOf(_ result: EcoscoreResult, _ language: Language) -> Verdict? {
        var score = Sample.score
        score.ecoscore = result
        let presentation = Presentation(measurement: Sample.measurement, score: score, language: language)
        guard case .verdict(let verdict) = presentation.sections.first?.blocks.first else { return nil }
        return verdict
    }

    private func sections(
        _ measurement: JourneyMeasurement, _ score: JourneyScore? = nil, _ extent: Presentation.Extent = .full
    ) -> [ReportSection.ID] {
        Presentation(measurement: measurement, score: score, language: .en, extent: extent).sections.map(\.id)
    }

    private func blocks(_ id: ReportSection.ID, _ measurement: JourneyMeasurement, _ language: Language = .en)
        -> [Block]
    {
        let extent: Presentation.Extent = id == .warnings ? .brief : .full
        return Presentation(measurement: measurement, score: Sample.score, language: language, extent: extent).sections
            .first { $0.id == id }?.blocks ?? []
    }

    /// The first table among blocks.
    private func table(_ blocks: [Block]) -> Table? {
        blocks.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
    }

    /// The vector of the method: axes 90 and 50 measured, energy missing: 70 in [140/3, 240/3], letters D to B.
    @Test("a partial score says how many axes it has, where it could lie, and which letters it could have")
    func partialScore() throws {
        var result = Sample.ecoscore(70, (140 / 3.0, 240 / 3.0), .B, .D)
        result.axes = .init(
            data: .init(value: 90, coverage: 1), energy: .init(value: nil, coverage: 0),
            time: .init(value: 50, coverage: 0.8))
        let english = try #require(verdictOf(result, .en))
        #expect(english.sentence == "Partial écoscore (2/3 axes): 70, interval 47–80, grade B–D")
        #expect(english.grades == [.B, .C, .D])
        #expect(
            english.axes == [
                Fact("Data exchanged", .text("90 out of 100")), Fact("Energy of the device", .text("not measured")),
                Fact("Time to display", .text("50 out of 100, measured on 80% of the steps")),
            ])
        let french = try #require(verdictOf(result, .fr))
        #expect(french.sentence == "Écoscore partiel (2/3 axes)\u{A0}: 70, intervalle 47–80, note B–D")
    }

    @Test("a whole score has one letter, the document's, even where the rounded score would have another")
    func wholeScore() throws {
        let axis = EcoscoreResult.Axis(value: 70.4, coverage: 1)
        let result = EcoscoreResult(
            value: 70.4, grade: .B, partial: false, axes: .init(data: axis, energy: axis, time: axis))
        #expect(try #require(verdictOf(result, .en)).sentence == "Écoscore: 70, grade B")
        #expect(try #require(verdictOf(result, .fr)).sentence == "Écoscore\u{A0}: 70, note B")
    }

    @Test("no axis, no figure")
    func noScore() throws {
        let axis = EcoscoreResult.Axis(value: nil, coverage: 0)
        let result = EcoscoreResult(
            value: nil, grade: nil, partial: true,
            axes: .init(data: axis, energy: axis, time: .init(value: nil, coverage: 1)))
        let verdict = try #require(verdictOf(result, .en))
        #expect(verdict.sentence == "No écoscore: none of its three axes was measured.")
        #expect(verdict.score == nil && verdict.grades.isEmpty)
        #expect(verdict.axes[2] == Fact("Time to display", .text("does not apply")))
    }

    /// The names and their order are those of the design (users.md § 5.5).
    @Test("a whole report has its twelve sections in their order, whatever the documents lack")
    func order() {
        var empty = Sample.measurement
        (empty.steps, empty.hosts, empty.outside, empty.totals, empty.journey) = ([], [], Section(), Totals(), nil)
        let subjects = [
            ReportSubject(runs: [ReportedRun(name: "a", measurement: Sample.measurement)], score: Sample.score),
            ReportSubject(runs: [ReportedRun(name: "a", measurement: Sample.measurement)], score: nil),
            ReportSubject(runs: [ReportedRun(name: "a", measurement: empty)], score: nil),
            ReportSubject(runs: [], score: Sample.score),
        ]
        for subject in subjects {
            #expect(
                Presentation(subject, language: .en).sections.map(\.heading) == [
                    "Summary", "The three indicators", "The journey, step by step", "Timeline", "By host", "Hot spots",
                    "Leads", "Cold and warm", "Budget and trend", "Traffic left out", "Method and limits", "Annex",
                ])
            #expect(
                Presentation(subject, language: .fr).sections.map(\.heading) == [
                    "Synthèse", "Les trois indicateurs", "Le parcours, étape par étape", "Chronologie", "Par hôte",
                    "Points chauds", "Pistes", "À froid, à chaud", "Budget et évolution", "Trafic écarté",
                    "Méthode et limites", "Annexes",
                ])
        }
    }

    @Test("a brief report leaves out what has nothing to say")
    func brief() {
        #expect(
            sections(Sample.measurement, Sample.score, .brief)
                == [.summary, .indicators, .steps, .hotSpots, .warnings])
        #expect(sections(Sample.measurement, nil, .brief) == [.summary, .steps, .warnings])
    }

    @Test("a capture without a journey shows its totals and hosts under its file's name")
    func withoutJourney() {
        var measurement = Sample.measurement
        (measurement.journey, measurement.steps) = (nil, [])
        #expect(sections(measurement, nil, .brief) == [.summary, .warnings])
        #expect(Presentation(measurement: measurement, language: .en).title == "demo.pcapng")
        measurement.sources = []
        #expect(Presentation(measurement: measurement, language: .fr).title == "Capture sans nom")
    }

    @Test("an empty measurement is presented, too")
    func empty() {
        let measurement = JourneyMeasurement(
            tool: .ecoproxy, sources: [], device: Device(class: .smartphone, addresses: [], rule: .none),
            network: .mobile,
            journey: nil, totals: Totals(), drops: Drops(),
            quality: Quality(grade: .untrusted, warnings: [Caveat(.captureEmpty, "no packet")]), steps: [],
            outside: Section(), hosts: [], otherIP: .zero, nonIP: .zero)
        let presentation = Presentation(measurement: measurement, language: .en)
        #expect(presentation.sections[0].blocks.first == .notice(EnglishWords().untrusted, .alarm))
    }

    @Test("a warning said of several steps is said once, and the score's repetition of it not at all")
    func warnings() {
        #expect(
            blocks(.warnings, Sample.measurement) == [
                .items([
                    Item(tone: .warning, subject: nil, text: "2,210 packets are stored shorter than they were"),
                    Item(tone: .warning, subject: nil, text: "the energy of the device was not measured"),
                    Item(tone: .warning, subject: "Accueil, Se connecter", text: "display time was not measured"),
                ])
            ])
        var measurement = Sample.measurement
        measurement.quality.warnings = [Caveat(Caveat.Code(rawValue: "solarFlare"), "the sun flared")]
        #expect(
            blocks(.warnings, measurement, .fr) == [
                .items([
                    Item(tone: .warning, subject: nil, text: "the sun flared"),
                    Item(tone: .warning, subject: nil, text: "L’énergie de l’appareil n’a pas été mesurée."),
                ])
            ])
    }

    @Test("a warning that something can be done about says what, below it")
    func advice() {
        var measurement = Sample.measurement
        measurement.quality.warnings = [Caveat(.packetsDropped, "3 packets were dropped", count: 3)]
        let advice = "Close what loads the machine, set a filter, or record to a faster disk; then measure again."
        guard case .items(let items) = blocks(.warnings, measurement).first else {
            Issue.record("no warnings")
            return
        }
        #expect(items.first?.details == [advice])
    }

    @Test("beyond twenty hosts the others share a row, so that the rows still add up")
    func manyHosts() throws {
        var measurement = Sample.measurement
        measurement.hosts = (1...25).map { Sample.host("h\($0).test", up: 1_000, down: 0) }
        let table = try #require(self.table(blocks(.hosts, measurement)))
        // 20 hosts, 5 others of 1,000 bytes, and 64 bytes of other IP: 25,064.
        #expect(table.rows.count == 22)
        #expect(
            table.rows[20].map(\.text) == ["5 other hosts", "–", "5.00\u{A0}kB", "0\u{A0}B", "5,000", "5", "20%", "–"])
        #expect(table.rows[21].map(\.text)[4] == "64")
        #expect(table.footer[0].map(\.text)[4] == "25,064")
    }

    @Test("steps walked more than once are told apart, and only a measured energy or time has a column")
    func iterationsAndInstruments() {
        var measurement = Sample.measurement
        measurement.steps.append(measurement.steps[4])
        measurement.steps[5].iteration = 2
        measurement.steps[4].energy = .init(joules: 12.345, basis: .measured)
        measurement.steps[5].energy = .init(joules: 99, basis: .modelled)
        // The first table is of the medians, for a step was walked twice.
        let tables = blocks(.steps, measurement).compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables[0].rows.map { $0[1].text } == ["1", "1", "1", "1", "2"])
        let table = tables[1]
        #expect(table.rows[4][0].text == "5. Se déconnecter\u{A0}#1")
        #expect(table.rows[5][0].text == "6. Se déconnecter\u{A0}#2")
        #expect(
            table.columns.map(\.heading).contains("Energy") && !table.columns.map(\.heading).contains("Time to display")
        )
        let energy = table.columns.firstIndex { $0.heading == "Energy" } ?? 0
        #expect(table.rows.map { $0[energy].text } == ["–", "–", "–", "–", "12.3\u{A0}J", "–"])
    }

    @Test("what background hosts moved is said to be left out of the score")
    func background() {
        var measurement = Sample.measurement
        measurement.steps[0].hosts[2].party = .background  // 1,800 up + 8,200 down
        #expect(
            blocks(.steps, measurement).contains(
                .paragraph(
                    "Of this, 10.0\u{A0}kB belong to background hosts of the device and are left out of the score.")))
    }

    @Test("what a selection kept isn't called the capture", arguments: [(Language.en, "All"), (.fr, "Tou")])
    func selection(_ language: Language, _ all: String) throws {
        var measurement = Sample.measurement
        let words = language.words
        func names() -> [String] {
            (blocks(.steps, measurement, language) + blocks(.hosts, measurement, language)).flatMap { block in
                guard case .table(let table) = block else { return [String]() }
                return [table.caption] + table.footer.compactMap { $0.first?.text }
            }
        }
        #expect(names().contains(words.everything) && names().contains(words.hostsCaption))
        measurement.selection = Selection(
            only: ["192.0.2.1"], kept: measurement.measured.both, leftOut: TrafficCounts(packets: 1, ipBytes: 40))
        #expect(!names().contains { $0.lowercased().contains("capture") })
        #expect(names().contains(words.everythingMeasured) && names().contains(words.hostsMeasuredCaption))
        #expect(words.everythingMeasured.hasPrefix(all))
    }

    /// A document can come from anyone: what sums of its figures come to is of no meaning, and stops nothing.
    @Test("figures that no walk reaches are presented", arguments: TrafficGrouping.allCases)
    func unreachable(_ grouping: TrafficGrouping) {
        let counts = TrafficCounts(packets: .max, wireBytes: .max, ipBytes: .max, payloadBytes: .max)
        var host = Sample.host("h.test", .third, up: 0, down: 0, flows: .max)
        host.traffic = Traffic(down: counts)
        host.purpose = Purpose.fonts.rawValue
        (host.connections, host.namelessHellos, host.encryptedHellos) = (Int.max, Int.max, Int.max)
        let group = GroupTraffic(key: Transport.dns.rawValue, traffic: host.traffic, flows: .max, connections: .max)
        // More than are shown, so that what the others share a row of is summed, too.
        let groups = Array(repeating: group, count: 51)
        let breakdown = Breakdown(
            parties: groups, purposes: groups, transports: groups, ipVersions: groups, openingBytes: .max)
        var measurement = Sample.measurement
        measurement.hosts = Array(repeating: host, count: 51)
        measurement.breakdown = breakdown
        for index in measurement.steps.indices {
            measurement.steps[index].hosts = measurement.hosts
            measurement.steps[index].hosts[0].party = .background
            measurement.steps[index].traffic = host.traffic
            measurement.steps[index].connections = .max
        }
        #expect(sections(measurement, Sample.score).contains(.hosts))
        let presentation = Presentation(measurement: measurement, by: grouping, language: .fr)
        #expect(presentation.sections.map(\.id) == [.groups])
    }

    @Test("the conditions name every input by its hash", arguments: Language.allCases)
    func hashes(_ language: Language) {
        guard case .facts(let facts) = blocks(.annex, Sample.measurement, language).first else {
            Issue.record("no facts")
            return
        }
        // capture file, journey, measurement, factor set, profile
        #expect(facts.flatMap(\.values).count { $0 == .code(Sample.hash.rawValue) } == 5)
        #expect(facts.flatMap(\.values).contains(.text("fr-2026.1 2026.1.0")))
    }
}
