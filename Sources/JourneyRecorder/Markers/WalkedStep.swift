public import Documents

/// A step as it was walked once: the half-open interval [start, end) of capture time.
public struct WalkedStep: Hashable, Sendable {
    /// A part of a step without pause: the half-open interval [start, end); never empty.
    public struct Segment: Hashable, Sendable {
        /// Its first moment.
        public var start: Timestamp
        /// The first moment after it; `nil` while it goes on.
        public var end: Timestamp?
    }

    /// Which step of the journey.
    public let step: JourneyStep
    /// Which time it is walked, from 1: what its marker says, else one more than the highest so far.
    public let iteration: Int
    /// Its first moment.
    public let start: Timestamp
    /// The first moment after it; `nil` while nothing has ended it.
    public private(set) var end: Timestamp?
    /// Its parts between pauses, in order; none if it lasted no time.
    public private(set) var segments: [Segment]
    /// The time of the latest marker that concerns it.
    private var latest: Timestamp

    init(_ step: JourneyStep, iteration: Int, start: Timestamp) {
        self.step = step
        self.iteration = iteration
        self.start = start
        latest = start
        segments = [Segment(start: start)]
    }

    /// Seconds walked, pauses left out; what is still going on counts up to `now`.
    public func seconds(closedAt now: Timestamp) -> Double {
        // Parts don't overlap, so that their sum fits 64 bits without sign even where a difference overflows.
        let nanoseconds = segments.reduce(into: UInt64(0)) { sum, segment in
            let end = max(segment.start, segment.end ?? now)
            sum += UInt64(bitPattern: end.nanoseconds &- segment.start.nanoseconds)
        }
        return Double(nanoseconds) / 1e9
    }

    mutating func pause(at time: Timestamp) {
        latest = time
        guard let last = segments.last, last.end == nil else { return }
        segments.removeLast()
        if time > last.start { segments.append(Segment(start: last.start, end: time)) }
    }

    mutating func resume(at time: Timestamp) {
        latest = time
        if segments.last?.end != nil || segments.isEmpty { segments.append(Segment(start: time)) }
    }

    mutating func close(at time: Timestamp) {
        pause(at: time)
        end = time
    }

    func closing(at time: Timestamp) -> WalkedStep {
        guard end == nil else { return self }
        var closed = self
        closed.close(at: max(time, latest))
        return closed
    }
}
