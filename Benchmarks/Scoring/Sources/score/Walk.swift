import Documents

/// Made-up walks of six steps, each with twelve hosts: what a booking in a health app looks like, give or take.
enum Walk {
    private static let types: [StepType] = [.loading, .action, .action, .scroll, .pause, .media]

    /// A walk; its number makes its figures differ from those of others.
    static func measurement(_ number: Int) -> JourneyMeasurement {
        let steps = types.indices.map { step($0, number) }
        return JourneyMeasurement(
            tool: Tool(name: "score", version: "1"), sources: [],
            device: Device(class: .smartphone, addresses: [], rule: .given), network: .wifi,
            journey: JourneyIdentity(
                id: "walk", title: LocalizedText("Walk"), application: "test.app", version: "1", sha256: hash),
            totals: Totals(), drops: Drops(), quality: Quality(grade: .good, warnings: []), steps: steps,
            outside: Section(), hosts: [], otherIP: .zero, nonIP: .zero)
    }

    private static let hash = ContentHash(rawValue: String(repeating: "1", count: 64))
    private static let start = Timestamp(nanoseconds: 1_772_442_000_000_000_000)

    private static func step(_ index: Int, _ number: Int) -> Step {
        let hosts = (0..<12).map { host in
            let bytes = 10_000 * (host + 1) * (index + 1) + 1000 * number
            return HostTraffic(
                name: "host\(host).app.test", nameSource: .sni, party: host < 8 ? .first : .third,
                traffic: Traffic(down: TrafficCounts(packets: bytes / 1400, wireBytes: bytes, ipBytes: bytes)), flows: 1
            )
        }
        var traffic = Traffic()
        for host in hosts { traffic += host.traffic }
        return Step(
            id: "step\(index)", title: LocalizedText(["en": "Step \(index)", "fr": "Étape \(index)"]),
            type: types[index], critical: index < 2, iteration: 1, start: start, end: start, seconds: 20,
            section: Section(traffic: traffic, hosts: hosts), connections: 12,
            displayTime: Step.DisplayTime(seconds: 2, basis: .measured))
    }
}
