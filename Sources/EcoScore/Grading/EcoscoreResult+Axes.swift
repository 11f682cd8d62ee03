import Documents

extension EcoscoreResult {
    /// The score of three axes: the mean of those measured, and where it could lie if the gaps were known.
    ///
    /// No axis is guessed from another. An axis that applies to no step is left out and isn't missing.
    init(data: AxisTally, energy: AxisTally, time: AxisTally, grades: GradeScale) {
        let axes = Axes(data: data.axis, energy: energy.axis, time: time.axis)
        let applying = [data, energy, time].filter(\.applies)
        let points = applying.compactMap(\.axis.value)
        let partial = applying.contains { $0.axis.coverage < 1 }
        guard !points.isEmpty else {
            self.init(value: nil, grade: nil, partial: partial, axes: axes)
            return
        }
        let value = points.reduce(0, +) / Double(points.count)
        guard partial else {
            self.init(value: value, grade: grades.grade(value), partial: false, axes: axes)
            return
        }
        let ends = applying.map(\.interval)
        let interval = Interval(
            low: ends.reduce(0) { $0 + $1.low } / Double(ends.count),
            high: ends.reduce(0) { $0 + $1.high } / Double(ends.count))
        self.init(value: value, partial: axes, interval: interval, grades: grades)
    }

    /// A partial score, with a letter where both ends of the interval have the same one.
    init(value: Double, partial axes: Axes, interval: Interval, grades: GradeScale) {
        let range = GradeRange(best: grades.grade(interval.high), worst: grades.grade(interval.low))
        let single = range.best == range.worst
        self.init(
            value: value, grade: single ? range.best : nil, partial: true, axes: axes, interval: interval,
            gradeRange: single ? nil : range)
    }
}
