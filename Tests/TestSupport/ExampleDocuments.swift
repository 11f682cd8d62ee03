public import Documents

/// Invented documents for tests. `full` has every key, `minimal` none that may be absent.
extension JourneyMeasurement {
    /// A walk of two steps in which every optional key is present; its figures conserve.
    public static var full: JourneyMeasurement {
        let api = HostTraffic(
            name: "api.sante.example", nameSource: .sni, party: .first, purpose: "api",
            domain: "sante.example", operator: "Santé Exemple",
            traffic: Traffic(up: .example(packets: 4, ipBytes: 900), down: .example(packets: 6, ipBytes: 7000)),
            flows: 2, connections: 1, encryptedHellos: 1, namelessHellos: 1)
        let system = HostTraffic(
            name: "192.0.2.7", nameSource: .none, party: .background, background: .push,
            traffic: Traffic(up: .example(packets: 1, ipBytes: 100)), flows: 1)
        let group = [GroupTraffic(key: "unknown", traffic: api.traffic + system.traffic, flows: 3, connections: 2)]
        let section = Section(
            traffic: api.traffic + system.traffic, hosts: [api, system], withoutBackground: api.traffic,
            breakdown: Breakdown(
                parties: group, purposes: group, transports: group, ipVersions: group, apps: group, openingBytes: 4000))
        let outside = Section(
            traffic: Traffic(up: .example(packets: 1, ipBytes: 60)),
            otherIP: Traffic(up: .example(packets: 1, ipBytes: 60)))
        let steps = [
            Step(
                id: "ouvrir", title: LocalizedText(["fr": "Ouvrir l'application", "en": "Open the app"]),
                type: .loading,
                critical: true, iteration: 1, start: .nine, end: .nine.adding(seconds: 12), seconds: 11.5,
                useSeconds: 900,
                section: section, connections: 3, energy: Step.Energy(joules: 4.25, basis: .measured, part: .processor),
                displayTime: Step.DisplayTime(seconds: 1.5, basis: .measured)),
            Step(
                id: "connecter", title: LocalizedText("Se connecter"), type: .action, critical: false, iteration: 1,
                start: .nine.adding(seconds: 12), end: .nine.adding(seconds: 20), seconds: 8, section: Section(),
                connections: 0),
        ]
        return JourneyMeasurement(
            tool: .ecoproxy,
            sources: [
                Source(
                    kind: .file, trust: .interface, file: "capture.pcapng", sha256: .repeating("a"), interface: "veth0",
                    linkTypes: [1, 113], filter: "tcp or udp", snapLength: 262_144)
            ],
            device: Device(
                label: "banc 3", class: .smartphone, os: "Android 15", addresses: ["192.0.2.1", "2001:db8::1"],
                rule: .given),
            network: .wifi,
            journey: JourneyIdentity(
                id: "parcours-standard", title: LocalizedText(["fr": "Parcours standard", "en": "Standard journey"]),
                application: "fr.exemple.sante", version: "2.4.0", sha256: .repeating("b")),
            totals: Totals(
                packets: 12, wireBytes: 8228, capturedBytes: 8228, ipBytes: 8060, payloadBytes: 7580,
                truncatedPackets: 0,
                first: .nine, last: .nine.adding(seconds: 19)),
            drops: Drops(kernel: 0, interface: 0, full: 0),
            quality: Quality(
                grade: .fair,
                warnings: [
                    Caveat(.stepWithoutTraffic, "step \"connecter\" saw no traffic", step: "connecter", count: 0)
                ]),
            steps: steps, outside: outside, hosts: [api, system], otherIP: outside.otherIP, nonIP: .zero,
            withoutBackground: api.traffic + outside.traffic, breakdown: section.breakdown,
            baseline: Baseline(
                kind: .capture, seconds: 120, traffic: system.traffic,
                sources: [Source(kind: .file, file: "idle.pcapng")], hosts: [system]),
            apps: [
                AppTraffic(uid: 10_123, name: "Browser", package: "org.example.browser", packets: 3, wireBytes: 900),
                AppTraffic(uid: -1),
            ],
            duplicates: Duplicates(packets: 2, wireBytes: 120, removed: true),
            selection: Selection(
                only: ["192.0.2.1"], app: "org.example.browser", kept: (section.traffic + outside.traffic).both,
                leftOut: .zero), cache: .cold, summary: .full,
            timeline: TrafficTimeline(
                start: .nine, binSeconds: 0.25,
                series: [TrafficTimeline.Series(party: .first, up: [1, 0], down: [0, 2])]))
    }

    /// A capture without a packet or a journey.
    public static var minimal: JourneyMeasurement {
        JourneyMeasurement(
            tool: .ecoproxy, sources: [Source(kind: .stream)],
            device: Device(class: .laptop, addresses: [], rule: .none), network: .fixed, journey: nil, totals: Totals(),
            drops: Drops(), quality: Quality(grade: .untrusted, warnings: []), steps: [], outside: Section(), hosts: [],
            otherIP: .zero, nonIP: .zero)
    }
}

extension Summary {
    /// Five runs of a step, of which the last is an outlier, with every key.
    public static var full: Summary {
        let spread = Spread(
            runs: 5, median: 8000, medianAbsoluteDeviation: 10, coefficientOfVariation: 0.25, minimum: 7990,
            maximum: 9000, relativeHalfWidth: 0.31, runsNeeded: 99, outliers: [5])
        return Summary(
            cache: .cold, plan: Plan(cold: 3, warm: 2, maximumSpread: 0.15), precision: 0.05, confidence: 0.95,
            steps: [
                StepSummary(
                    id: "ouvrir", title: LocalizedText(["fr": "Ouvrir l'application", "en": "Open the app"]),
                    bytes: spread,
                    seconds: spread, joules: spread, displaySeconds: spread)
            ])
    }
}

extension FlowList {
    /// Two flows, one of which has every key.
    public static var full: FlowList {
        let device = FlowEntry.End(address: "192.0.2.1", port: 40_000)
        let traffic = Traffic(up: .example(packets: 4, ipBytes: 900), down: .example(packets: 6, ipBytes: 7000))
        return FlowList(
            tool: .ecoproxy,
            sources: [
                Source(
                    kind: .file, trust: .interface, file: "capture.pcapng", sha256: .repeating("a"), interface: "veth0",
                    linkTypes: [1, 113], filter: "tcp or udp", snapLength: 262_144)
            ],
            flows: [
                FlowEntry(
                    transport: .tls, device: device, server: FlowEntry.End(address: "192.0.2.7", port: 443),
                    startedByDevice: true, first: .nine, last: .nine.adding(seconds: 2),
                    names: FlowEntry.Names(
                        name: "api.sante.example", source: .sni, candidates: ["api.sante.example"],
                        chain: ["edge.cdn.example"], protocols: ["h2", "http/1.1"], namesServer: true,
                        encryptedHello: false, continued: true),
                    app: "fr.exemple.sante", connections: 1, openingBytes: 4000, traffic: traffic,
                    slices: [FlowEntry.Slice(step: "ouvrir", iteration: 1, traffic: traffic)]),
                FlowEntry(
                    transport: .udp, device: device, server: FlowEntry.End(address: "2001:db8::7", port: 5000),
                    startedByDevice: false, first: nil, last: nil, names: FlowEntry.Names(name: nil, source: .none),
                    traffic: .zero, slices: [FlowEntry.Slice(traffic: .zero)]),
            ])
    }
}

extension JourneyScore {
    /// A partial score with every optional key.
    ///
    /// - Parameter measurement: the hash of the measurement that it follows from.
    /// - Returns: the score.
    public static func full(of measurement: ContentHash) -> JourneyScore {
        let ecoscore = EcoscoreResult(
            value: 72.5, grade: .B, partial: true,
            axes: EcoscoreResult.Axes(
                data: .init(value: 72.5, coverage: 1), energy: .init(value: nil, coverage: 0.5),
                time: .init(value: nil, coverage: 0)),
            interval: .init(low: 24, high: 91), gradeRange: .init(best: .A, worst: .F))
        return JourneyScore(
            tool: .ecoproxy, statement: LocalizedText(["fr": "Estimation", "en": "An estimate"]),
            measurements: [
                MeasurementReference(
                    sha256: measurement, journey: "parcours-standard", application: "fr.exemple.sante")
            ],
            factorSet: FactorSetReference(
                id: "fr-2026.1", version: "1.0.0", sha256: .repeating("c"), replaced: ["network.wifi"]),
            profile: ProfileReference(id: "sante", version: "1.0.0", sha256: .repeating("d")),
            indicators: .example, ecoscore: ecoscore,
            steps: [
                StepScore(
                    id: "ouvrir", title: LocalizedText("Ouvrir"), iteration: 1, indicators: .example,
                    ecoscore: ecoscore,
                    share: StepScore.Share(data: 1, energy: 0.5, ghg: 1),
                    use: UseLength(measuredSeconds: 30, declaredSeconds: 900))
            ],
            hotSpots: [
                HotSpot(
                    step: "ouvrir", iteration: 1, measure: .data, share: 1,
                    hosts: [HotSpot.HostShare(name: "api.sante.example", share: 0.75)],
                    parties: [HotSpot.GroupShare(key: "first", share: 1)],
                    purposes: [HotSpot.GroupShare(key: "unknown", share: 1)],
                    part: HotSpot.PartShare(key: .network, share: 0.5),
                    duration: HotSpot.Duration(seconds: 12, share: 0.6))
            ],
            leads: [
                Lead(
                    id: "third-party", status: .found, criteria: ["RGESN 2024 2.10"],
                    evidence: [
                        Lead.Evidence(
                            step: "ouvrir", host: "cdn.example", purpose: "audienceMeasurement", names: ["CDN"],
                            value: 7900.5, unit: .bytes, above: 1000)
                    ],
                    gain: Estimate(exactly: 0.0001),
                    gains: Lead.Gains(
                        bytes: 7900.5, seconds: 1.5,
                        indicators: Lead.Impacts(
                            ghg: Estimate(exactly: 0.0001), water: Estimate(exactly: 0.01), land: .zero), points: 2.5)),
                Lead(id: "fonts", status: .notObservable, obstacle: .encrypted, criteria: ["RGESN 2024 4.10"]),
            ],
            warnings: [Caveat(.energyAbsent, "energy was not measured on 1 of 2 steps", count: 1)],
            factors: [
                UsedFactor(
                    id: "elec.fr.ghg", unit: "kgCO2e/kWh", value: Estimate(exactly: 0.04), confidence: "read",
                    sources: ["A table, 2024, https://example.org/table"])
            ],
            projection: Projection(users: 1000, journeysPerYear: 12, indicators: .example),
            comparisons: [
                Comparison(
                    unit: "kgCO2e", count: Estimate(exactly: 3), thing: LocalizedText("km by car"), amount: 0.2,
                    source: "https://example.org/car")
            ],
            otherModels: [
                ModelFigure(
                    id: "swd4", name: "Sustainable Web Design", version: "4", grams: 0.5, gramsWithGreenHosting: 0.4,
                    doesNotCount: LocalizedText("time"))
            ],
            modelledTime: true, sides: [.minimal(of: measurement), .minimal(of: measurement)], summary: .full)
    }

    /// A score of which nothing is known but that it was computed.
    ///
    /// - Parameter measurement: the hash of the measurement that it follows from.
    /// - Returns: the score.
    public static func minimal(of measurement: ContentHash) -> JourneyScore {
        let indicator = { (unit: String) in Indicator(unit: unit, parts: Indicator.Parts(), factors: []) }
        let axis = EcoscoreResult.Axis(value: nil, coverage: 0)
        return JourneyScore(
            tool: .ecoproxy, statement: LocalizedText("An estimate"),
            measurements: [MeasurementReference(sha256: measurement, journey: nil, application: nil)],
            factorSet: FactorSetReference(id: "fr-2026.1", version: "1.0.0", sha256: .repeating("c")),
            profile: ProfileReference(id: "sante", version: "1.0.0", sha256: .repeating("d")),
            indicators: Indicators(ghg: indicator("kgCO2e"), water: indicator("L"), land: indicator("m2.year")),
            ecoscore: EcoscoreResult(
                value: nil, grade: nil, partial: true,
                axes: EcoscoreResult.Axes(data: axis, energy: axis, time: axis)),
            steps: [], hotSpots: [], leads: [], warnings: [])
    }
}

extension WhatIf {
    /// A comparison with every key.
    public static var full: WhatIf {
        let score = JourneyScore.full(of: .repeating("e"))
        let outcome = Outcome(
            bytes: 7900.5, seconds: 19.5, indicators: score.indicators, ecoscore: score.ecoscore,
            steps: [
                StepOutcome(
                    id: "ouvrir", title: LocalizedText(["fr": "Ouvrir", "en": "Open"]), bytes: 7900.5, seconds: 11.5,
                    indicators: score.indicators, ecoscore: score.ecoscore)
            ])
        return WhatIf(
            tool: .ecoproxy, statement: score.statement, scenario: "third-party=0", measurements: score.measurements,
            factorSet: score.factorSet, profile: score.profile, before: outcome, after: outcome,
            warnings: [Caveat(.energyAbsent, "energy was not measured", step: "ouvrir", count: 1)])
    }
}

extension Timestamp {
    /// 2026-03-02T09:00:00Z; `date -u -d 2026-03-02T09:00:00Z +%s` prints the seconds.
    public static let nine = Timestamp(nanoseconds: 1_772_442_000_000_000_000)

    /// The moment some seconds later.
    public func adding(seconds: Int64) -> Timestamp {
        Timestamp(nanoseconds: nanoseconds + seconds * 1_000_000_000)
    }
}

extension ContentHash {
    /// A hash of one digit throughout.
    public static func repeating(_ digit: Character) -> ContentHash {
        ContentHash(rawValue: String(repeating: digit, count: 64))
    }
}

extension Indicators {
    fileprivate static var example: Indicators {
        let part = { (scale: Double) in Estimate(low: 1 * scale, central: 2 * scale, high: 4 * scale) ?? .zero }
        let indicator = { (unit: String, scale: Double) in
            Indicator(
                unit: unit,
                parts: Indicator.Parts(
                    terminalUse: part(scale), terminalManufacture: part(2 * scale), network: part(scale / 2),
                    dataCentre: part(scale / 4)),
                factors: ["electricity.fr", "network.wifi"])
        }
        return Indicators(
            ghg: indicator("kgCO2e", 0.0005), water: indicator("L", 0.25), land: indicator("m2.year", 0.000_125))
    }
}

extension TrafficCounts {
    /// Packets over Ethernet (14 bytes of header) with 40 bytes of IP and TCP headers.
    fileprivate static func example(packets: Int, ipBytes: Int) -> TrafficCounts {
        TrafficCounts(
            packets: packets, wireBytes: ipBytes + 14 * packets, ipBytes: ipBytes, payloadBytes: ipBytes - 40 * packets,
            uniquePayloadBytes: ipBytes - 40 * packets)
    }
}
