import Documents

/// What a step's points follow from.
struct StepFigures: Hashable {
    /// Data exchanged, IP bytes both ways.
    var bytes: Int
    /// Duration.
    var seconds: Double
    /// Energy of the device, or of a part of it; `nil` where it wasn't measured.
    var joules: Double?
    /// Time to display; `nil` where it isn't known.
    var displaySeconds: Double?

    /// A step's figures; a display time told from traffic alone is taken for known only if that is accepted.
    init(_ step: Step, acceptsModelledTime: Bool) {
        bytes = step.exchangedBytes
        seconds = step.seconds
        joules = step.measuredJoules
        displaySeconds = step.measuredDisplaySeconds ?? (acceptsModelledTime ? step.displayTime.seconds : nil)
    }

    /// The bytes that the data axis rates: of a rest, those of so many seconds.
    func ratedBytes(of type: StepType, _ profile: ScoreProfile) -> Double {
        let bytes = Double(bytes)
        // A rest without duration has no rate: its bytes count as they are.
        return type.isRest && seconds > 0 ? bytes * profile.restSeconds / seconds : bytes
    }

    /// Changes the duration at the same mean power.
    mutating func setSeconds(_ new: Double) {
        if let joules, seconds > 0 { self.joules = joules * (new / seconds) }
        seconds = new
    }

    /// Changes the time to display, and the duration by as many seconds; nothing where that isn't known.
    mutating func scaleDisplay(by factor: Double) {
        guard let displaySeconds else { return }
        let new = displaySeconds * factor
        setSeconds(max(0, seconds - (displaySeconds - new)))
        self.displaySeconds = new
    }
}
