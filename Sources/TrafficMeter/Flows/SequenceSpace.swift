/// Which of one direction's TCP sequence numbers have been seen (RFC 9293 § 3.4), without clocks.
///
/// Kept as the highest number seen; the gaps below it stand in `SequenceGaps`, since most streams have none. Comparison is modulo
/// 2^32, exact while a direction's gaps lie within 2^31 of its highest number.
struct SequenceSpace: Sendable {
    /// How far below the first number seen data may still turn up when the capture began inside the connection, and how far beyond
    /// what was seen an acknowledgement can be believed: TCP's largest window (RFC 7323 § 2.2).
    private static let farthest: UInt32 = 1 << 30

    /// What a segment is to the stream.
    struct Verdict {
        /// Payload bytes not seen before.
        var fresh: Int
        var isResent = false
        var isOutOfOrder = false
        var isKeepAlive = false

        /// Whether it is anything but new bytes in their place.
        var isNotable: Bool { isResent || isOutOfOrder || isKeepAlive }
    }

    /// One past the highest number seen.
    private(set) var next: UInt32 = 0
    /// The SYN's number, or without it the first one seen.
    private var first: UInt32 = 0
    /// The highest number that the other side acknowledged.
    private var acknowledged: UInt32 = 0
    private var state: State = []

    private struct State: OptionSet {
        var rawValue: UInt8
        static let isStarted = State(rawValue: 1)
        static let sawSYN = State(rawValue: 2)
        static let isAcknowledged = State(rawValue: 4)
        /// The latest segment was a keep-alive.
        static let keepsAlive = State(rawValue: 8)
        /// The numbers before the first one seen are among the gaps.
        static let looksBack = State(rawValue: 16)
    }

    /// The first payload byte's number, where the SYN was seen.
    var streamStart: UInt32? { state.contains(.sawSYN) ? first &+ 1 : nil }

    /// Whether the latest segment was a keep-alive.
    var keepsAlive: Bool { state.contains(.keepsAlive) }

    /// Whether the other side has acknowledged exactly this number, and nothing beyond.
    func isAcknowledged(to number: UInt32) -> Bool {
        state.contains(.isAcknowledged) && acknowledged == number
    }

    /// Whether a SYN without ACK opens a connection after the one that is known: its number isn't that one's first.
    ///
    /// Without that one's SYN, its first number is the one before the first seen, or before what the other side acknowledged
    /// (Wireshark's rule for the streams that it tells apart).
    func opensAnew(syn number: UInt32) -> Bool {
        guard state.contains(.isStarted) else { return state.contains(.isAcknowledged) && number != acknowledged &- 1 }
        return number != (state.contains(.sawSYN) ? first : first &- 1)
    }

    /// Whether a SYN with ACK shows that the numbers seen so far were another connection's. Where a SYN was seen it is a stray one.
    var restartsWithAnswer: Bool { state.contains(.isStarted) && !state.contains(.sawSYN) }

    /// Marks a segment of payload only as seen if it is simply the next one.
    ///
    /// - Returns: whether it is.
    @inline(__always)
    mutating func extend(_ sequence: UInt32, by length: Int) -> Bool {
        guard sequence == next, state.contains(.isStarted), length < Self.farthest else { return false }
        next &+= UInt32(truncatingIfNeeded: length)
        state.remove(.keepsAlive)
        return true
    }

    /// Marks any segment as seen.
    mutating func add(sequence: UInt32, length: Int, flags: UInt8, gaps: inout SequenceGaps) -> Verdict {
        var verdict = Verdict(fresh: 0)
        let (isFIN, isSYN, isRST, isACK) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0, flags & 16 != 0)
        state.remove(.keepsAlive)
        // A reset without data may have any number (RFC 9293 § 3.5.2), and no segment is as long as half the space.
        if isRST && length == 0 { return verdict }
        if length >= Self.farthest { return Verdict(fresh: length) }
        var start = sequence
        if isSYN {
            // The same number is the SYN again; another one opens a connection.
            if state.contains(.sawSYN), first == sequence {
                verdict.isResent = true
            } else if state.contains(.sawSYN), isACK {
                return Verdict(fresh: length)
            } else {
                begin(at: sequence, with: .sawSYN, &gaps)
                next &+= 1
            }
            start &+= 1
        } else if !state.contains(.isStarted) {
            begin(at: start, with: [], &gaps)
        } else if length <= 1, !isFIN, start == next &- 1 {
            state.insert(.keepsAlive)
            verdict.isKeepAlive = true
        }
        guard length > 0 || isFIN else { return verdict }
        let end = start &+ UInt32(truncatingIfNeeded: length)
        verdict.fresh = mark(start, end, &gaps, &verdict)
        // FIN takes the number after the payload.
        if isFIN {
            if end == next { next &+= 1 } else if length == 0 { verdict.isResent = true }
        }
        return verdict
    }

    /// Marks [start, end) as seen.
    ///
    /// - Returns: how many of its numbers had not been seen before.
    private mutating func mark(
        _ start: UInt32, _ end: UInt32, _ gaps: inout SequenceGaps, _ verdict: inout Verdict
    ) -> Int {
        let length = Int(end &- start)
        let ahead = Int(Int32(bitPattern: start &- next))
        if ahead >= 0 {
            if ahead > 0 { gaps.append(next, start) }
            next = end
            return length
        }
        guard length > 0 else { return 0 }
        if !state.contains(.sawSYN), !state.contains(.looksBack), Int32(bitPattern: start &- first) < 0 {
            lookBack(&gaps)
        }
        let beyond = max(0, Int(Int32(bitPattern: end &- next)))
        let fresh = beyond + (gaps.isEmpty ? 0 : gaps.fill(start, beyond > 0 ? next : end))
        if beyond > 0 { next = end }
        if verdict.isKeepAlive { return fresh }
        verdict.isResent = fresh < length
        verdict.isOutOfOrder = fresh == length
        return fresh
    }

    /// Makes the numbers before the first one seen a gap: what comes from there late is new.
    private mutating func lookBack(_ gaps: inout SequenceGaps) {
        state.insert(.looksBack)
        gaps.prepend(first &- Self.farthest, first)
    }

    private mutating func begin(at number: UInt32, with state: State, _ gaps: inout SequenceGaps) {
        // What was acknowledged before a SYN was another connection's.
        let known = state.contains(.sawSYN) ? [] : self.state.intersection(.isAcknowledged)
        self.state = known.union(state).union(.isStarted)
        gaps.removeAll()
        (first, next) = (number, number)
    }

    /// Notes what the other side says it has received.
    @inline(__always)
    mutating func acknowledge(_ number: UInt32) {
        guard !state.contains(.isAcknowledged) || Int32(bitPattern: number &- acknowledged) > 0 else { return }
        acknowledged = number
        state.insert(.isAcknowledged)
    }

    /// Bytes that the other side acknowledged and that were not seen; those before the first one seen don't count.
    func missing(_ gaps: SequenceGaps) -> Int {
        guard state.contains([.isStarted, .isAcknowledged]) else { return 0 }
        let beyond = Int(Int32(bitPattern: acknowledged &- next))
        guard beyond <= Self.farthest else { return 0 }
        let end = beyond > 0 ? next : acknowledged
        guard Int32(bitPattern: end &- first) > 0 else { return 0 }
        return max(0, beyond) + gaps.count(from: first, to: end)
    }
}
