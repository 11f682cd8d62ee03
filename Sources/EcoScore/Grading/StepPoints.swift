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

    /// The points of figures that a step of a type has, or would have; `referenceWatts` is the mean power of the same device at rest in
    /// the same session.
    init(
        _ figures: StepFigures, of type: StepType, device: DeviceClass, referenceWatts: Double?, profile: ScoreProfile
    ) {
        timeApplies = !type.isRest
        data = profile.curve(of: .data, type, device).points(figures.ratedBytes(of: type, profile))
        energy =
            if let joules = figures.joules, let referenceWatts, figures.seconds > 0 {
                profile.curve(of: .energy, type, device).points(joules / figures.seconds / referenceWatts)
            } else {
                nil
            }
        time = type.isRest ? nil : figures.displaySeconds.map(profile.curve(of: .time, type, device).points)
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
