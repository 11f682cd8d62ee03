extension Step {
    /// Whether it is part of the journey, rather than something to compare the journey with.
    package var isScored: Bool { type != .reference && type != .baseline }
}

extension JourneyMeasurement {
    /// The iterations of its scored steps, ascending, one a walk of the journey.
    ///
    /// `StepScore.iteration` counts walks by their place here, from 1: iterations may be any numbers.
    package var scoredIterations: [Int] {
        Set(steps.lazy.filter(\.isScored).map(\.iteration)).sorted()
    }
}
