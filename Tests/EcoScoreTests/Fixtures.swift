import Documents
import Foundation
import TestSupport
import Testing

@testable import EcoScore

/// A stand-in for SHA-256: these tests need no more than that the bytes reach it.
func lengthHash(_ data: Data) -> ContentHash {
    let digits = String(data.count, radix: 16)
    return ContentHash(rawValue: String(repeating: "0", count: 64 - digits.count) + digits)
}

private func loaded<Value>(_ load: () throws(FactorError) -> Value) -> Value {
    do { return try load() } catch { preconditionFailure("a bundled file is broken: \(error)") }
}

extension FactorSet {
    static let tested = loaded { () throws(FactorError) in try FactorSet.bundled(hashedBy: lengthHash) }
}

extension ScoreProfile {
    static let tested = loaded { () throws(FactorError) in try ScoreProfile.bundled(hashedBy: lengthHash) }
}

extension Step {
    /// A step that exchanged bytes with one host of the publisher's, unless hosts are given.
    static func walked(
        _ id: String, _ type: StepType = .loading, bytes: Int = 1_000_000, seconds: Double = 30,
        critical: Bool = false, iteration: Int = 1, joules: Double? = nil, displayed: Double? = nil,
        hosts: [HostTraffic]? = nil
    ) -> Step {
        let hosts = hosts ?? [.host("api.sante.example", bytes: bytes)]
        var traffic = Traffic()
        for host in hosts { traffic += host.traffic }
        return Step(
            id: id, title: LocalizedText(id), type: type, critical: critical, iteration: iteration, start: .nine,
            end: .nine.adding(seconds: Int64(seconds)), seconds: seconds,
            section: Section(traffic: traffic, hosts: hosts), connections: 1,
            energy: Energy(joules: joules, basis: joules == nil ? .absent : .measured),
            displayTime: DisplayTime(seconds: displayed, basis: displayed == nil ? .absent : .measured))
    }
}

extension HostTraffic {
    static func host(
        _ name: String, _ party: Party = .first, bytes: Int, up: Int = 0, nameSource: NameSource = .sni,
        purpose: Purpose? = nil, operator: String? = nil, connections: Int? = 1
    ) -> HostTraffic {
        HostTraffic(
            name: name, nameSource: nameSource, party: party, purpose: purpose?.rawValue, operator: `operator`,
            traffic: Traffic(
                up: TrafficCounts(packets: up > 0 ? 1 : 0, wireBytes: up, ipBytes: up),
                down: TrafficCounts(packets: 1, wireBytes: bytes, ipBytes: bytes)), flows: 1, connections: connections)
    }
}

extension JourneyMeasurement {
    /// A walk of these steps on a smartphone.
    static func walk(
        _ steps: [Step], network: NetworkKind = .wifi, device: DeviceClass = .smartphone, version: String = "1.0"
    ) -> JourneyMeasurement {
        var measurement = JourneyMeasurement.minimal
        measurement.steps = steps
        measurement.network = network
        measurement.device.class = device
        measurement.journey = JourneyIdentity(
            id: "parcours", title: LocalizedText("Parcours"), application: "fr.exemple.sante", version: version,
            sha256: .repeating("b"))
        return measurement
    }
}

extension JourneyScore {
    /// The score of walks, each named by its place.
    static func of(_ measurements: JourneyMeasurement...) throws -> JourneyScore {
        try JourneyScore(
            of: measurements.enumerated().map { index, measurement in
                ScoringInput(measurement: measurement, sha256: .repeating(Character(String(index))))
            },
            factors: .tested, profile: .tested, tool: .ecoproxy)
    }

    static func of(_ steps: [Step]) throws -> JourneyScore {
        try of(.walk(steps))
    }

    /// What a score says of one lead.
    func lead(_ id: String) throws -> Lead { try #require(leads.first { $0.id == id }) }
}

extension WhatIf {
    /// What walks would be with a scenario, each named by its place.
    static func of(_ measurements: [JourneyMeasurement], _ scenario: String) throws -> WhatIf {
        try WhatIf(
            of: measurements.enumerated().map { index, measurement in
                ScoringInput(measurement: measurement, sha256: .repeating(Character(String(index))))
            },
            scenario: Scenario(scenario), factors: .tested, profile: .tested, tool: .ecoproxy)
    }

    /// What the score would gain.
    var points: Double? { after.ecoscore.value.flatMap { new in before.ecoscore.value.map { new - $0 } } }
}

func isClose(_ value: Double, _ expected: Double, relative: Double = 1e-12) -> Bool {
    abs(value - expected) <= relative * abs(expected)
}
