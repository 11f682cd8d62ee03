public import Documents

/// Energy and display time of a walk's steps, from what was recorded beside the capture.
public struct StepMeasures: Sendable {
    /// What the Measurement says of a step.
    public struct Measures: Hashable, Sendable {
        /// Energy that the device used.
        public var energy: Step.Energy
        /// Time until it was displayed.
        public var displayTime: Step.DisplayTime
    }

    /// Something that a reader of the result must know.
    public enum Remark: Hashable, Sendable {
        /// The energy is that of a part of the device.
        case partOfDevice(EnergySeries.Scope)
        /// The series doesn't cover the step, whose energy is therefore absent.
        case energyNotCovered(step: Int)
        /// The series has too few readings for the step, whose energy is therefore absent.
        case energyTooCoarse(step: Int, seconds: Double, periodSeconds: Double)
        /// No step is covered by the series at all: its clock is probably another one than the capture's.
        case energyOfAnotherTime(series: Range<Timestamp>, walk: Range<Timestamp>)
    }

    /// For each step in the order walked.
    public let steps: [Measures]
    /// What a reader must know, in the order of the steps.
    public let remarks: [Remark]

    /// The measures of a timeline's steps.
    ///
    /// - Parameters:
    ///   - timeline: the steps, each with an end; see `Timeline.closing(at:)`.
    ///   - energy: the energy of the device; absent if it wasn't recorded.
    ///   - displays: when the steps were displayed.
    public init(_ timeline: Timeline, energy: EnergySeries?, displays: StepDisplays) {
        let energies = timeline.steps.map { step in energy?.energy(of: step) }
        steps = timeline.steps.indices.map { index in
            let display = displays.steps.indices.contains(index) ? displays.steps[index] : nil
            return Measures(
                energy: energy.flatMap { energies[index]?.energy(of: $0.scope) } ?? Step.Energy(),
                displayTime: display?.displayTime ?? Step.DisplayTime())
        }
        remarks = energy.map { Self.remarks($0, energies.compactMap(\.self), timeline) } ?? []
    }

    private static func remarks(
        _ series: EnergySeries, _ energies: [StepEnergy], _ timeline: Timeline
    ) -> [Remark] {
        var remarks: [Remark] = []
        if series.scope != .device { remarks.append(.partOfDevice(series.scope)) }
        let isElsewhere = !energies.isEmpty && energies.allSatisfy { $0 == .notCovered || $0 == .notWalked }
        if isElsewhere, let first = timeline.steps.first?.start, let last = timeline.steps.last?.end, first <= last,
            last <= series.start || first >= series.end
        {
            return remarks + [.energyOfAnotherTime(series: series.start..<series.end, walk: first..<last)]
        }
        for (index, energy) in energies.enumerated() {
            switch energy {
            case .notCovered: remarks.append(.energyNotCovered(step: index))
            case .tooShort(let seconds, let period):
                remarks.append(.energyTooCoarse(step: index, seconds: seconds, periodSeconds: period))
            case .measured, .notWalked: break
            }
        }
        return remarks
    }
}

extension StepMeasures.Remark {
    /// The warning that a Measurement carries.
    func caveat(_ steps: [WalkedStep]) -> Caveat {
        switch self {
        case .partOfDevice: Caveat(.energyOfPart, description)
        case .energyNotCovered(let step), .energyTooCoarse(let step, _, _):
            Caveat(.energyNotCovered, description, step: steps[step].step.id)
        case .energyOfAnotherTime: Caveat(.energyOfAnotherTime, description)
        }
    }
}

extension StepMeasures.Remark: CustomStringConvertible {
    /// The sentence for a person; steps are counted from 1, in the order walked.
    public var description: String {
        switch self {
        case .partOfDevice(.rails): "The energy is that of the power rails that were read, not of the whole device"
        case .partOfDevice: "The energy is that of processor and memory; the screen and the radio are not in it"
        case .energyNotCovered(let step):
            "Step \(step + 1) has no energy: the readings begin after its start, end before its end, or have a gap in it"
        case .energyTooCoarse(let step, let seconds, let period):
            "Step \(step + 1) has no energy: it lasts \(rounded(seconds)) s, and the readings are \(rounded(period)) s apart"
        case .energyOfAnotherTime(let series, let walk):
            "No step has energy: the readings are of \(series.lowerBound) to \(series.upperBound), the walk of "
                + "\(walk.lowerBound) to \(walk.upperBound); set the clocks right with --energy-offset"
        }
    }

    private func rounded(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }
}
