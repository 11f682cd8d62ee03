import Documents

/// What a journey's impacts are computed from: the sum over its steps of each one's mean over its walks.
struct JourneyAmounts {
    private var values: [ImpactFormula.Amount: Double] = [:]

    subscript(amount: ImpactFormula.Amount) -> Double { values[amount] ?? 0 }

    /// The amounts of measurements of one journey.
    init(_ measurements: [JourneyMeasurement]) {
        var walks: [String: [Step]] = [:]
        for step in measurements.flatMap(\.steps) where step.isScored { walks[step.id, default: []].append(step) }
        for (_, steps) in walks.sorted(by: { $0.key < $1.key }) {
            let share = 1 / Double(steps.count)
            for step in steps { add(step, share) }
        }
    }

    private mutating func add(_ step: Step, _ share: Double) {
        let ratio = step.useRatio
        let hours = step.seconds * ratio / 3600
        // As the model rounds them.
        let bytes = ratio == 1 ? step.exchangedBytes : Int(nearest: Double(step.exchangedBytes) * ratio)
        values[.data, default: 0] += share * Double(bytes) / 1e9
        values[.time, default: 0] += share * hours
        if let joules = step.deviceJoules {
            values[.energy, default: 0] += share * joules * ratio / 3.6e6
        } else {
            values[.unmeasuredTime, default: 0] += share * hours
        }
    }
}
