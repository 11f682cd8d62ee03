/// Cuts one direction of a TCP stream into DNS messages, each of which follows its length in two bytes (RFC 1035 § 4.2.2).
struct DNSStream: Sendable {
    /// Longest message that is kept until it is whole; longer ones (up to 65,535 bytes) are passed over, unless a segment has them whole.
    static let longest = 16_384

    /// The beginning of a message, with its length before it, whose rest hasn't come.
    private var pending: [UInt8] = []
    /// Bytes still to come of a message that is passed over.
    private var excess = 0
    /// Whether what came can't be DNS, so that there is nothing more to find.
    private(set) var isOther = false

    /// Whether a message is there in part.
    var awaitsMore: Bool { excess > 0 || !pending.isEmpty }
    /// Whether the next byte begins a message, as at a stream's beginning: there is nothing to be kept.
    var isAtBorder: Bool { !awaitsMore && !isOther }

    /// Adds the next bytes of the stream.
    ///
    /// - Parameters:
    ///   - bytes: what follows the bytes added before, without gap or overlap; after a gap, begin with a new value.
    ///   - body: is lent each message that is whole now, without its length.
    mutating func add(_ bytes: RawSpan, _ body: (RawSpan) -> Void) {
        var position = min(excess, bytes.byteCount)
        excess -= position
        while position < bytes.byteCount, !isOther {
            if pending.isEmpty {
                position = readWhole(bytes, from: position, body)
                if position < bytes.byteCount, !isOther { keep(bytes, &position) }
            } else {
                keep(bytes, &position)
            }
            if pending.count >= 2, pending.count == 2 + expected {
                body(pending.rawSpan.extracting(2..<pending.count))
                pending.removeAll(keepingCapacity: true)
            }
        }
    }

    /// The length of the message that is pending.
    private var expected: Int { Int(pending[0]) << 8 | Int(pending[1]) }

    /// Lends the messages that are whole in the bytes, so that they needn't be copied.
    ///
    /// - Returns: where the first one begins that isn't.
    private mutating func readWhole(_ bytes: RawSpan, from start: Int, _ body: (RawSpan) -> Void) -> Int {
        var position = start
        while position + 2 <= bytes.byteCount {
            let length = Int(bytes.uint16(at: position))
            if !check(length) || position + 2 + length > bytes.byteCount { break }
            body(bytes.extracting(position + 2..<position + 2 + length))
            position += 2 + length
        }
        return position
    }

    /// Keeps what there is of the pending message, and moves beyond it.
    private mutating func keep(_ bytes: RawSpan, _ position: inout Int) {
        while pending.count < 2, position < bytes.byteCount {
            pending.append(bytes.byte(at: position))
            position += 1
        }
        guard pending.count >= 2, check(expected) else { return }
        let missing = 2 + expected - pending.count
        let count = min(missing, bytes.byteCount - position)
        if expected > Self.longest {
            excess = missing - count
            pending.removeAll(keepingCapacity: true)
        } else {
            for index in position..<position + count { pending.append(bytes.byte(at: index)) }
        }
        position += count
    }

    /// Checks that a message of a length has room for its header.
    private mutating func check(_ length: Int) -> Bool {
        if length < 12 {
            isOther = true
            pending = []
        }
        return !isOther
    }
}
