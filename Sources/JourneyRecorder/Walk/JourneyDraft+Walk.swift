public import Documents

/// Journeys for walks that were made without one.
extension JourneyDraft {
    /// Percent that a proposed budget lies above what was walked (issue "Recording beside a device").
    public static let margin = 10

    /// A draft from the names of steps, all of them actions.
    ///
    /// - Parameter names: the steps, in the order in which they are to be walked; of equal ones, the first counts.
    public init(steps names: [String]) {
        var known: Set<String> = []
        self.init(
            id: "walk", title: LocalizedText("walk"), application: Self.exampleApplication,
            steps: names.filter { $0.isShowable && known.insert($0).inserted }.map {
                Step(id: $0, title: LocalizedText($0), type: .action)
            })
    }

    /// A draft of what was walked, with a budget for each step: `margin` percent above the most that it took.
    ///
    /// - Parameters:
    ///   - measurement: the walk.
    ///   - planned: steps that were to be walked: they stay, without a budget where they weren't.
    public init(_ measurement: JourneyMeasurement, planned: [String] = []) {
        self.init(steps: planned + measurement.steps.map(\.id))
        for step in measurement.steps {
            let bytes = (step.withoutBackground ?? step.traffic).both.ipBytes
            guard let index = steps.firstIndex(where: { $0.id == step.id }) else { continue }
            // In two terms, so that no sum of bytes can overflow; rounded up.
            let share = 100 / Self.margin
            let budget = bytes + bytes / share + (bytes % share == 0 ? 0 : 1)
            steps[index].budgetBytes = max(steps[index].budgetBytes ?? 0, budget)
        }
    }
}
