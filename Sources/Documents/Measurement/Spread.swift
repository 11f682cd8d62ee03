/// How far apart runs of one thing lie.
///
/// The rules are in `docs/quality.md`; `JourneyRecorder` computes them.
public struct Spread: Hashable, Codable, Sendable {
    /// How many runs have a value; at least 1.
    public var runs: Int
    /// The value in the middle; of an even number, the mean of the two in the middle.
    public var median: Double
    /// The median of the distances from the median, as it is (not scaled to a standard deviation).
    public var medianAbsoluteDeviation: Double
    /// The standard deviation (of a sample: n − 1) as a fraction of the mean; absent for one run, or where the mean is nothing.
    public var coefficientOfVariation: Double?
    /// The least value.
    public var minimum: Double
    /// The greatest value.
    public var maximum: Double
    /// Half the width of the mean's confidence interval, as a fraction of the mean; absent where `coefficientOfVariation` is.
    public var relativeHalfWidth: Double?
    /// How many runs it takes until `relativeHalfWidth` is the precision that was chosen, if they go on to vary as these did.
    public var runsNeeded: Int?
    /// Runs that lie too far from the median to be of one kind with the others; absent where there are too few to tell.
    public var outliers: [Int]?

    /// A spread from its figures.
    public init(
        runs: Int, median: Double, medianAbsoluteDeviation: Double, coefficientOfVariation: Double? = nil,
        minimum: Double, maximum: Double, relativeHalfWidth: Double? = nil, runsNeeded: Int? = nil,
        outliers: [Int]? = nil
    ) {
        self.runs = runs
        self.median = median
        self.medianAbsoluteDeviation = medianAbsoluteDeviation
        self.coefficientOfVariation = coefficientOfVariation
        self.minimum = minimum
        self.maximum = maximum
        self.relativeHalfWidth = relativeHalfWidth
        self.runsNeeded = runsNeeded
        self.outliers = outliers
    }

    /// From least to greatest as a fraction of the median; `nil` where that is nothing.
    public var range: Double? { median > 0 ? (maximum - minimum) / median : nil }
}
