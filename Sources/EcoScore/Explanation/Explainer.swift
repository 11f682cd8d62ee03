public import Documents

/// Explains what a score is made of: indicators, axes, factors and leads, as far as its own data say; words are `Report`'s.
public struct Explainer: Sendable {
    /// A run whose own numbers are put into formulas.
    public struct Run: Sendable {
        /// Its measurements, each a walk or several of one journey.
        public var measurements: [JourneyMeasurement]
        /// Its score.
        public var score: JourneyScore

        /// A run with its score.
        public init(measurements: [JourneyMeasurement], score: JourneyScore) {
            (self.measurements, self.score) = (measurements, score)
        }
    }

    private let factors: FactorSet
    private let profile: ScoreProfile
    private let device: DeviceClass
    private let network: NetworkKind

    /// An explainer of a factor set and a profile.
    ///
    /// - Parameters:
    ///   - factors: the factors of the impact model.
    ///   - profile: curves, weights, grades, and the leads that it names.
    ///   - device: the terminal whose factors formulas name.
    ///   - network: the network, likewise.
    public init(factors: FactorSet, profile: ScoreProfile, device: DeviceClass, network: NetworkKind) {
        (self.factors, self.profile, self.device, self.network) = (factors, profile, device, network)
    }

    /// Everything that can be explained from data, in the order of a listing: kind and identifier.
    public var subjects: [(kind: Explanation.Kind, id: String)] {
        ImpactFormula.Impact.allCases.map { (.indicator, $0.rawValue) } + [(.score, Self.score)]
            + Self.axes.map { (.axis, $0) } + factors.factors.map { (.factor, $0.id) }
            + profile.leads.rules.map { (.lead, $0.id) }
    }

    /// The identifier of the écoscore.
    public static let score = "ecoscore"
    /// The identifiers of its axes.
    static let axes = ["data", "energy", "time"]

    /// An explanation without words.
    ///
    /// - Parameters:
    ///   - kind: what is asked for.
    ///   - id: its identifier.
    ///   - run: the run whose numbers are put in; none unless given.
    /// - Returns: `nil` for what isn't among `subjects`.
    public func explanation(_ kind: Explanation.Kind, _ id: String, run: Run? = nil) -> Explanation? {
        switch kind {
        case .indicator: ImpactFormula.Impact(rawValue: id).map { indicator($0, run) }
        case .score: id == Self.score ? ecoscore(run) : nil
        case .axis: Self.axes.contains(id) ? axis(id, run) : nil
        case .factor: factors[id].map(factor)
        case .lead: profile.leads.rules.first { $0.id == id }.map(lead)
        case .warning, .term: nil
        }
    }

    private func indicator(_ impact: ImpactFormula.Impact, _ run: Run?) -> Explanation {
        let formula = ImpactFormula(factors: factors, device: device, network: network)
        let amounts = run.flatMap { $0.measurements.isEmpty ? nil : JourneyAmounts($0.measurements) }
        let scored = run?.score.indicators[impact]
        let parts = Indicator.Part.allCases.map { part -> Explanation.Part in
            var products = formula.products(impact, part)
            if let amounts, part == .terminalUse {
                // Of the two ways to tell the terminal's electricity those that the run needs.
                products = [(products[0], amounts[.energy]), (products[1], amounts[.unmeasuredTime])]
                    .filter { $0.1 > 0 }.map(\.0)
                if products.isEmpty { products = Array(formula.products(impact, part).suffix(1)) }
            }
            let terms = amounts.map { amounts in products.map { formula.terms($0, amounts) } }
            return Explanation.Part(
                id: part.rawValue, expression: products.map(formula.text).joined(separator: " + "), products: terms,
                value: terms.map { $0.map(ImpactFormula.value).reduce(.zero, +) } ?? scored?.parts[part])
        }
        let used = Set(
            Indicator.Part.allCases.flatMap { formula.products(impact, $0) }.flatMap(formula.factorIDs))
        let values = parts.compactMap(\.value)
        return Explanation(
            kind: .indicator, id: impact.rawValue,
            formula: Explanation.Formula(symbols: [], parts: parts), unit: impact.unit,
            range: values.count == parts.count ? values.reduce(.zero, +) : nil,
            factors: factors.factors.filter { used.contains($0.id) }.map(UsedFactor.init))
    }

    private func factor(_ factor: Factor) -> Explanation {
        Explanation(
            kind: .factor, id: factor.id, meaning: factor.covers, doesNotCover: factor.doesNotCover,
            unit: factor.unit, range: factor.value, sources: UsedFactor(factor).sources)
    }

    private func lead(_ rule: LeadRules.Rule) -> Explanation {
        let unit = rule.unit?.rawValue
        let figures = [
            rule.unit == nil ? nil : ("above", rule.above, unit),
            rule.stronglyAbove.map { ("stronglyAbove", $0, unit) },
            rule.toolsAbove.map { ("toolsAbove", $0, "tools") }, rule.afterSeconds.map { ("afterSeconds", $0, "s") },
        ]
        return Explanation(
            kind: .lead, id: rule.id,
            figures: figures.compactMap(\.self).map { Explanation.Figure(id: $0.0, value: $0.1, unit: $0.2) },
            criteria: rule.citations, sources: [rule.source])
    }

    private func ecoscore(_ run: Run?) -> Explanation {
        let axes = run?.score.ecoscore.axes
        let values = [axes?.data.value, axes?.energy.value, axes?.time.value]
        let parts = zip(Self.axes, values).map { id, value in
            Explanation.Part(id: id, expression: id, value: value.map(Estimate.init(exactly:)))
        }
        let figures = profile.figures
        return Explanation(
            kind: .score, id: Self.score, formula: Explanation.Formula(symbols: [], parts: parts),
            range: run?.score.ecoscore.value.map(Estimate.init(exactly:)),
            figures: figures.grades.map { Explanation.Figure(id: $0.letter, value: $0.above) }
                + [
                    Explanation.Figure(id: "criticalWeight", value: figures.criticalWeight),
                    Explanation.Figure(id: "otherWeight", value: figures.otherWeight),
                ],
            sources: [figures.gradesSource, figures.weightsSource])
    }

    private func axis(_ id: String, _ run: Run?) -> Explanation {
        let curves = profile.figures.curves.filter { $0.id == id || $0.id.hasPrefix(id + ".") }
        let points = run.flatMap { $0.measurements.isEmpty ? nil : self.points(id, $0) }
        let axes = run?.score.ecoscore.axes
        let value = id == "data" ? axes?.data.value : id == "energy" ? axes?.energy.value : axes?.time.value
        return Explanation(
            kind: .axis, id: id,
            formula: points.map { Explanation.Formula(symbols: [], parts: [], points: $0) },
            range: value.map(Estimate.init(exactly:)),
            figures: curves.flatMap { curve in
                [
                    Explanation.Figure(id: "\(curve.id) p10", value: curve.p10, unit: curve.unit),
                    Explanation.Figure(id: "\(curve.id) median", value: curve.median, unit: curve.unit),
                ]
            },
            sources: curves.map(\.source))
    }

    private func points(_ axis: String, _ run: Run) -> [Explanation.Points] {
        let journey = WalkedJourney(
            run.measurements, model: ImpactModel(factors: factors, device: device, network: network),
            profile: profile, acceptsModelledTime: run.score.modelledTime ?? false)
        return journey.weightedSteps(profile).compactMap { step, weight in
            let (figures, points) = (step.figures, step.points)
            let row: (figure: Double?, points: Double?)
            switch axis {
            case "data": row = (figures.ratedBytes(of: step.step.type, profile), points.data)
            case "energy":
                let watts = figures.joules.flatMap { figures.seconds > 0 ? $0 / figures.seconds : nil }
                row = (watts.flatMap { watts in step.referenceWatts.map { watts / $0 } }, points.energy)
            default:
                guard points.timeApplies else { return nil }
                row = (figures.displaySeconds, points.time)
            }
            return Explanation.Points(
                step: step.step.id, walk: step.walk, figure: row.figure, points: row.points, weight: weight)
        }
    }
}

extension Indicators {
    fileprivate subscript(impact: ImpactFormula.Impact) -> Indicator {
        switch impact {
        case .ghg: ghg
        case .water: water
        case .land: land
        }
    }
}
