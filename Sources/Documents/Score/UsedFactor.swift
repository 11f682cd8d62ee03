/// A factor behind a score's figures, with where it comes from.
public struct UsedFactor: Hashable, Codable, Sendable {
    /// Its identifier, as the indicators name it.
    public var id: String
    /// Its unit.
    public var unit: String
    /// The favourable end of its range.
    public var low: Double
    /// The central figure.
    public var central: Double
    /// The unfavourable end of its range.
    public var high: Double
    /// How the central figure came to be known: `read`, `derived`, `proxy` or `convention`.
    public var confidence: String
    /// Where the figures come from: title, year and address of each source.
    public var sources: [String]

    /// A factor from its parts.
    public init(id: String, unit: String, value: Estimate, confidence: String, sources: [String]) {
        self.id = id
        self.unit = unit
        (low, central, high) = (value.low, value.central, value.high)
        self.confidence = confidence
        self.sources = sources
    }
}
