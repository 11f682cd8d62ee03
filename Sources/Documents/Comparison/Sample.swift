/// What the runs of one figure have in common.
public struct Sample: Hashable, Codable, Sendable {
    /// How many runs have a value; at least 1.
    public var runs: Int
    /// Their mean.
    public var mean: Double
    /// The standard deviation of a sample (n − 1); absent for one run.
    public var standardDeviation: Double?
    /// The value in the middle; of an even number, the mean of the two in the middle.
    public var median: Double
    /// The least value.
    public var minimum: Double
    /// The greatest value.
    public var maximum: Double

    /// The sample of some values; `nil` if there are none, or one isn't finite.
    public init?(_ values: [Double]) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        let sorted = values.sorted()
        runs = sorted.count
        let count = Double(sorted.count)
        let first = sorted[0]
        let sum = sorted.reduce(0, +)
        // Where the sum of finite figures is none, they are divided first.
        let mean = sum.isFinite ? sum / count : sorted.reduce(0) { $0 + $1 / count }
        // Of equal values the mean is that value, to the last digit.
        self.mean = first == sorted[sorted.count - 1] ? first : mean
        if sorted.count > 1 {
            let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / (count - 1) }
            standardDeviation =
                first == sorted[sorted.count - 1] ? 0 : min(squares.squareRoot(), .greatestFiniteMagnitude)
        }
        let middle = sorted.count / 2
        median = sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
        minimum = first
        maximum = sorted[sorted.count - 1]
    }

    /// Whether all values are equal.
    public var isConstant: Bool { minimum == maximum }
}
