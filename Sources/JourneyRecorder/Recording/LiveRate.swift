import Documents

/// Bytes in each second of the last minute, from a sum that is looked at now and then.
struct LiveRate: Hashable, Sendable {
    /// The current second last.
    private(set) var seconds = [Int](repeating: 0, count: LiveFigures.window)
    private var second = Int64.min
    private var total = 0

    /// Notes how many bytes there are in all.
    mutating func note(total: Int, at time: Timestamp) {
        let now = time.nanoseconds / 1_000_000_000
        if second != .min, now > second {
            // After a long sleep there is no use in turning the ring more than once.
            let steps = Int(min(now - second, Int64(LiveFigures.window)))
            seconds.removeFirst(steps)
            seconds += [Int](repeating: 0, count: steps)
        }
        second = now
        seconds[seconds.count - 1] += max(0, total - self.total)
        self.total = total
    }
}
