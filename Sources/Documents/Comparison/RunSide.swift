/// The runs of one side of a comparison, or those that are checked.
public struct RunSide: Hashable, Codable, Sendable {
    /// How they were given: files, folders, places in a catalogue.
    public var names: [String]
    /// Walks of the journey: each iteration of each measurement is one.
    public var runs: Int
    /// Walks in which a step is missing: they count for the steps they have, and not for the journey as a whole. Absent for none.
    public var incompleteRuns: Int?
    /// The measurements; of a Score those that it names.
    public var measurements: [MeasurementReference]
    /// The journey's title, where there is one.
    public var title: LocalizedText?
    /// The application's version, where it is known.
    public var version: String?
    /// The worst quality of the measurements; absent of a bare Score.
    public var quality: Quality.Grade?

    /// A side from its parts.
    public init(
        names: [String], runs: Int, incompleteRuns: Int? = nil, measurements: [MeasurementReference],
        title: LocalizedText? = nil, version: String? = nil, quality: Quality.Grade? = nil
    ) {
        self.names = names
        self.runs = runs
        self.incompleteRuns = incompleteRuns
        self.measurements = measurements
        self.title = title
        self.version = version
        self.quality = quality
    }
}

/// Something that differs between two sides beside the app, so that a change may come from it.
public struct ConditionDifference: Hashable, Codable, Sendable {
    /// What differs.
    public enum Condition: String, Codable, Sendable, CaseIterable {
        case application, journey, journeyFile, device, network, cache, trust, selection, tool
        /// Energy is of different parts of the device, and therefore left out.
        case energyPart
        /// The figures of score and indicators are of different sets, and therefore left out.
        case factorSet
        /// The same of the profile: the score is left out.
        case profile
        /// The score that came with a run was of another set or profile; it was computed anew from the measurement.
        case rescored
        /// A side is a bare Score: nothing that was measured can be compared.
        case measurementMissing
        /// A side has no step to score.
        case scoreMissing
        /// Measurements of a side can't be trusted.
        case untrusted
        /// The same measurement is on both sides.
        case sameRun
    }

    /// What differs.
    public var condition: Condition
    /// How it is on the base's side; absent where that isn't known.
    public var base: String?
    /// How it is on the new side; absent where that isn't known.
    public var new: String?

    /// A difference.
    public init(_ condition: Condition, base: String?, new: String?) {
        self.condition = condition
        self.base = base
        self.new = new
    }
}
