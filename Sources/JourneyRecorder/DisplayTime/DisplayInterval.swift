public import Documents

/// From when to when something was being displayed, as a tool beside the capture saw it.
public struct DisplayInterval: Hashable, Sendable {
    /// When the tool began to wait for the display.
    public var start: Timestamp
    /// When what was waited for was there; not before `start`.
    public var displayed: Timestamp

    /// An interval from its ends.
    public init(start: Timestamp, displayed: Timestamp) {
        self.start = start
        self.displayed = displayed
    }
}

extension DisplayInterval {
    /// Nanoseconds of the interval that lie in a step; 0 for none.
    private func shared(with step: WalkedStep) -> UInt64 {
        let from = max(start, step.start)
        let to = min(displayed, step.end ?? displayed)
        return from < to ? UInt64(bitPattern: to.nanoseconds &- from.nanoseconds) : 0
    }

    /// The index of the step that the interval belongs to: the one in which most of it lies, the earlier one of equals.
    ///
    /// A tool's clock and a tester's key agree to some tenths of a second, so that its start alone may lie in the step
    /// before.
    ///
    /// - Returns: `nil` if it touches no step.
    func owner(among steps: [WalkedStep]) -> Int? {
        var best: (index: Int, length: UInt64)?
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].end.map({ $0 <= start }) ?? false { low = middle + 1 } else { high = middle }
        }
        for index in low..<steps.count {
            let step = steps[index]
            guard step.start <= displayed else { break }
            let length = shared(with: step)
            let isMoment = start == displayed && start >= step.start && step.end.map { start < $0 } ?? true
            guard length > best?.length ?? 0 || (best == nil && isMoment) else { continue }
            best = (index, length)
        }
        return best?.index
    }
}
