public import Documents

/// When a step was displayed, and how that is known.
public struct StepDisplay: Hashable, Sendable {
    /// What said so.
    public enum Evidence: String, Sendable, CaseIterable {
        /// A `displayed` marker.
        case marker
        /// A browser's page timings or a test's step.
        case tool
        /// The traffic fell silent: modelled, not measured.
        case silence
    }

    /// Seconds from the step's start, pauses left out; at least 0.
    public let seconds: Double
    /// What said so.
    public let evidence: Evidence

    /// The display time as the Measurement has it.
    public var displayTime: Step.DisplayTime {
        Step.DisplayTime(seconds: seconds, basis: evidence == .silence ? .modelled : .measured)
    }
}

extension WalkedStep {
    /// Seconds walked from the step's start to a moment, pauses left out.
    ///
    /// - Returns: `nil` for a moment that isn't in the step.
    func seconds(to moment: Timestamp) -> Double? {
        guard moment >= start, end.map({ moment < $0 }) ?? true else { return nil }
        return segments.reduce(0) { sum, part in
            let to = min(moment, part.end ?? moment)
            return part.start < to ? sum + to.seconds(since: part.start) : sum
        }
    }
}

/// Finds the display time of steps.
public struct StepDisplays: Sendable {
    /// For each step in the order walked, when it was displayed; `nil` if nothing says so.
    public let steps: [StepDisplay?]

    /// The display times of a timeline's steps.
    ///
    /// Of the evidence there is, the first counts: the first `displayed` marker within the step (one that names another
    /// step is skipped); the first interval of a tool whose greater part lies in the step, if it ends in the step as
    /// well; the moment at which the step's traffic fell silent.
    ///
    /// - Parameters:
    ///   - timeline: the steps, each with an end; see `Timeline.closing(at:)`.
    ///   - markers: what the tester or a script said.
    ///   - intervals: what browsers and test tools saw, in the order of their starts.
    ///   - silence: what the traffic did; absent if it wasn't watched.
    public init(
        _ timeline: Timeline, markers: MarkerLog, intervals: [DisplayInterval] = [], silence: SilenceWatch? = nil
    ) {
        var displays = [StepDisplay?](repeating: nil, count: timeline.steps.count)
        Self.fill(&displays, timeline.steps, markers)
        var owned: Set<Int> = []
        for interval in intervals {
            guard let index = interval.owner(among: timeline.steps), owned.insert(index).inserted,
                displays[index] == nil, let seconds = timeline.steps[index].seconds(to: interval.displayed)
            else { continue }
            displays[index] = StepDisplay(seconds: seconds, evidence: .tool)
        }
        for (index, step) in timeline.steps.enumerated() where displays[index] == nil {
            guard let moment = silence?.silence(slice: index, of: step), let seconds = step.seconds(to: moment) else {
                continue
            }
            displays[index] = StepDisplay(seconds: seconds, evidence: .silence)
        }
        steps = displays
    }

    private static func fill(_ displays: inout [StepDisplay?], _ steps: [WalkedStep], _ markers: MarkerLog) {
        var index = 0
        // Both are in the order of time: one walk through them is enough.
        for marker in markers.entries.map(\.marker) where marker.kind == .displayed {
            while index + 1 < steps.count, steps[index + 1].start <= marker.time { index += 1 }
            guard steps.indices.contains(index), displays[index] == nil,
                marker.step == nil || marker.step == steps[index].step.id,
                let seconds = steps[index].seconds(to: marker.time)
            else { continue }
            displays[index] = StepDisplay(seconds: seconds, evidence: .marker)
        }
    }
}
