public import Documents

extension WhatIf {
    /// Scores walks of one journey as they were measured, and as they would be with a scenario's changes, by the same function.
    ///
    /// - Parameters:
    ///   - inputs: the measurements, in the order walked.
    ///   - scenario: the changes.
    ///   - factors: the factors of the impact model.
    ///   - profile: the curves, weights and grades.
    ///   - terms: of them whether modelled display time is accepted; a scenario has no projection.
    ///   - tool: the program that the document names.
    /// - Throws: `ScoringError` as scoring does, also if the changes lead beyond what a walk can reach; `ScenarioError` if an item of the
    ///   scenario concerns nothing that was measured.
    public init(
        of inputs: [ScoringInput], scenario: Scenario, factors: FactorSet, profile: ScoreProfile,
        terms: ScoringTerms = ScoringTerms(), tool: Tool
    ) throws {
        let accepts = terms.acceptsModelledTime
        let bare = ScoringTerms(acceptsModelledTime: accepts)
        let before = try JourneyScore(of: inputs, factors: factors, profile: profile, terms: bare, tool: tool)
        let changed = try scenario.applied(to: inputs.map(\.measurement), acceptsModelledTime: accepts)
        let changedInputs = zip(inputs, changed).map { ScoringInput(measurement: $1, sha256: $0.sha256) }
        self.init(
            tool: tool, statement: .whatIfStatement, scenario: scenario.text, measurements: before.measurements,
            factorSet: before.factorSet, profile: before.profile,
            before: try Outcome(of: inputs, factors: factors, profile: profile, terms: bare),
            after: try Outcome(of: changedInputs, factors: factors, profile: profile, terms: bare),
            warnings: before.warnings)
    }
}

extension WhatIf.Outcome {
    fileprivate init(
        of inputs: [ScoringInput], factors: FactorSet, profile: ScoreProfile, terms: ScoringTerms
    ) throws {
        let first = try inputs.checked()
        let journey = WalkedJourney(
            inputs.map(\.measurement),
            model: ImpactModel(factors: factors, device: first.device.class, network: first.network), profile: profile,
            acceptsModelledTime: terms.acceptsModelledTime)
        self.init(
            bytes: journey.steps.reduce(0) { $0 + $1.meanBytes },
            seconds: journey.steps.reduce(0) { $0 + $1.meanSeconds }, indicators: journey.indicators,
            ecoscore: journey.ecoscore(profile),
            steps: journey.steps.map { step in
                WhatIf.StepOutcome(
                    id: step.id, title: step.walks.first?.step.title ?? LocalizedText(step.id), bytes: step.meanBytes,
                    seconds: step.meanSeconds, indicators: step.indicators,
                    ecoscore: EcoscoreResult(step.walks.map { ($0.points, 1) }, grades: profile.grades))
            })
    }
}
