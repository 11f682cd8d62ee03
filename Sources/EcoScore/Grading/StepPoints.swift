import Documents

/// A step's points on the axes that apply to it.
struct StepPoints {
    /// 0 to 100.
    let data: Double
    /// 0 to 100; `nil` where energy or its reference wasn't measured.
    let energy: Double?
    /// 0 to 100; `nil` where it wasn't measured, or doesn't apply.
    let time: Double?
    /// Whether the step ends with a screen to wait for.
    let timeApplies: Bool

    /// The points of a step; `referenceWatts` is the mean power of the same device at rest in the same session.
    init(_ step: Step, device: DeviceClass, referenceWatts: Double?, profile: ScoreProfile) {
        self.init(
            StepFigures(step), isRest: step.isRest, device: device, referenceWatts: referenceWatts, profile: profile)
    }

    /// The points of figures that a step has, or would have.
    init(
        _ figures: StepFigures, isRest: Bool, device: DeviceClass, referenceWatts: Double?, profile: ScoreProfile
    ) {
        timeApplies = !isRest
        let bytes = Double(figures.bytes)
        // A rest without duration has no rate: its bytes count as they are.
        data = profile.data.points(
            isRest && figures.seconds > 0 ? bytes * profile.restSeconds / figures.seconds : bytes)
        energy =
            if let joules = figures.joules, let referenceWatts, figures.seconds > 0 {
                profile.energy.points(joules / figures.seconds / referenceWatts)
            } else {
                nil
            }
        time = isRest ? nil : figures.displaySeconds.map(profile.time(device).points)
    }

    /// Adds these points to the tallies of a step or a journey.
    func add(data: inout AxisTally, energy: inout AxisTally, time: inout AxisTally, weight: Double) {
        data.add(self.data, weight: weight)
        energy.add(self.energy, weight: weight)
        if timeApplies { time.add(self.time, weight: weight) }
    }
}

extension EcoscoreResult {
    /// The score of steps with their weights.
    init(_ steps: [(points: StepPoints, weight: Double)], grades: GradeScale) {
        var (data, energy, time) = (AxisTally(), AxisTally(), AxisTally())
        for step in steps { step.points.add(data: &data, energy: &energy, time: &time, weight: step.weight) }
        self.init(data: data, energy: energy, time: time, grades: grades)
    }
}
