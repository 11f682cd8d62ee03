public import Documents

/// Something that everybody knows, with the impact of one of it.
public struct EverydayThing: Hashable, Sendable {
    /// Its identifier, such as `ghg.car.kilometre`.
    public let id: String
    /// The unit of its impact: `kgCO2e`, `L` or `m2.year`.
    public let unit: String
    /// The impact of one, in that unit; above zero.
    public let amount: Double
    /// What follows a number of them, in English and French: "km by petrol or diesel car".
    public let text: LocalizedText
    /// What the figure stands for.
    public let covers: LocalizedText
    /// The arithmetic, where there was any.
    public let derivation: LocalizedText?
    /// How the figure came to be known.
    public let confidence: Factor.Confidence
    /// The day when the sources were read, as year-month-day.
    public let date: String
    /// Where the figure comes from; at least one.
    public let sources: [Factor.Source]

    init(_ object: StrictObject) throws(FactorError) {
        try object.allowOnly([
            "id", "unit", "amount", "text", "covers", "derivation", "confidence", "date", "sources",
        ])
        id = try object.text("id")
        unit = try object.text("unit")
        let units = [KilogramCO2e.symbol, Litre.symbol, SquareMetreYear.symbol]
        guard units.contains(unit) else { throw object.error("unit", .notOneOf(units, found: unit)) }
        amount = try object.number("amount", 1e-9...1e9)
        text = try object.localizedText("text")
        covers = try object.localizedText("covers")
        derivation = try object.localizedTextIfPresent("derivation")
        confidence = try object.oneOf("confidence")
        date = try object.day("date")
        sources = try Factor.Source.list(object)
    }
}
