/// What a journey amounts to over a year, walked by so many people so often.
public struct Projection: Hashable, Codable, Sendable {
    /// How many people.
    public var users: Double
    /// How often each walks the journey in a year.
    public var journeysPerYear: Double
    /// The journey's indicators times both.
    public var indicators: Indicators

    /// A projection from its parts.
    public init(users: Double, journeysPerYear: Double, indicators: Indicators) {
        self.users = users
        self.journeysPerYear = journeysPerYear
        self.indicators = indicators
    }
}

/// How long a step is used, other than it was measured: its impacts are in proportion to it.
public struct UseLength: Hashable, Codable, Sendable {
    /// How long it was measured, in seconds.
    public var measuredSeconds: Double
    /// How long it is used, as the journey declares it, in seconds.
    public var declaredSeconds: Double

    /// A length of use.
    public init(measuredSeconds: Double, declaredSeconds: Double) {
        self.measuredSeconds = measuredSeconds
        self.declaredSeconds = declaredSeconds
    }
}

/// An impact said as a number of things that everybody knows.
public struct Comparison: Hashable, Codable, Sendable {
    /// The impact's unit: `kgCO2e`, `L` or `m2.year`.
    public var unit: String
    /// How many; the range is that of the impact.
    public var count: Estimate
    /// Of what.
    public var thing: LocalizedText
    /// The impact of one, in the unit.
    public var amount: Double
    /// Where that stands.
    public var source: String

    /// A comparison from its parts.
    public init(unit: String, count: Estimate, thing: LocalizedText, amount: Double, source: String) {
        self.unit = unit
        self.count = count
        self.thing = thing
        self.amount = amount
        self.source = source
    }
}

/// What another tool's public model would say of the journey, in gCO2e, to compare.
public struct ModelFigure: Hashable, Codable, Sendable {
    /// Its identifier.
    public var id: String
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String
    /// Greenhouse gas, in gCO2e; other models give no range.
    public var grams: Double
    /// The same with green hosting, where the model knows that.
    public var gramsWithGreenHosting: Double?
    /// What it leaves out.
    public var doesNotCount: LocalizedText

    /// A model's figure.
    public init(
        id: String, name: String, version: String, grams: Double, gramsWithGreenHosting: Double?,
        doesNotCount: LocalizedText
    ) {
        self.id = id
        self.name = name
        self.version = version
        self.grams = grams
        self.gramsWithGreenHosting = gramsWithGreenHosting
        self.doesNotCount = doesNotCount
    }
}
