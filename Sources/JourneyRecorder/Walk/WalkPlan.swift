import Documents

/// What is to be walked in a recording: a journey's steps, a number of times, or whatever comes.
public struct WalkPlan: Hashable, Sendable {
    /// The journey; without one any step may come.
    public let journey: Journey?
    /// How often it is walked, 1 or more.
    public let rounds: Int

    /// A plan.
    ///
    /// - Parameters:
    ///   - journey: the journey; without one any step may come.
    ///   - rounds: how often it is walked; at least once.
    public init(journey: Journey?, rounds: Int = 1) {
        self.journey = journey
        self.rounds = max(1, rounds)
    }

    /// The identifier of the step that a person means: by its identifier, its title, or its number in the journey.
    ///
    /// - Parameter name: what was typed.
    /// - Returns: `nil` without a journey, or if it has no such step.
    public func step(named name: String) -> String? {
        guard let steps = journey?.steps else { return nil }
        if steps.contains(where: { $0.id == name }) { return name }
        let wanted = name.lowercased()
        let titled = steps.first { $0.title.texts.values.contains { $0.lowercased() == wanted } }
        return titled?.id ?? Int(name).flatMap { steps.indices.contains($0 - 1) ? steps[$0 - 1].id : nil }
    }

    /// The iteration that a step's marker bears; `nil` where counting gives the same.
    func iteration(of step: String, at position: WalkPosition) -> Int? {
        guard rounds > 1 else { return nil }
        let isWalked = position.timeline.steps.contains { $0.step.id == step && $0.iteration == position.round }
        return isWalked ? nil : position.round
    }
}
