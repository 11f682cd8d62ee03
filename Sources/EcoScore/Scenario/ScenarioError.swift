/// Why a scenario can't be read, or not be applied to the measurements.
public struct ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with an item.
    public enum Problem: Hashable, Sendable {
        /// It is empty.
        case empty
        /// It has no equals sign.
        case noChange
        /// It names a step and not what of it.
        case stepAlone
        /// It changes what an item before it changes.
        case repeated
        /// It names a part that there is not.
        case unknownTarget(String)
        /// It names a kind of content, which only requests would tell.
        case needsRequests(String)
        /// The change can't be read, or has the wrong unit.
        case unknownChange(String, inBytes: Bool)
        /// No scored step has this identifier; those that there are.
        case unknownStep(String, known: [String])
        /// No host of the app has this name; the heaviest that there are.
        case unknownHost(String, known: [String])
        /// Nothing of what it changes was measured; or it shall become an amount, where the items before it leave nothing.
        case nothingToScale
        /// It changes the time of a rest, which the tester sets.
        case restHasNoTime(String)
    }

    /// The item, as it was written.
    public let item: String
    /// What is wrong with it.
    public let problem: Problem

    init(_ item: String, _ problem: Problem) {
        (self.item, self.problem) = (item, problem)
    }

    /// The item, what is wrong and what to do, as a sentence for a person.
    public var description: String { item.isEmpty ? reason : "\"\(item)\": \(reason)" }

    private var reason: String {
        switch problem {
        case .empty: "an item of the scenario is empty; write [step:ID/]WHAT=CHANGE, separated by commas"
        case .noChange: "there is no =; write [step:ID/]WHAT=CHANGE, such as third-party=0"
        case .stepAlone: "what of the step changes isn't said; write step:ID/WHAT=CHANGE, such as step:home/all=-40%"
        case .repeated: "an item before it changes the same; write each once"
        case .unknownTarget(let name): "there is no part \"\(name)\"; use \(Self.targets)"
        case .needsRequests(let name):
            "a measurement doesn't tell the kind of content \"\(name)\", since encryption hides requests; use \(Self.targets)"
        case .unknownChange(let text, let inBytes):
            "\"\(text)\" is no change; write 0, a percentage with its sign such as -40% or +10%, or what it becomes "
                + (inBytes ? "in B, kB, MB or GB, such as 500kB" : "in ms, s or min, such as 2.5s")
        case .unknownStep(let id, let known):
            "no step that is scored is called \"\(id)\"; there are \(known.joined(separator: ", "))"
        case .unknownHost(let name, let known):
            known.isEmpty
                ? "the measurement has no host \"\(name)\", nor any other of the app"
                : "the measurement has no host \"\(name)\"; the heaviest are \(known.joined(separator: ", "))"
        case .nothingToScale: "there is nothing of it, so that it can't become more or less; leave it out"
        case .restHasNoTime(let id): "how long the rest \"\(id)\" lasts is set by the tester; leave it out"
        }
    }

    private static var targets: String {
        (Scenario.parts.map(\.name) + ["host:NAME"]).joined(separator: ", ") + ", or what hosts serve: "
            + Scenario.purposes.joined(separator: ", ")
    }
}
