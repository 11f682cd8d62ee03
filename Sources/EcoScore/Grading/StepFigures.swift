import Documents

/// What a step's points and impacts follow from.
struct StepFigures: Hashable {
    /// Data exchanged, IP bytes both ways.
    var bytes: Int
    /// Duration.
    var seconds: Double
    /// Energy of the device; `nil` where it wasn't measured.
    var joules: Double?
    /// Time to display; `nil` where it wasn't measured.
    var displaySeconds: Double?

    init(_ step: Step) {
        bytes = step.exchangedBytes
        seconds = step.seconds
        joules = step.measuredJoules
        displaySeconds = step.measuredDisplaySeconds
    }

    /// Changes the duration at the same mean power.
    mutating func setSeconds(_ new: Double) {
        if let joules, seconds > 0 { self.joules = joules * (new / seconds) }
        seconds = new
    }

    /// Changes the time to display, and the duration by as many seconds; nothing where it wasn't measured.
    mutating func scaleDisplay(by factor: Double) {
        guard let displaySeconds else { return }
        let new = displaySeconds * factor
        setSeconds(max(0, seconds - (displaySeconds - new)))
        self.displaySeconds = new
    }
}
