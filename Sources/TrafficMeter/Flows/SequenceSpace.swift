/// Which of one direction's TCP sequence numbers have been seen (RFC 9293 § 3.4), without clocks.
///
/// Kept as the highest number seen and the holes below it. Comparison is modulo 2^32, exact while a direction's holes lie
/// within 2^31 of its highest number.
struct SequenceSpace: Sendable {
    /// Most holes remembered; beyond them the lowest is forgotten, and its bytes would count as sent again.
    private static let mostHoles = 1024
    /// How far below the first number seen data may still turn up when the capture began inside the connection.
    private static let unseenBefore: UInt32 = 1 << 30

    private struct Hole {
        var start: UInt32
        var end: UInt32
    }

    private var isStarted = false
    private var initial: UInt32?
    /// One past the highest number seen.
    private var next: UInt32 = 0
    /// Ascending; empty unless segments are missing.
    private var holes: [Hole] = []
    private(set) var exceededLimit = false

    /// The first payload byte's number, where the SYN was seen.
    var streamStart: UInt32? { initial.map { $0 &+ 1 } }

    /// Marks a segment as seen.
    ///
    /// - Returns: how many of its payload bytes had not been seen before.
    mutating func add(sequence: UInt32, length: Int, isSYN: Bool) -> Int {
        var start = sequence
        if isSYN {
            // A SYN with another number opens a new connection between the same ends; the same number is the SYN again.
            if initial != sequence {
                self = SequenceSpace(initial: sequence, exceededLimit: exceededLimit)
            }
            start &+= 1
        } else if !isStarted {
            isStarted = true
            next = start
            holes = [Hole(start: start &- Self.unseenBefore, end: start)]
        }
        guard length > 0 else { return 0 }
        let end = start &+ UInt32(truncatingIfNeeded: length)
        let ahead = Int(Int32(bitPattern: start &- next))
        if ahead >= 0 {
            if ahead > 0 { addHole(Hole(start: next, end: start)) }
            next = end
            return length
        }
        let beyond = max(0, Int(Int32(bitPattern: end &- next)))
        if beyond > 0 { next = end }
        return beyond + (holes.isEmpty ? 0 : fill(start, beyond > 0 ? next &- UInt32(beyond) : end))
    }

    init() {}

    private init(initial: UInt32, exceededLimit: Bool) {
        isStarted = true
        self.initial = initial
        next = initial &+ 1
        self.exceededLimit = exceededLimit
    }

    private mutating func addHole(_ hole: Hole) {
        holes.append(hole)
        if holes.count > Self.mostHoles {
            holes.removeFirst()
            exceededLimit = true
        }
    }

    /// Takes [start, end) out of the holes.
    ///
    /// - Returns: how many numbers that was.
    private mutating func fill(_ start: UInt32, _ end: UInt32) -> Int {
        var filled = 0
        var kept: [Hole] = []
        for hole in holes {
            // Distances from `start`: holes and segment lie within 2^31 of each other.
            let from = max(0, Int32(bitPattern: hole.start &- start))
            let to = min(Int32(bitPattern: end &- start), Int32(bitPattern: hole.end &- start))
            guard from < to else {
                kept.append(hole)
                continue
            }
            filled += Int(to - from)
            let (cutStart, cutEnd) = (start &+ UInt32(bitPattern: from), start &+ UInt32(bitPattern: to))
            if hole.start != cutStart { kept.append(Hole(start: hole.start, end: cutStart)) }
            if hole.end != cutEnd { kept.append(Hole(start: cutEnd, end: hole.end)) }
        }
        holes = kept
        return filled
    }
}
