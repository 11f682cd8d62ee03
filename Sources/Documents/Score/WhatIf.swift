/// What the score would be if the traffic were another: a computed comparison, not a measurement.
///
/// It is a document of its own kind, and holds no Score, so that no catalogue can take it for one.
/// JSON Schema: `docs/formats/what-if.schema.json`.
public struct WhatIf: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.what-if/1" }

    /// The journey with or without the scenario's changes.
    public struct Outcome: Hashable, Codable, Sendable {
        /// Data exchanged in IP bytes both ways: the sum of each step's mean over its walks.
        public var bytes: Double
        /// Time in seconds: the sum of each step's mean over its walks.
        public var seconds: Double
        /// The journey's three indicators.
        public var indicators: Indicators
        /// The journey's écoscore.
        public var ecoscore: EcoscoreResult
        /// The steps in the order of their first walk.
        public var steps: [StepOutcome]

        /// An outcome from its parts.
        public init(
            bytes: Double, seconds: Double, indicators: Indicators, ecoscore: EcoscoreResult, steps: [StepOutcome]
        ) {
            self.bytes = bytes
            self.seconds = seconds
            self.indicators = indicators
            self.ecoscore = ecoscore
            self.steps = steps
        }
    }

    /// A step, as the mean over its walks.
    public struct StepOutcome: Hashable, Codable, Sendable {
        /// The step's identifier.
        public var id: String
        /// Its title.
        public var title: LocalizedText
        /// Data exchanged in IP bytes both ways.
        public var bytes: Double
        /// Duration in seconds.
        public var seconds: Double
        /// Its three indicators.
        public var indicators: Indicators
        /// Its score.
        public var ecoscore: EcoscoreResult

        /// A step's outcome from its parts.
        public init(
            id: String, title: LocalizedText, bytes: Double, seconds: Double, indicators: Indicators,
            ecoscore: EcoscoreResult
        ) {
            self.id = id
            self.title = title
            self.bytes = bytes
            self.seconds = seconds
            self.indicators = indicators
            self.ecoscore = ecoscore
        }
    }

    /// Always `ecoproxy.what-if/1`.
    public var schema = Self.schemaIdentifier
    /// The program that made it.
    public var tool: Tool
    /// What it is and is not, for a person.
    public var statement: LocalizedText
    /// The changes, as they were asked for.
    public var scenario: String
    /// The measurements that the changes were made to.
    public var measurements: [MeasurementReference]
    /// The factors used.
    public var factorSet: FactorSetReference
    /// The profile (curves, weights, grades) used.
    public var profile: ProfileReference
    /// The journey as it was measured.
    public var before: Outcome
    /// The journey with the changes.
    public var after: Outcome
    /// What a reader must know of the measurements.
    public var warnings: [Caveat]

    /// A comparison from its parts.
    public init(
        tool: Tool, statement: LocalizedText, scenario: String, measurements: [MeasurementReference],
        factorSet: FactorSetReference, profile: ProfileReference, before: Outcome, after: Outcome, warnings: [Caveat]
    ) {
        self.tool = tool
        self.statement = statement
        self.scenario = scenario
        self.measurements = measurements
        self.factorSet = factorSet
        self.profile = profile
        self.before = before
        self.after = after
        self.warnings = warnings
    }
}
