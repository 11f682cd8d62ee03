/// What follows from one or more measurements, a factor set and a score profile: same inputs, same bytes.
///
/// JSON Schema: `docs/formats/score.schema.json`.
public struct JourneyScore: SchemaDocument, Hashable {
    /// The format and version that this type reads and writes.
    public static var schemaIdentifier: String { "ecoproxy.score/1" }

    /// Always `ecoproxy.score/1`.
    public var schema = Self.schemaIdentifier
    /// The program that made it.
    public var tool: Tool
    /// What the score is and is not, for a person.
    public var statement: LocalizedText
    /// The measurements it follows from.
    public var measurements: [MeasurementReference]
    /// The factors used.
    public var factorSet: FactorSetReference
    /// The factors behind the indicators, each with its sources; absent in documents of earlier versions.
    public var factors: [UsedFactor]?
    /// The profile (curves, weights, grades) used.
    public var profile: ProfileReference
    /// The journey's three indicators.
    public var indicators: Indicators
    /// The journey's écoscore.
    public var ecoscore: EcoscoreResult
    /// The steps in the order walked.
    public var steps: [StepScore]
    /// The heaviest steps, by what they weigh in, heaviest first.
    public var hotSpots: [HotSpot]
    /// What to improve.
    public var leads: [Lead]
    /// What a reader must know; the measurements' own warnings repeated.
    public var warnings: [Caveat]
    /// What the journey amounts to over a year; absent unless asked for.
    public var projection: Projection?
    /// What its impacts amount to, in things that everybody knows.
    public var comparisons: [Comparison]?
    /// What other tools' models say; absent unless asked for.
    public var otherModels: [ModelFigure]?
    /// Whether display time that was told from traffic alone feeds its axis; absent if not.
    public var modelledTime: Bool?
    /// The scores that this one is of together: the sides of one use, each measured by itself. Absent otherwise.
    public var sides: [JourneyScore]?
    /// How far apart the steps' runs lie, over all measurements; absent for one measurement, which has its own.
    public var summary: Summary?

    /// A score from its parts.
    public init(
        tool: Tool, statement: LocalizedText, measurements: [MeasurementReference], factorSet: FactorSetReference,
        profile: ProfileReference, indicators: Indicators, ecoscore: EcoscoreResult, steps: [StepScore],
        hotSpots: [HotSpot], leads: [Lead], warnings: [Caveat], factors: [UsedFactor]? = nil,
        projection: Projection? = nil,
        comparisons: [Comparison]? = nil, otherModels: [ModelFigure]? = nil, modelledTime: Bool? = nil,
        sides: [JourneyScore]? = nil, summary: Summary? = nil
    ) {
        self.tool = tool
        self.statement = statement
        self.measurements = measurements
        self.factorSet = factorSet
        self.profile = profile
        self.indicators = indicators
        self.ecoscore = ecoscore
        self.steps = steps
        self.hotSpots = hotSpots
        self.leads = leads
        self.warnings = warnings
        self.factors = factors
        self.projection = projection
        self.comparisons = comparisons
        self.otherModels = otherModels
        self.modelledTime = modelledTime
        self.sides = sides
        self.summary = summary
    }
}

/// A measurement named by its content.
public struct MeasurementReference: Hashable, Codable, Sendable {
    /// The hash of its canonical JSON.
    public var sha256: ContentHash
    /// The journey's identifier; absent when there is none.
    public var journey: String?
    /// The application's identifier.
    public var application: String?

    /// A reference to a measurement.
    public init(sha256: ContentHash, journey: String?, application: String?) {
        self.sha256 = sha256
        self.journey = journey
        self.application = application
    }
}

/// A factor set named by its content.
public struct FactorSetReference: Hashable, Codable, Sendable {
    /// Its identifier, such as `fr-2026.1`.
    public var id: String
    /// Its version.
    public var version: String
    /// The hash of its file.
    public var sha256: ContentHash
    /// Identifiers of factors that a user's file replaced.
    public var replaced: [String]

    /// A reference to a factor set.
    public init(id: String, version: String, sha256: ContentHash, replaced: [String] = []) {
        self.id = id
        self.version = version
        self.sha256 = sha256
        self.replaced = replaced
    }
}

/// A score profile named by its content.
public struct ProfileReference: Hashable, Codable, Sendable {
    /// Its identifier.
    public var id: String
    /// Its version.
    public var version: String
    /// The hash of its file.
    public var sha256: ContentHash

    /// A reference to a profile.
    public init(id: String, version: String, sha256: ContentHash) {
        self.id = id
        self.version = version
        self.sha256 = sha256
    }
}
