public import Documents

extension JourneyScore {
    /// Scores walks of one journey: the same inputs give the same score.
    ///
    /// Several measurements, and iterations in one, count as repeated walks: the journey is the sum of each step's mean.
    /// Steps of type `reference` and `baseline` are compared with, and aren't scored.
    ///
    /// - Parameters:
    ///   - inputs: the measurements, in the order walked.
    ///   - factors: the factors of the impact model.
    ///   - profile: the curves, weights and grades.
    ///   - terms: what else is asked for.
    ///   - tool: the program that the score names.
    /// - Throws: `ScoringError` if there is nothing to score, or the measurements don't belong together.
    public init(
        of inputs: [ScoringInput], factors: FactorSet, profile: ScoreProfile, terms: ScoringTerms = ScoringTerms(),
        tool: Tool
    ) throws(ScoringError) {
        let first = try inputs.checked()
        let measurements = inputs.map(\.measurement)
        let journey = WalkedJourney(
            measurements, model: ImpactModel(factors: factors, device: first.device.class, network: first.network),
            profile: profile, acceptsModelledTime: terms.acceptsModelledTime)
        let indicators = journey.indicators
        self.init(
            tool: tool, statement: .scoreStatement,
            measurements: inputs.map {
                MeasurementReference(
                    sha256: $0.sha256, journey: $0.measurement.journey?.id,
                    application: $0.measurement.journey?.application)
            },
            factorSet: factors.reference, profile: profile.reference, indicators: indicators,
            ecoscore: journey.ecoscore(profile), steps: journey.scores(profile), hotSpots: journey.hotSpots(profile),
            leads: journey.leads(profile), warnings: journey.warnings(repeating: measurements),
            factors: factors.used(in: indicators), projection: terms.projection(of: indicators),
            comparisons: terms.comparisons(of: indicators),
            otherModels: try terms.models?.estimates(of: inputs).map(ModelFigure.init),
            modelledTime: terms.acceptsModelledTime ? true : nil)
    }
}

extension WalkedJourney {
    /// What measurements say of their own runs alone: where there are several, the runs of all are summed up together.
    private static var aboutRuns: Set<Caveat.Code> {
        [.cacheUnstated, .runsTooFew, .spreadTooWide, .runOutlying, .moreRunsNeeded]
    }

    /// The measurements' own warnings, each once, then what wasn't measured.
    fileprivate func warnings(repeating measurements: [JourneyMeasurement]) -> [Caveat] {
        var warnings: [Caveat] = []
        for warning in measurements.flatMap(\.quality.warnings)
        where !warnings.contains(warning) && warning.code != .energyAbsent && warning.code != .displayTimeAbsent {
            if measurements.count > 1, Self.aboutRuns.contains(warning.code) { continue }
            warnings.append(warning)
        }
        let energyless = walked.count { $0.step.measuredJoules == nil }
        let unrated = walked.count { $0.points.energy == nil }
        if energyless > 0 {
            warnings.append(
                Caveat(
                    .energyAbsent,
                    "energy was not measured on \(energyless) of \(walked.count) steps: impacts use a typical power, "
                        + "the energy axis leaves them out", count: energyless))
        } else if unrated > 0 {
            warnings.append(
                Caveat(
                    .energyAbsent,
                    "energy of a reference step was not measured: the energy axis leaves out "
                        + "\(unrated) of \(walked.count) steps", count: unrated))
        }
        let timed = walked.filter(\.points.timeApplies)
        let undisplayed = timed.count { $0.points.time == nil }
        if undisplayed > 0 {
            warnings.append(
                Caveat(
                    .displayTimeAbsent,
                    "display time was not measured on \(undisplayed) of \(timed.count) steps that have one",
                    count: undisplayed))
        }
        return warnings
    }
}
