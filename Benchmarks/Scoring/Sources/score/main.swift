// score [COUNT]: times the scoring of 10 000 measurements, or so many, each on its own and all as walks of one journey.
import Dispatch
import Documents
import EcoScore
import Foundation

let count = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 10_000
// A walk is scored as often as it takes; fewer walks than scores keep what is timed from being memory.
let walks = (1...100).map { Walk.measurement($0) }
let hash = { (data: Data) in ContentHash(rawValue: String(repeating: "0", count: 64)) }
let (factors, profile) = try (FactorSet.bundled(hashedBy: hash), ScoreProfile.bundled(hashedBy: hash))
let tool = Tool(name: "score", version: "1")

@Sendable func score(_ inputs: [ScoringInput]) -> Double {
    do {
        return try JourneyScore(of: inputs, factors: factors, profile: profile, tool: tool).ecoscore.value ?? 0
    } catch {
        preconditionFailure("a walk that was made here can't be scored: \(error)")
    }
}

func timed(_ what: String, _ work: () -> Void) {
    let seconds = ContinuousClock().measure(work) / .seconds(1)
    print(
        "\(what): \(String(format: "%.2f", seconds)) s, \(String(format: "%.0f", seconds / Double(count) * 1e6)) µs each"
    )
}

let inputs = walks.map { ScoringInput(measurement: $0, sha256: hash(Data())) }
timed("\(count) measurements, one processor") {
    for index in 0..<count { _ = score([inputs[index % inputs.count]]) }
}
let processors = 2
timed("\(count) measurements, \(processors) processors") {
    DispatchQueue.concurrentPerform(iterations: processors) { part in
        for index in stride(from: part, to: count, by: processors) { _ = score([inputs[index % inputs.count]]) }
    }
}
let numbered = (0..<count).map { index in
    let digits = String(index, radix: 16)
    return ScoringInput(
        measurement: walks[index % walks.count],
        sha256: ContentHash(rawValue: String(repeating: "0", count: 64 - digits.count) + digits))
}
timed("\(count) walks of one journey, one processor") { _ = score(numbered) }
