/// The first bytes of a TCP stream, put together from segments in any order.
struct StreamStart: Sendable {
    /// Sequence number of the stream's first byte.
    private let start: UInt32
    /// Twice what is waited for: records may be small.
    private var bytes = OrderedBytes(limit: 2 * TLSClientHello.longest)

    /// Most bytes that are read in all, as the beginning is read anew with each segment: those of a hello of 2,800 bytes that come one at a
    /// time, or of the longest in segments of 32. Beyond, a sender would ask for more work than its packets are worth.
    private static let mostRead = 4 << 20
    private var bytesRead = 0

    init(start: UInt32) {
        self.start = start
    }

    /// The bytes without a gap so far.
    var contiguous: RawSpan {
        @_lifetime(borrow self)
        get { bytes.contiguous }
    }

    /// Whether nothing more is kept, or was read too often.
    var isSpent: Bool { bytes.contiguousCount >= bytes.limit || bytesRead > Self.mostRead }

    /// Adds a segment's bytes.
    mutating func add(sequence: UInt32, _ segment: RawSpan) {
        bytes.add(segment, at: Int(Int32(bitPattern: sequence &- start)))
        bytesRead += bytes.contiguousCount
    }
}
