import Catalogue
import Documents
import EcoScore
import Foundation
import TrafficMeter

/// Made-up runs of six steps, each with twelve hosts: the documents of a booking in a health app, give or take (some 40 KB).
struct GeneratedRuns {
    private let factors: FactorSet
    private let profile: ScoreProfile
    private static let types: [StepType] = [.loading, .action, .action, .scroll, .pause, .media]

    init() throws {
        let hash = { @Sendable (data: Data) in ContentHasher.hash(of: data) }
        factors = try FactorSet.bundled(hashedBy: hash)
        profile = try ScoreProfile.bundled(hashedBy: hash)
    }

    /// An application of one of some fifty publishers.
    static func application(_ number: Int) -> Application {
        Application(
            id: "fr.exemple.app\(number)", title: "Application \(number)", publisher: "Éditeur \(number % 50)",
            platform: Application.Platform.allCases[number % 3], category: "catégorie \(number % 10)",
            identifiers: ["play": "fr.exemple.app\(number)"], url: "https://exemple.fr/\(number)",
            created: Timestamp(nanoseconds: 1_772_442_000_000_000_000))
    }

    /// The documents of a run of an application; its number makes its figures differ from those of others.
    func documents(application: Int, run: Int) throws -> RunDocuments {
        let start = Timestamp(nanoseconds: 1_772_442_000_000_000_000 + Int64(run) * 86_400_000_000_000)
        let steps = Self.types.indices.map { Self.step($0, application &* 31 &+ run, start) }
        var totals = Totals()
        totals.first = start
        let measurement = JourneyMeasurement(
            tool: Tool(name: "bench", version: "1"), sources: [],
            device: Device(class: .smartphone, addresses: [], rule: .given), network: .wifi,
            journey: JourneyIdentity(
                id: "parcours-\(application % 4)", title: LocalizedText("Walk"),
                application: "fr.exemple.app\(application)", version: "1.\(run / 4)",
                sha256: ContentHash(rawValue: String(repeating: "1", count: 64))),
            totals: totals, drops: Drops(), quality: Quality(grade: .good, warnings: []), steps: steps,
            outside: Section(), hosts: [], otherIP: .zero, nonIP: .zero)
        let json = try CanonicalJSON.encode(measurement)
        let score = try JourneyScore(
            of: [ScoringInput(measurement: measurement, sha256: ContentHasher.hash(of: json))], factors: factors,
            profile: profile, tool: Tool(name: "bench", version: "1"))
        return RunDocuments(measurement: json, score: try CanonicalJSON.encode(score))
    }

    private static func step(_ index: Int, _ number: Int, _ start: Timestamp) -> Step {
        let hosts = (0..<12).map { host in
            let bytes = 10_000 * (host + 1) * (index + 1) + 7 * number
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
