/// A measured journey as a catalogue lists it: figures derived from its two documents.
public struct RunSummary: Hashable, Codable, Sendable {
    /// The hash of the measurement, by which the run is known.
    public var measurement: ContentHash
    /// The journey's identifier; absent when the measurement was made without one.
    public var journey: String?
    /// The earliest capture time; absent if no packet has one.
    public var started: Timestamp?
    /// When the run was attached.
    public var attached: Timestamp
    /// IP bytes both ways of all steps and iterations, background hosts left out (`Step.exchangedBytes`).
    public var exchangedBytes: Int
    /// How far the measurement can be trusted.
    public var quality: Quality.Grade
    /// Number of scores attached to the run, made with different factors or profiles.
    public var scores: Int
    /// The score attached last.
    public var score: ScoreSummary

    /// A run from its parts.
    public init(
        measurement: ContentHash, journey: String?, started: Timestamp?, attached: Timestamp, exchangedBytes: Int,
        quality: Quality.Grade, scores: Int, score: ScoreSummary
    ) {
        self.measurement = measurement
        self.journey = journey
        self.started = started
        self.attached = attached
        self.exchangedBytes = exchangedBytes
        self.quality = quality
        self.scores = scores
        self.score = score
    }
}

/// What a score says in a line.
public struct ScoreSummary: Hashable, Codable, Sendable {
    /// A factor set or a profile by name.
    public struct Reference: Hashable, Codable, Sendable {
        /// Its identifier.
        public var id: String
        /// Its version.
        public var version: String

        /// A reference.
        public init(id: String, version: String) {
            self.id = id
            self.version = version
        }
    }

    /// The hash of the score document.
    public var sha256: ContentHash
    /// When it was attached.
    public var attached: Timestamp
    /// 0 to 100, unrounded; absent when no axis was measured.
    public var value: Double?
    /// The letter; absent when the missing axes could change it.
    public var grade: EcoscoreResult.Grade?
    /// Whether an axis is missing, wholly or on some steps.
    public var partial: Bool
    /// Where a partial score could lie.
    public var interval: EcoscoreResult.Interval?
    /// The letters a partial score could have.
    public var gradeRange: EcoscoreResult.GradeRange?
    /// Greenhouse gas of the journey, in kgCO2e.
    public var ghgKilograms: Estimate
    /// Fresh water consumed by the journey, in L; absent for a score of the first release whose document can't be read.
    public var waterLitres: Estimate?
    /// Land occupied by the journey, in m2.year; absent as water may be.
    public var landSquareMetreYears: Estimate?
    /// The factors used.
    public var factorSet: Reference
    /// How many of them a user's file replaced.
    public var replacedFactors: Int
    /// The score profile used.
    public var profile: Reference

    /// A score from its parts.
    public init(
        sha256: ContentHash, attached: Timestamp, value: Double?, grade: EcoscoreResult.Grade?, partial: Bool,
        interval: EcoscoreResult.Interval?, gradeRange: EcoscoreResult.GradeRange?, ghgKilograms: Estimate,
        waterLitres: Estimate?, landSquareMetreYears: Estimate?, factorSet: Reference, replacedFactors: Int,
        profile: Reference
    ) {
        self.sha256 = sha256
        self.attached = attached
        self.value = value
        self.grade = grade
        self.partial = partial
        self.interval = interval
        self.gradeRange = gradeRange
        self.ghgKilograms = ghgKilograms
        self.waterLitres = waterLitres
        self.landSquareMetreYears = landSquareMetreYears
        self.factorSet = factorSet
        self.replacedFactors = replacedFactors
        self.profile = profile
    }
}
