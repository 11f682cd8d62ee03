import Documents

/// One walk of a step, with its impacts and points.
struct WalkedStep {
    let step: Step
    /// Its position in `WalkedJourney.walked`.
    let index: Int
    /// Which walk of the journey, from 1, over all measurements.
    let walk: Int
    let indicators: Indicators
    /// What its points follow from.
    let figures: StepFigures
    let points: StepPoints
    /// Mean power of the same device at rest in the same session; `nil` if it wasn't measured.
    let referenceWatts: Double?
}

/// All walks of one step.
struct StepWalks {
    let id: String
    let walks: [WalkedStep]
    /// The mean of the walks; kept, because every measure of hot spots asks for it.
    let indicators: Indicators

    /// Walks of one step, at least one.
    init(_ id: String, _ walks: [WalkedStep]) {
        self.id = id
        self.walks = walks
        indicators = .mean(walks.map(\.indicators))
    }

    var count: Double { Double(walks.count) }
    var critical: Bool { walks.contains { $0.step.critical } }
    var meanBytes: Double { walks.reduce(0) { $0 + Double($1.step.exchangedBytes) } / count }
    var meanSeconds: Double { walks.reduce(0) { $0 + $1.step.seconds } / count }
    /// Absent if a walk wasn't measured.
    var meanJoules: Double? {
        let joules = walks.compactMap(\.step.measuredJoules)
        return joules.count == walks.count ? joules.reduce(0, +) / count : nil
    }
}

/// The steps of a journey over all its walks; steps to compare with are left out.
struct WalkedJourney {
    /// In the order walked.
    let walked: [WalkedStep]
    /// The same by step, in the order of their first walk.
    let steps: [StepWalks]
    let model: ImpactModel
    let walks: Int

    init(
        _ measurements: [JourneyMeasurement], model: ImpactModel, profile: ScoreProfile,
        acceptsModelledTime: Bool = false
    ) {
        var walked: [WalkedStep] = []
        var earlier = 0
        for measurement in measurements {
            let reference = measurement.referenceWatts
            let scored = measurement.steps.filter(\.isScored)
            let iterations = measurement.scoredIterations
            for step in scored {
                let figures = StepFigures(step, acceptsModelledTime: acceptsModelledTime)
                walked.append(
                    WalkedStep(
                        step: step, index: walked.count,
                        walk: earlier + 1 + (iterations.firstIndex(of: step.iteration) ?? 0),
                        indicators: model.indicators(of: step),
                        figures: figures,
                        points: StepPoints(
                            figures, of: step.type, device: measurement.device.class, referenceWatts: reference,
                            profile: profile),
                        referenceWatts: reference))
            }
            earlier += iterations.count
        }
        var steps: [(id: String, walks: [WalkedStep])] = []
        var positions: [String: Int] = [:]
        for step in walked {
            if let position = positions[step.step.id] {
                steps[position].walks.append(step)
            } else {
                positions[step.step.id] = steps.count
                steps.append((step.step.id, [step]))
            }
        }
        self.walked = walked
        self.steps = steps.map(StepWalks.init)
        self.model = model
        walks = earlier
    }

    /// The sum over the steps of each one's mean over its walks.
    var indicators: Indicators { .sum(steps.map(\.indicators)) }

    /// Steps weigh by whether they are critical, where the journey marks any; walks of a step share its weight.
    ///
    /// - Parameters:
    ///   - profile: weights and grades.
    ///   - other: points that walks would have instead of theirs, by position in `walked`.
    /// - Returns: the journey's score.
    func ecoscore(_ profile: ScoreProfile, replacing other: [Int: StepPoints] = [:]) -> EcoscoreResult {
        EcoscoreResult(
            weightedSteps(profile).map { (points: other[$0.step.index] ?? $0.step.points, weight: $0.weight) },
            grades: profile.grades)
    }

    /// The walks of all steps, each with what it weighs in the score.
    func weightedSteps(_ profile: ScoreProfile) -> [(step: WalkedStep, weight: Double)] {
        let marked = steps.contains(where: \.critical)
        return steps.flatMap { step in
            let weight = marked ? (step.critical ? profile.criticalWeight : profile.otherWeight) : 1
            return step.walks.map { ($0, weight / step.count) }
        }
    }

    /// Each walk of a step with its part of that walk of the journey.
    func scores(_ profile: ScoreProfile) -> [StepScore] {
        let byWalk = Dictionary(grouping: walked, by: \.walk).mapValues(WalkTotals.init)
        return walked.map { step in
            StepScore(
                id: step.step.id, title: step.step.title, iteration: walks > 1 ? step.walk : nil,
                indicators: step.indicators,
                ecoscore: EcoscoreResult([(step.points, 1)], grades: profile.grades),
                share: byWalk[step.walk]?.share(of: step) ?? StepScore.Share(data: nil, energy: nil, ghg: nil),
                use: step.step.useRatio == 1
                    ? nil
                    : step.step.useSeconds.map {
                        UseLength(measuredSeconds: step.step.seconds, declaredSeconds: $0)
                    })
        }
    }
}

extension ImpactModel {
    /// The indicators of a step, in proportion to how long it is used.
    fileprivate func indicators(of step: Step) -> Indicators {
        let ratio = step.useRatio
        return indicators(
            bytes: ratio == 1 ? step.exchangedBytes : Int(nearest: Double(step.exchangedBytes) * ratio),
            seconds: step.seconds * ratio, joules: step.deviceJoules.map { $0 * ratio })
    }
}

/// What one walk of the journey weighs.
private struct WalkTotals {
    let bytes: Double
    /// Absent if a step wasn't measured: shares of a part would mislead.
    let joules: Double?
    let ghg: Double

    init(_ steps: [WalkedStep]) {
        bytes = steps.reduce(0) { $0 + Double($1.step.exchangedBytes) }
        let joules = steps.compactMap(\.step.measuredJoules)
        self.joules = joules.count == steps.count ? joules.reduce(0, +) : nil
        ghg = steps.reduce(0) { $0 + $1.indicators.ghg.central }
    }

    func share(of step: WalkedStep) -> StepScore.Share {
        StepScore.Share(
            data: part(Double(step.step.exchangedBytes), of: bytes),
            energy: joules.flatMap { total in step.step.measuredJoules.flatMap { part($0, of: total) } },
            ghg: part(step.indicators.ghg.central, of: ghg))
    }
}

/// A part of a whole, 0 to 1; `nil` of nothing.
func part(_ value: Double, of whole: Double) -> Double? {
    whole > 0 ? min(1, value / whole) : nil
}
