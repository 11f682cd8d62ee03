public import Documents

extension JourneyScore {
    /// Puts the sides of one use together, each measured by itself: a teleconsultation's patient and professional.
    ///
    /// Scores are averaged (ANS, requirement ETH 32, industriels.esante.gouv.fr/faq-des-industriels/8957), footprints are added (a
    /// convention of this project). Steps, hot spots and leads are those of each side, in `sides`.
    ///
    /// - Parameters:
    ///   - sides: the score of each side, at least two, by the same factors and profile.
    ///   - profile: gives the letter of the mean.
    ///   - terms: of them the projection and the comparisons are computed anew, of the sum.
    /// - Throws: `ScoringError` if they are not of one application.
    public init(sides: [JourneyScore], profile: ScoreProfile, terms: ScoringTerms = ScoringTerms()) throws(ScoringError)
    {
        guard let first = sides.first, sides.count > 1 else { throw .noMeasurement }
        for side in sides.dropFirst() {
            let (one, other) = (first.measurements.first?.application, side.measurements.first?.application)
            guard one == other else { throw .mixed(.application, first: one ?? "none", other: other ?? "none") }
        }
        let indicators = Indicators.sum(sides.map(\.indicators))
        self.init(
            tool: first.tool, statement: first.statement, measurements: sides.flatMap(\.measurements),
            factorSet: first.factorSet, profile: first.profile, indicators: indicators,
            ecoscore: EcoscoreResult(meanOf: sides.map(\.ecoscore), grades: profile.grades), steps: [], hotSpots: [],
            leads: [], warnings: sides.flatMap(\.warnings).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            factors: Self.factors(ofSides: sides), projection: terms.projection(of: indicators),
            comparisons: terms.comparisons(of: indicators),
            modelledTime: first.modelledTime, sides: sides)
    }
}

extension JourneyScore {
    /// The factors behind the indicators of all sides, each once.
    private static func factors(ofSides sides: [JourneyScore]) -> [UsedFactor] {
        sides.flatMap { $0.factors ?? [] }.reduce(into: [UsedFactor]()) { if !$0.contains($1) { $0.append($1) } }
            .sorted { $0.id < $1.id }
    }
}

extension EcoscoreResult {
    /// The mean of scores, each of equal weight; none where one side has none.
    init(meanOf results: [EcoscoreResult], grades: GradeScale) {
        func mean(_ values: [Double?]) -> Double? {
            let known = values.compactMap(\.self)
            return known.count == values.count ? known.reduce(0, +) / Double(known.count) : nil
        }
        func axis(_ axis: KeyPath<Axes, Axis>) -> Axis {
            let axes = results.map { $0.axes[keyPath: axis] }
            return Axis(value: mean(axes.map(\.value)), coverage: mean(axes.map(\.coverage)) ?? 0)
        }
        let partial = results.contains(where: \.partial)
        let axes = Axes(data: axis(\.data), energy: axis(\.energy), time: axis(\.time))
        guard let value = mean(results.map(\.value)) else {
            self.init(value: nil, grade: nil, partial: partial, axes: axes)
            return
        }
        guard partial, let low = mean(results.map { $0.interval?.low ?? $0.value }),
            let high = mean(results.map { $0.interval?.high ?? $0.value })
        else {
            self.init(value: value, grade: grades.grade(value), partial: partial, axes: axes)
            return
        }
        self.init(value: value, partial: axes, interval: Interval(low: low, high: high), grades: grades)
    }
}
