/// The first bytes of a TCP stream, put together from segments in any order.
struct StreamStart: Sendable {
    /// Sequence number of the stream's first byte.
    private let start: UInt32
    /// Twice what is waited for: records may be small.
    private var bytes = OrderedBytes(limit: 2 * TLSClientHello.longest)

    init(start: UInt32) {
        self.start = start
    }

    /// The bytes without a gap so far.
    var contiguous: RawSpan {
        @_lifetime(borrow self)
        get { bytes.contiguous }
    }

    /// Whether nothing more is kept.
    var isFull: Bool { bytes.contiguousCount >= bytes.limit }

    /// Adds a segment's bytes.
    mutating func add(sequence: UInt32, _ segment: RawSpan) {
        bytes.add(segment, at: Int(Int32(bitPattern: sequence &- start)))
    }
}
