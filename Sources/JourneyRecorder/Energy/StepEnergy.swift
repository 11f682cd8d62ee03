public import Documents

/// What a series says of the energy of a step.
public enum StepEnergy: Hashable, Sendable {
    /// Joules used while the step was walked, pauses left out.
    case measured(joules: Double)
    /// The series has a gap in the step, begins after its start or ends before its end: nothing is extrapolated.
    case notCovered
    /// The step is shorter than two readings of the series.
    case tooShort(seconds: Double, periodSeconds: Double)
    /// The step has no end, or lasted no time.
    case notWalked

    /// A step shows fewer readings than this: its energy would be that of its neighbours (a convention of this
    /// project; one reading tells no more than that the device was on).
    static let fewestPeriods = 2.0

    /// The energy as the Measurement has it: absent unless measured.
    ///
    /// - Parameter scope: what the series is of.
    /// - Returns: joules, and the part of the device that they are of.
    public func energy(of scope: EnergySeries.Scope) -> Step.Energy {
        guard case .measured(let joules) = self else { return Step.Energy() }
        let part: Step.Energy.Part? =
            switch scope {
            case .device: nil
            case .rails: .rails
            case .processor: .processor
            }
        return Step.Energy(joules: joules, basis: .measured, part: part)
    }
}

extension EnergySeries {
    /// The energy of a step: the sum over its parts between pauses.
    ///
    /// Measured only if the series covers every part from its first to its last moment, and the step lasts at least
    /// twice as long as the series' usual distance between readings and as the pieces that the step's borders cut.
    ///
    /// - Parameter step: a step that has an end; see `Timeline.closing(at:)`.
    /// - Returns: the energy, or why there is none.
    public func energy(of step: WalkedStep) -> StepEnergy {
        var sum = 0.0
        var length: Int64 = 0
        var piece = periodNanoseconds
        for part in step.segments {
            guard let end = part.end, part.start < end else { return .notWalked }
            guard let joules = joules(in: part.start..<end) else { return .notCovered }
            sum += joules
            // Covered, and so within the series, whose times are of one sign.
            length += end.nanoseconds - part.start.nanoseconds
            piece = max(piece, cutLength(at: part.start), cutLength(at: end))
        }
        guard length > 0 else { return .notWalked }
        guard Double(length) >= StepEnergy.fewestPeriods * Double(piece) else {
            return .tooShort(seconds: Double(length) / 1e9, periodSeconds: Double(piece) / 1e9)
        }
        return .measured(joules: sum)
    }
}
