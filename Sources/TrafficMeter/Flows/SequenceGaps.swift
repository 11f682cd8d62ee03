/// The numbers of a stream below the highest one seen that have not been seen.
struct SequenceGaps: Sendable {
    /// Most gaps remembered; beyond them the lowest is forgotten, and its bytes would count as sent again.
    private static let most = 1024

    /// The numbers [start, end).
    private struct Gap {
        var start: UInt32
        var end: UInt32
    }

    /// Ascending.
    private var gaps: [Gap] = []
    private(set) var exceededLimit = false

    var isEmpty: Bool { gaps.isEmpty }

    mutating func removeAll() { gaps.removeAll() }

    /// Adds the highest gap so far.
    mutating func append(_ start: UInt32, _ end: UInt32) {
        gaps.append(Gap(start: start, end: end))
        if gaps.count > Self.most {
            gaps.removeFirst()
            exceededLimit = true
        }
    }

    /// Adds a gap before all others.
    mutating func prepend(_ start: UInt32, _ end: UInt32) {
        gaps.insert(Gap(start: start, end: end), at: 0)
    }

    /// Takes [start, end) out of the gaps.
    ///
    /// - Returns: how many numbers of it were missing until now.
    mutating func fill(_ start: UInt32, _ end: UInt32) -> Int {
        // Gaps are few, and those that matter are mostly the last ones.
        guard let first = gaps.firstIndex(where: { Int32(bitPattern: $0.end &- start) > 0 }) else { return 0 }
        var filled = 0
        var index = first
        while index < gaps.count, Int32(bitPattern: end &- gaps[index].start) > 0 {
            let gap = gaps[index]
            // Distances from `start`: gaps and segment lie within 2^31 of each other.
            let from = max(0, Int32(bitPattern: gap.start &- start))
            let to = min(Int32(bitPattern: end &- start), Int32(bitPattern: gap.end &- start))
            filled += Int(to - from)
            let (cutStart, cutEnd) = (start &+ UInt32(bitPattern: from), start &+ UInt32(bitPattern: to))
            switch (gap.start == cutStart, gap.end == cutEnd) {
            case (true, true): gaps.remove(at: index)
            case (true, false):
                gaps[index].start = cutEnd
                index += 1
            case (false, true):
                gaps[index].end = cutStart
                index += 1
            case (false, false):
                gaps[index].end = cutStart
                gaps.insert(Gap(start: cutEnd, end: gap.end), at: index + 1)
                index += 2
            }
        }
        return filled
    }

    /// How many missing numbers lie in [start, end).
    func count(from start: UInt32, to end: UInt32) -> Int {
        gaps.reduce(0) { sum, gap in
            let from = max(0, Int(Int32(bitPattern: gap.start &- start)))
            let to = min(Int(Int32(bitPattern: end &- start)), Int(Int32(bitPattern: gap.end &- start)))
            return sum + max(0, to - from)
        }
    }
}
