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
    init(
        _ step: Step, device: DeviceClass, referenceWatts: Double?, profile: ScoreProfile,
        acceptsModelledTime: Bool = false
    ) {
        let isRest = step.isRest
        timeApplies = !isRest
        let bytes = Double(step.exchangedBytes)
        // A rest without duration has no rate: its bytes count as they are.
        data = profile.curve(of: .data, step.type, device).points(
            isRest && step.seconds > 0 ? bytes * profile.restSeconds / step.seconds : bytes)
        energy =
            if let joules = step.measuredJoules, let referenceWatts, step.seconds > 0 {
                profile.curve(of: .energy, step.type, device).points(joules / step.seconds / referenceWatts)
            } else {
                nil
            }
        let seconds = step.measuredDisplaySeconds ?? (acceptsModelledTime ? step.displayTime.seconds : nil)
        time = isRest ? nil : seconds.map(profile.curve(of: .time, step.type, device).points)
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
