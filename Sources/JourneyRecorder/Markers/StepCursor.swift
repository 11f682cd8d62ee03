import Documents
import TrafficMeter

/// Tells the step of each packet: constant time while packets stay in a step or a gap, a binary search otherwise.
///
/// Times may come in any order. Allocates nothing after `init`.
struct StepCursor: Sendable {
    /// Borders between the stretches of time, ascending: stretch `i` is [borders[i - 1], borders[i]).
    private let borders: [Int64]
    /// The step of each stretch, one more than there are borders; -1 for none.
    private let steps: [Int]
    /// The stretch that the latest time fell in, as [lower, upper), and its step.
    private var lower: Int64
    private var upper: Int64
    private var current: Int

    /// A cursor over a timeline; an open step goes on for ever.
    init(_ timeline: Timeline) {
        var borders: [Int64] = []
        var steps = [-1]
        for (index, step) in timeline.steps.enumerated() {
            for segment in step.segments {
                if borders.last == segment.start.nanoseconds {
                    steps[steps.count - 1] = index  // it begins where the one before ends: there is no gap
                } else {
                    borders.append(segment.start.nanoseconds)
                    steps.append(index)
                }
                if let end = segment.end {
                    borders.append(end.nanoseconds)
                    steps.append(-1)
                }
            }
        }
        self.borders = borders
        self.steps = steps
        (lower, upper, current) = (0, 0, -1)  // empty, so that the first time is searched
    }

    /// The index in `Timeline.steps` of the step that a moment belongs to; `nil` outside all of them.
    mutating func step(at time: Timestamp) -> Int? {
        let moment = time.nanoseconds
        if moment < lower || moment >= upper { seek(moment) }
        return current < 0 ? nil : current
    }

    /// The stretch of time around a moment whose packets are of one step, by its index, or of none, as -1.
    mutating func stretch(around time: Timestamp) -> SliceStretch {
        _ = step(at: time)
        // The last stretch goes on to the end of time, of which `upper` can't be the first moment after.
        return SliceStretch(slice: current, moments: lower...(upper == .max ? .max : upper - 1))
    }

    /// Finds the stretch of a moment: as many borders as are not after it lie before it.
    private mutating func seek(_ moment: Int64) {
        var low = 0
        var high = borders.count
        while low < high {
            let middle = (low + high) / 2
            if borders[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        lower = low == 0 ? .min : borders[low - 1]
        upper = low == borders.count ? .max : borders[low]
        current = steps[low]
    }
}
