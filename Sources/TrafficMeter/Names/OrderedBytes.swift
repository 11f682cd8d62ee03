/// The first bytes of something that comes in pieces, put together in any order; where pieces overlap, the first to come counts.
///
/// Its memory is bounded: by a number of bytes, whatever is beyond them, and by a number of gaps.
struct OrderedBytes: Equatable, Sendable {
    /// Most stretches between gaps; a piece that would make another is left out.
    static let mostStretches = 64

    /// Most bytes that are kept.
    let limit: Int
    private var bytes: [UInt8] = []
    /// What of `bytes` is there: in order, never touching.
    private var stretches: [Range<Int>] = []

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { stretches.isEmpty }

    /// How many bytes are there without a gap.
    var contiguousCount: Int { stretches.first?.lowerBound == 0 ? stretches[0].upperBound : 0 }

    /// The bytes without a gap so far.
    var contiguous: RawSpan {
        @_lifetime(borrow self)
        get { bytes.rawSpan.extracting(0..<contiguousCount) }
    }

    /// Forgets everything but the room that it took.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        stretches.removeAll(keepingCapacity: true)
    }

    /// Adds a piece by its offset from the first byte, which may lie before that.
    mutating func add(_ piece: RawSpan, at offset: Int) {
        guard offset < limit else { return }
        let (lower, upper) = (max(offset, 0), min(offset + piece.byteCount, limit))
        guard lower < upper else { return }
        let first = stretches.firstIndex { $0.upperBound >= lower } ?? stretches.count
        let last = stretches[first...].firstIndex { $0.lowerBound > upper } ?? stretches.count
        guard first < last || stretches.count < Self.mostStretches else { return }
        while bytes.count < upper { bytes.append(0) }
        var position = lower
        for stretch in stretches[first..<last] {
            copy(piece, at: offset, position..<max(position, stretch.lowerBound))
            position = max(position, stretch.upperBound)
        }
        copy(piece, at: offset, position..<max(position, upper))
        let start = first < last ? min(lower, stretches[first].lowerBound) : lower
        stretches.replaceSubrange(first..<last, with: CollectionOfOne(start..<max(position, upper)))
    }

    private mutating func copy(_ piece: RawSpan, at offset: Int, _ range: Range<Int>) {
        for index in range { bytes[index] = piece.byte(at: index - offset) }
    }
}
