/// A score of 0 to 100 with its grade, as far as the measured axes allow.
public struct EcoscoreResult: Hashable, Codable, Sendable {
    /// One of the three measures that the score averages.
    public struct Axis: Hashable, Codable, Sendable {
        /// 0 to 100, unrounded; absent when nothing was measured.
        public var value: Double?
        /// Share of the steps it applies to that were measured, 0 to 1; 1 where it applies to none.
        public var coverage: Double

        /// An axis.
        public init(value: Double?, coverage: Double) {
            self.value = value
            self.coverage = coverage
        }
    }

    /// The three axes.
    public struct Axes: Hashable, Codable, Sendable {
        /// Data exchanged.
        public var data: Axis
        /// Energy of the device.
        public var energy: Axis
        /// Time to display.
        public var time: Axis

        /// Three axes.
        public init(data: Axis, energy: Axis, time: Axis) {
            self.data = data
            self.energy = energy
            self.time = time
        }
    }

    /// Where the score could lie if the missing axes were known.
    public struct Interval: Hashable, Codable, Sendable {
        /// If every missing axis were 0.
        public var low: Double
        /// If every missing axis were 100.
        public var high: Double

        /// An interval of scores.
        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    /// The letters a score may take, A best.
    public enum Grade: String, Codable, Sendable, CaseIterable {
        case A, B, C, D, E, F, G
    }

    /// The best and worst letter that the interval allows.
    public struct GradeRange: Hashable, Codable, Sendable {
        /// The letter at the interval's high end.
        public var best: Grade
        /// The letter at the interval's low end.
        public var worst: Grade

        /// A range of letters.
        public init(best: Grade, worst: Grade) {
            self.best = best
            self.worst = worst
        }
    }

    /// 0 to 100, unrounded: the mean of the measured axes; absent when none was measured.
    public var value: Double?
    /// The letter; absent when the missing axes could change it.
    public var grade: Grade?
    /// Whether an axis is missing, wholly or on some steps.
    public var partial: Bool
    /// The axes.
    public var axes: Axes
    /// Where a partial score could lie; absent when the score is whole, or absent.
    public var interval: Interval?
    /// The letters a partial score could have; absent when there is one grade or no score.
    public var gradeRange: GradeRange?

    /// A result from its parts.
    public init(
        value: Double?, grade: Grade?, partial: Bool, axes: Axes, interval: Interval? = nil,
        gradeRange: GradeRange? = nil
    ) {
        self.value = value
        self.grade = grade
        self.partial = partial
        self.axes = axes
        self.interval = interval
        self.gradeRange = gradeRange
    }
}
