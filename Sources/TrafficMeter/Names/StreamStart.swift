/// The first bytes of a TCP stream, put together from segments in any order.
struct StreamStart: Sendable {
    /// Sequence number of the stream's first byte.
    private let start: UInt32
    private var bytes: [UInt8] = []
    /// Segments that came before those ahead of them, by their offset.
    private var later: [(offset: Int, bytes: [UInt8])] = []

    init(start: UInt32) {
        self.start = start
    }

    /// The bytes without a gap so far.
    var contiguous: [UInt8] { bytes }

    /// Adds a segment's bytes; what lies beyond `TLSClientHello.longest` or was seen already is left out.
    mutating func add(sequence: UInt32, _ segment: [UInt8]) {
        let offset = Int(Int32(bitPattern: sequence &- start))
        guard offset + segment.count > bytes.count, offset < 2 * TLSClientHello.longest, later.count < 64 else {
            return
        }
        later.append((offset, segment))
        while let index = later.firstIndex(where: { $0.offset <= bytes.count }) {
            let (offset, segment) = later.remove(at: index)
            if offset + segment.count > bytes.count { bytes += segment[(bytes.count - offset)...] }
        }
    }
}
