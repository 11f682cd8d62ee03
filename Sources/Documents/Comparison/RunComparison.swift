/// What changed between two sides: per step and in all, by figure, host and party.
///
/// JSON Schema: `docs/formats/comparison.schema.json`.
public struct RunComparison: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.comparison/1" }

    /// How changes are judged.
    public struct Method: Hashable, Codable, Sendable {
        /// The part of chance findings that is accepted among the figures judged together.
        public var significance: Double
        /// How p-values are adjusted for their number.
        public var correction: String

        /// A method.
        public init(significance: Double, correction: String) {
            self.significance = significance
            self.correction = correction
        }
    }

    /// A step that a side or both have.
    public struct StepChange: Hashable, Codable, Sendable {
        /// The step's identifier.
        public var id: String
        /// Its title.
        public var title: LocalizedText
        /// Its figures.
        public var figures: [FigureChange]
        /// Its hosts, those that changed most first; all of it in bytes both ways.
        public var hosts: [HostChange]

        /// A step's changes.
        public init(id: String, title: LocalizedText, figures: [FigureChange], hosts: [HostChange]) {
            self.id = id
            self.title = title
            self.figures = figures
            self.hosts = hosts
        }
    }

    /// Always `ecoproxy.comparison/1`.
    public var schema = Self.schemaIdentifier
    /// The program that made it.
    public var tool: Tool
    /// What is compared with.
    public var base: RunSide
    /// What is compared.
    public var new: RunSide
    /// How changes are judged.
    public var method: Method
    /// The factors that both sides are scored with; absent where neither has a score, or they differ.
    public var factorSet: FactorSetReference?
    /// The profile that both sides are scored with; absent as above.
    public var profile: ProfileReference?
    /// What differs beside the app.
    public var differences: [ConditionDifference]
    /// The whole journey's figures: the sum of its steps.
    public var journey: [FigureChange]
    /// The steps in the order of the base, then those that only the new side has.
    public var steps: [StepChange]
    /// All hosts of the steps, those that changed most first.
    public var hosts: [HostChange]

    /// A comparison from its parts.
    public init(
        tool: Tool, base: RunSide, new: RunSide, method: Method, factorSet: FactorSetReference?,
        profile: ProfileReference?, differences: [ConditionDifference], journey: [FigureChange], steps: [StepChange],
        hosts: [HostChange]
    ) {
        self.tool = tool
        self.base = base
        self.new = new
        self.method = method
        self.factorSet = factorSet
        self.profile = profile
        self.differences = differences
        self.journey = journey
        self.steps = steps
        self.hosts = hosts
    }

    /// The journey's figures that became worse beyond the noise and count against the app: not how long the tester
    /// took, and not what the device does by itself.
    public var regressions: [FigureChange] {
        journey.filter {
            $0.verdict == .worse && $0.metric.quantity != .duration
                && ![.background, .unknown].contains($0.metric.side)
        }
    }
}

/// What a host carried on both sides: IP bytes both ways.
public struct HostChange: Hashable, Codable, Sendable {
    /// Whether the host is on both sides.
    public enum Presence: String, Codable, Sendable, CaseIterable {
        case both, new, vanished
    }

    /// The host's name.
    public var name: String
    /// Whose host it is, on the new side where it is there.
    public var party: Party
    /// What it serves, where that is known.
    public var purpose: String?
    /// Whether it is on both sides.
    public var presence: Presence
    /// Its bytes on both sides; 0 in runs in which it wasn't seen.
    public var bytes: FigureChange

    /// A host's change.
    public init(name: String, party: Party, purpose: String?, presence: Presence, bytes: FigureChange) {
        self.name = name
        self.party = party
        self.purpose = purpose
        self.presence = presence
        self.bytes = bytes
    }
}
