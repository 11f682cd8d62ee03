import Documents

/// What else is asked of a score, beside factors and profile.
public struct ScoringTerms: Sendable {
    /// How many people walk the journey how often in a year; no projection unless given.
    public var use: (users: Double, journeysPerYear: Double)?
    /// Whether display time that was told from traffic alone feeds its axis; it never does unless asked for.
    public var acceptsModelledTime: Bool
    /// What impacts are compared with; nothing unless given.
    public var comparisons: EverydayComparisons?
    /// Other tools' models whose figures stand beside ours; none unless given.
    public var models: OtherModels?

    /// Terms; nothing asked for unless given.
    public init(
        use: (users: Double, journeysPerYear: Double)? = nil, acceptsModelledTime: Bool = false,
        comparisons: EverydayComparisons? = nil, models: OtherModels? = nil
    ) {
        self.use = use
        self.acceptsModelledTime = acceptsModelledTime
        self.comparisons = comparisons
        self.models = models
    }

    /// A projection of a journey's indicators over a year.
    func projection(of indicators: Indicators) -> Projection? {
        use.map { use in
            Projection(
                users: use.users, journeysPerYear: use.journeysPerYear,
                indicators: .scaled(indicators, by: use.users * use.journeysPerYear))
        }
    }

    /// What a journey's indicators amount to.
    func comparisons(of indicators: Indicators) -> [Comparison]? {
        guard let comparisons else { return nil }
        return [indicators.ghg, indicators.water, indicators.land].compactMap { indicator in
            Estimate(low: indicator.low, central: indicator.central, high: indicator.high)
                .flatMap { comparisons.comparison(of: $0, unit: indicator.unit) }
                .map { found in
                    Comparison(
                        unit: indicator.unit, count: found.count, thing: found.thing.text, amount: found.thing.amount,
                        source: found.thing.sources.map { $0.address ?? $0.title }.joined(separator: " "))
                }
        }
    }
}

extension ModelFigure {
    /// A model's estimate as a score carries it.
    init(_ estimate: ModelEstimate) {
        self.init(
            id: estimate.id, name: estimate.name, version: estimate.version, grams: estimate.grams,
            gramsWithGreenHosting: estimate.gramsWithGreenHosting, doesNotCount: estimate.doesNotCount)
    }
}
