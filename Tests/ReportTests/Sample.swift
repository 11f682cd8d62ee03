import Documents

/// A walk through an invented health site in five steps; the sums below are written by hand.
///
/// Steps: 41,200 up + 1,621,091 down = 1,662,291 IP bytes. Outside: 464 + 600 = 1,064. Everything: 1,663,355.
enum Sample {
    static let hash = ContentHash(rawValue: String(repeating: "0123456789abcdef", count: 4))
    /// 2026-03-02T09:00:00Z (`date -u -d 2026-03-02T09:00:00Z +%s`).
    static let start: Int64 = 1_772_442_000

    static func traffic(up: Int, down: Int, packetsUp: Int = 10, packetsDown: Int = 20) -> Traffic {
        Traffic(
            up: TrafficCounts(packets: packetsUp, wireBytes: up + 14 * packetsUp, ipBytes: up),
            down: TrafficCounts(packets: packetsDown, wireBytes: down + 14 * packetsDown, ipBytes: down))
    }

    static func host(_ name: String, _ party: Party = .first, up: Int, down: Int, flows: Int = 1) -> HostTraffic {
        HostTraffic(
            name: name, nameSource: .sni, party: party, traffic: traffic(up: up, down: down), flows: flows)
    }

    static func step(
        _ id: String, _ title: String, at offset: Double, lasting seconds: Double, connections: Int,
        _ hosts: [HostTraffic], type: StepType = .loading, iteration: Int = 1
    ) -> Step {
        let first = Timestamp(nanoseconds: start * 1_000_000_000 + Int64(offset * 1e9))
        let last = Timestamp(nanoseconds: first.nanoseconds + Int64(seconds * 1e9))
        return Step(
            id: id, title: LocalizedText(title), type: type, critical: id == "book", iteration: iteration, start: first,
            end: last, seconds: seconds,
            section: Section(traffic: hosts.reduce(into: .zero) { $0 += $1.traffic }, hosts: hosts),
            connections: connections)
    }

    static let steps = [
        step(
            "home", "Accueil", at: 1, lasting: 12, connections: 7,
            [
                host("cdn.sante-demo.test", up: 11_000, down: 1_182_791),
                host("sante-demo.test", up: 6_200, down: 48_300),
                host("mesure.audience.test", .third, up: 1_800, down: 8_200),
            ]),
        step(
            "signin", "Se connecter", at: 13, lasting: 14.2, connections: 2,
            [
                host("sante-demo.test", up: 4_100, down: 22_400),
                host("mesure.audience.test", .third, up: 900, down: 600),
            ]),
        step(
            "search", "Rechercher", at: 27.2, lasting: 18.5, connections: 3,
            [host("cdn.sante-demo.test", up: 3_000, down: 281_000), host("sante-demo.test", up: 5_000, down: 61_000)]),
        step(
            "book", "Réserver", at: 45.7, lasting: 11.8, connections: 1,
            [
                host("sante-demo.test", up: 7_250, down: 12_750),
                host("mesure.audience.test", .third, up: 750, down: 250),
            ]),
        step(
            "signout", "Se déconnecter", at: 57.5, lasting: 6.05, connections: 0,
            [host("sante-demo.test", up: 1_200, down: 3_800)]),
    ]

    static let measurement: JourneyMeasurement = {
        let other = traffic(up: 64, down: 0, packetsUp: 1, packetsDown: 0)
        let nonIP = traffic(up: 0, down: 0, packetsUp: 1, packetsDown: 1)
        var outside = traffic(up: 400, down: 600)
        outside += other
        outside += nonIP
        return JourneyMeasurement(
            tool: Tool(name: "ecoproxy", version: "0.1.0"),
            sources: [
                Source(
                    kind: .file, trust: .interface, file: "demo.pcapng", sha256: hash, interface: "veth-demo",
                    linkTypes: [1], snapLength: 262_144)
            ],
            device: Device(class: .laptop, os: "Debian 12", addresses: ["10.77.0.2"], rule: .synSender), network: .wifi,
            journey: JourneyIdentity(
                id: "sante-demo", title: LocalizedText(["en": "Book an appointment", "fr": "Prendre rendez-vous"]),
                application: "fr.exemple.sante", version: "1.4.2", sha256: hash),
            totals: Totals(
                packets: 3_693, wireBytes: 1_715_057, capturedBytes: 250_116, ipBytes: 1_663_355,
                payloadBytes: 1_512_204, truncatedPackets: 2_210,
                first: Timestamp(nanoseconds: start * 1_000_000_000),
                last: Timestamp(nanoseconds: (start + 65) * 1_000_000_000)),
            drops: Drops(kernel: 0, interface: 0),
            quality: Quality(
                grade: .fair,
                warnings: [
                    Caveat(.packetsTruncated, "2,210 packets are stored shorter than they were", count: 2_210),
                    Caveat(.energyAbsent, "the energy of the device was not measured"),
                    Caveat(.displayTimeAbsent, "display time was not measured", step: "home"),
                    Caveat(.displayTimeAbsent, "display time was not measured", step: "signin"),
                ]),
            steps: steps,
            outside: Section(
                traffic: outside, hosts: [host("sante-demo.test", up: 400, down: 600)], otherIP: other, nonIP: nonIP),
            hosts: [
                host("cdn.sante-demo.test", up: 14_000, down: 1_463_791, flows: 5),
                host("sante-demo.test", up: 24_150, down: 148_850, flows: 6),
                host("mesure.audience.test", .third, up: 3_450, down: 9_050, flows: 3),
            ], otherIP: other, nonIP: nonIP)
    }()

    /// `parts` as low, central and high of use, manufacture, network and data centre, in the document's unit.
    static func indicator(_ unit: String, _ parts: [(Double, Double, Double)]) -> Indicator {
        let estimates = parts.map { Estimate(low: $0.0, central: $0.1, high: $0.2) ?? .zero }
        return Indicator(
            unit: unit,
            parts: Indicator.Parts(
                terminalUse: estimates[0], terminalManufacture: estimates[1], network: estimates[2],
                dataCentre: estimates[3]),
            factors: ["elec.fr.ghg", "net.fixed.ghg"])
    }

    /// Central 0.45 g, 0.0498 L and 1.15e-4 m2.year, as the published average of 60 s and 3.13 MB gives.
    static func indicators(times factor: Double = 1) -> Indicators {
        func scaled(_ parts: [(Double, Double, Double)]) -> [(Double, Double, Double)] {
            parts.map { ($0.0 * factor, $0.1 * factor, $0.2 * factor) }
        }
        return Indicators(
            ghg: indicator(
                "kgCO2e",
                scaled([
                    (0.000002, 0.000001e1, 0.00002), (0.00008, 0.00036, 0.00062), (0.000001, 0.00006, 0.00008),
                    (0.000001, 0.00002, 0.000033),
                ])),
            water: indicator(
                "L",
                scaled([(0.0004, 0.0008, 0.001), (0.003, 0.0487, 0.082), (0, 0.0001, 0.0005), (0, 0.0002, 0.0005)])),
            land: indicator(
                "m2.year",
                scaled([(1e-6, 2e-6, 3e-6), (2.1e-5, 1.12e-4, 1.12e-4), (0, 4e-7, 8e-7), (0, 6e-7, 9e-7)])))
    }

    static func ecoscore(
        _ value: Double, _ interval: (Double, Double), _ best: EcoscoreResult.Grade, _ worst: EcoscoreResult.Grade
    )
        -> EcoscoreResult
    {
        EcoscoreResult(
            value: value, grade: nil, partial: true,
            axes: .init(
                data: .init(value: value, coverage: 1), energy: .init(value: nil, coverage: 0),
                time: .init(value: nil, coverage: 0)),
            interval: .init(low: interval.0, high: interval.1), gradeRange: .init(best: best, worst: worst))
    }

    static let score: JourneyScore = {
        let shares: [(String, String, Double, Double, Double)] = [
            ("home", "Accueil", 0.757, 0.31, 74.4), ("signin", "Se connecter", 0.017, 0.21, 100),
            ("search", "Rechercher", 0.211, 0.28, 99.6), ("book", "Réserver", 0.013, 0.13, 100),
            ("signout", "Se déconnecter", 0.003, 0.07, 100),
        ]
        return JourneyScore(
            tool: Tool(name: "ecoproxy", version: "0.1.0"),
            statement: LocalizedText([
                "en":
                    "An écoscore of this project; it is not the figure of the Agence du Numérique en Santé and can't replace it for listing.",
                "fr":
                    "Un écoscore de ce projet ; il n’est pas celui de l’Agence du Numérique en Santé et ne peut le remplacer pour un référencement.",
            ]),
            measurements: [MeasurementReference(sha256: hash, journey: "sante-demo", application: "fr.exemple.sante")],
            factorSet: FactorSetReference(id: "fr-2026.1", version: "2026.1.0", sha256: hash),
            profile: ProfileReference(id: "ecoproxy-2026", version: "1.0.0", sha256: hash),
            indicators: indicators(), ecoscore: ecoscore(91.8, (30.6, 97.2667), .A, .E),
            steps: shares.map { id, title, data, ghg, value in
                StepScore(
                    id: id, title: LocalizedText(title), iteration: nil, indicators: indicators(times: ghg),
                    ecoscore: ecoscore(value, (value / 3, (value + 200) / 3), .A, .F),
                    share: .init(data: data, energy: nil, ghg: ghg))
            },
            hotSpots: [
                HotSpot(
                    step: "home", iteration: nil, measure: .data, share: 0.757,
                    hosts: [
                        .init(name: "cdn.sante-demo.test", share: 0.949), .init(name: "sante-demo.test", share: 0.043),
                    ]),
                HotSpot(step: "home", iteration: nil, measure: .ghg, share: 0.31),
            ],
            leads: [
                Lead(
                    id: "weight", status: .found, criteria: ["RGESN 2024 6.1"],
                    evidence: [.init(step: "home", value: 1_258_291, unit: .bytes, above: 1_000_000)],
                    gain: Estimate(low: 0.000002, central: 0.00001, high: 0.00002)),
                Lead(id: "third-party", status: .notFound, criteria: ["RGESN 2024 2.10"]),
                Lead(id: "no-compression", status: .notObservable, obstacle: .encrypted, criteria: ["RGESN 2024 4.8"]),
                Lead(id: "image-format", status: .notObservable, obstacle: .encrypted, criteria: ["RGESN 2024 5.1"]),
            ],
            warnings: [Caveat(.energyAbsent, "the energy of the device was not measured")])
    }()
}
