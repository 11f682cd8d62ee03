/// A modelled figure as a range: coherent low, central and high cases, not a confidence interval.
///
/// Invariant: `low ≤ central ≤ high`. The unit is said by whatever holds it.
public struct Estimate: Hashable, Codable, Sendable {
    /// Every factor at its favourable end.
    public let low: Double
    /// Every factor at its central value.
    public let central: Double
    /// Every factor at its unfavourable end.
    public let high: Double

    /// A range from its three figures.
    ///
    /// - Returns: `nil` if they are not finite or not in order.
    public init?(low: Double, central: Double, high: Double) {
        guard low.isFinite, high.isFinite, low <= central, central <= high else { return nil }
        (self.low, self.central, self.high) = (low, central, high)
    }

    /// A figure known without a range.
    public init(exactly value: Double) {
        (low, central, high) = (value, value, value)
    }

    private init(unchecked low: Double, _ central: Double, _ high: Double) {
        (self.low, self.central, self.high) = (low, central, high)
    }

    /// Nothing.
    public static var zero: Estimate { Estimate(exactly: 0) }

    /// The sum, end by end: factors are taken to err together, which keeps the range wide.
    public static func + (lhs: Estimate, rhs: Estimate) -> Estimate {
        Estimate(unchecked: lhs.low + rhs.low, lhs.central + rhs.central, lhs.high + rhs.high)
    }

    /// Adds end by end.
    public static func += (lhs: inout Estimate, rhs: Estimate) {
        lhs = lhs + rhs
    }

    /// Reads the three figures.
    ///
    /// - Throws: `DecodingError` if they are not in order.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let figures = try (
            container.decode(Double.self, forKey: .low), container.decode(Double.self, forKey: .central),
            container.decode(Double.self, forKey: .high)
        )
        guard let value = Estimate(low: figures.0, central: figures.1, high: figures.2) else {
            throw DecodingError.dataCorruptedError(
                forKey: .central, in: container,
                debugDescription: "low \(figures.0), central \(figures.1), high \(figures.2) are not in order")
        }
        self = value
    }
}
