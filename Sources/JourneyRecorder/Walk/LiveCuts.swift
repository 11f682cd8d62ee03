import Documents

/// Moments that divide a recording for its live view: each marker that begins or ends something opens a slice.
///
/// A slice keeps its number whatever is marked later, also of an earlier moment. Which step a slice is of, only the timeline knows,
/// since a marker may be taken back.
struct LiveCuts: Hashable, Sendable {
    struct Cut: Hashable, Sendable {
        var time: Timestamp
        var slice: Int
    }

    /// In the order of time.
    private(set) var cuts: [Cut] = []
    /// The time at which each slice begins.
    private(set) var starts: [Timestamp] = []
    private var known: Set<Timestamp> = []

    /// Adds what is new in a log.
    mutating func add(_ log: MarkerLog) {
        for marker in log.entries.lazy.map(\.marker) {
            switch marker.kind {
            case .step, .end, .pause, .resume: add(marker.time)
            case .undo, .note, .displayed, .sync: break
            }
        }
    }

    /// Adds a moment, unless it is there.
    mutating func add(_ time: Timestamp) {
        guard known.insert(time).inserted else { return }
        cuts.insert(Cut(time: time, slice: starts.count), at: cuts.firstIndex { $0.time > time } ?? cuts.endIndex)
        starts.append(time)
    }

    /// The slice of a moment; -1 before the first.
    func slice(at time: Timestamp) -> Int {
        // Packets come in the order of time, so that it is nearly always the last.
        var index = cuts.count - 1
        while index >= 0, cuts[index].time > time { index -= 1 }
        return index < 0 ? -1 : cuts[index].slice
    }
}
