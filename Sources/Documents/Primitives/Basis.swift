/// How a figure came to be known.
public enum Basis: String, Codable, Sendable, CaseIterable {
    /// Observed by an instrument.
    case measured
    /// Computed by a model from something observed.
    case modelled
    /// Not known.
    case absent
}
