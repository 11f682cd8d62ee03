import Documents
import TestSupport

@testable import Verdict

/// Invented walks: of each step the hosts with their received bytes.
enum Walked {
    struct HostBytes {
        let name: String
        let party: Party
        let down: Int
        var up = 100

        init(_ name: String, _ party: Party, _ down: Int) {
            (self.name, self.party, self.down) = (name, party, down)
        }

        var traffic: HostTraffic {
            HostTraffic(
                name: name, nameSource: .sni, party: party,
                traffic: Traffic(up: TrafficCounts(ipBytes: up), down: TrafficCounts(ipBytes: down)), flows: 1,
                connections: 1)
        }
    }

    static func step(
        _ id: String, _ hosts: [HostBytes], iteration: Int = 1, seconds: Double = 10, type: StepType = .action,
        energy: Step.Energy = Step.Energy(), display: Step.DisplayTime = Step.DisplayTime()
    ) -> Step {
        let traffic = hosts.map(\.traffic)
        return Step(
            id: id, title: LocalizedText(["en": "\(id) (en)", "fr": id]), type: type, critical: false,
            iteration: iteration, start: .nine, end: .nine.adding(seconds: 10), seconds: seconds,
            section: Section(traffic: traffic.reduce(into: .zero) { $0 += $1.traffic }, hosts: traffic),
            connections: hosts.count, energy: energy, displayTime: display)
    }

    static func measurement(_ steps: [Step], grade: Quality.Grade = .good) -> JourneyMeasurement {
        var measurement = JourneyMeasurement.full
        measurement.steps = steps
        measurement.quality = Quality(
            grade: grade,
            warnings: grade == .untrusted ? [Caveat(.packetsDropped, "12 packets were dropped", count: 12)] : [])
        measurement.selection = nil
        return measurement
    }

    /// A walk of one step that exchanges some bytes with the publisher's host, of which 100 are sent.
    static func oneStep(_ bytes: Int) -> JourneyMeasurement {
        measurement([step("open", [HostBytes("api.example", .first, bytes - 100)])])
    }

    static func group(
        _ measurements: [JourneyMeasurement], score: JourneyScore? = nil, names: [String] = ["run"]
    ) -> RunGroup {
        RunGroup(
            names: names, walks: measurements.flatMap(\.byWalk).map { Walk($0, score: score) },
            measurements: measurements)
    }

    /// Runs of one step with these bytes.
    static func runs(_ bytes: Int...) -> RunGroup { group(bytes.map(oneStep)) }

    static let origin = LimitResult.Origin(file: "budget.yaml", line: 3, key: "journey.0")
}

extension JourneyScore {
    /// A score of some value; partial where it is only known between bounds.
    static func of(
        _ value: Double, between bounds: (low: Double, high: Double)? = nil, grade: EcoscoreResult.Grade? = .B
    ) -> JourneyScore {
        var score = JourneyScore.full(of: .repeating("e"))
        score.ecoscore.value = value
        score.ecoscore.partial = bounds != nil
        score.ecoscore.interval = bounds.map { .init(low: $0.low, high: $0.high) }
        score.ecoscore.grade = grade
        score.ecoscore.gradeRange = grade == nil ? .init(best: .A, worst: .D) : nil
        return score
    }
}
