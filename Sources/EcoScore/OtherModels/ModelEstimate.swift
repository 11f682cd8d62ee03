public import Documents

/// What the model of another tool says of a journey's traffic: to be shown beside our indicators, never mixed with them.
public struct ModelEstimate: Hashable, Sendable {
    /// A short identifier, such as `swd4`.
    public let id: String
    /// The model's name.
    public let name: String
    /// Its version, a number or the date of the code that was read.
    public let version: String
    /// Greenhouse gas in gCO2e, at the model's own constants; not negative.
    public let grams: Double
    /// The same if all hosting ran on renewables, which traffic can't show; absent where the model makes no difference.
    public let gramsWithGreenHosting: Double?
    /// What is in the figure, in English and French.
    public let counts: LocalizedText
    /// What isn't, in English and French.
    public let doesNotCount: LocalizedText
    /// The licence of the code where the constants were read; none of that code is here.
    public let licence: String
    /// Where the model's formula and constants were read: files at a commit; at least one.
    public let sources: [Factor.Source]

    init(_ sheet: ModelSheet, grams: Double, withGreenHosting: Double? = nil) {
        (id, name, version) = (sheet.id, sheet.name, sheet.version)
        self.grams = grams
        gramsWithGreenHosting = withGreenHosting
        (counts, doesNotCount) = (sheet.counts, sheet.doesNotCount)
        (licence, sources) = (sheet.licence, sheet.sources)
    }
}
