public import Documents
import TrafficMeter

/// Tells for each step when its traffic first fell silent, from the stretches of time in which its flows were active.
///
/// The moment of silence is the last packet before the first two seconds (`Meter.silence`) in which none came, once there was one at
/// all. Stretches may come in any order.
public struct SilenceWatch: Hashable, Sendable {
    private var stretches: [[ClosedRange<Int64>]]

    /// A watch over steps.
    ///
    /// - Parameter stepCount: how many there are, as in `Timeline.steps`.
    public init(stepCount: Int) {
        stretches = [[ClosedRange<Int64>]](repeating: [], count: max(0, stepCount))
    }

    /// Notes a stretch of a foreground flow: of the app, and not of a host that the journey or the system has in the background.
    ///
    /// - Parameters:
    ///   - slice: the index of its step in `Timeline.steps`; others, such as -1, are of no step and skipped.
    ///   - stretch: from its first packet to its last, nanoseconds since the Unix epoch, with no silence in between.
    public mutating func note(slice: Int, _ stretch: ClosedRange<Int64>) {
        if stretches.indices.contains(slice) { stretches[slice].append(stretch) }
    }

    /// The moment at which the traffic of a step fell silent: its last packet before the silence.
    ///
    /// - Parameters:
    ///   - slice: the index of the step in `Timeline.steps`.
    ///   - step: that step, which has an end.
    /// - Returns: `nil` if there was no packet, or if the silence isn't seen whole: the step or the part of it before
    ///   a pause ends sooner.
    public func silence(slice: Int, of step: WalkedStep) -> Timestamp? {
        guard stretches.indices.contains(slice) else { return nil }
        let sorted = stretches[slice].sorted { $0.lowerBound < $1.lowerBound }
        guard var last = sorted.first?.upperBound else { return nil }
        for stretch in sorted.dropFirst() {
            if Self.isSilence(last, stretch.lowerBound) { break }
            last = max(last, stretch.upperBound)
        }
        let moment = Timestamp(nanoseconds: last)
        guard let end = step.segments.first(where: { $0.start <= moment && moment < $0.end ?? moment })?.end,
            Self.isSilence(last, end.nanoseconds)
        else { return nil }
        return moment
    }

    /// Whether so much time lies between two packets that there was silence.
    private static func isSilence(_ one: Int64, _ next: Int64) -> Bool {
        let (length, overflow) = next.subtractingReportingOverflow(one)
        return overflow ? next > one : length >= Meter.silence
    }
}
