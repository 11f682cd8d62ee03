import Documents

/// What a packet block says, before its packet's place in the input is known.
struct BlockPacket {
    var interface: Int
    /// Timestamp in the interface's units; absent in a Simple Packet Block.
    var units: UInt64?
    /// Position of the packet's first byte in the block's body.
    var position: Int
    var capturedLength: Int
    var originalLength: Int
    var direction: PacketDirection = .unknown
    /// Packets of the interface that were lost before this one.
    var dropped = 0
    var app: Int32?
}

extension BlockPacket {
    /// Enhanced Packet Block (draft-ietf-opsawg-pcapng § 4.3).
    ///
    /// ```
    ///  body:  0..3 interface   4..7 time, high   8..11 time, low   12..15 captured   16..19 original   20.. packet, options
    /// ```
    init(enhanced block: borrowing BlockBody) throws(CaptureFileError) {
        try block.require(20)
        let (bytes, order) = (block.bytes, block.order)
        self.init(
            interface: Int(bytes.uint32(at: 0, order)),
            units: UInt64(bytes.uint32(at: 4, order)) << 32 | UInt64(bytes.uint32(at: 8, order)), position: 20,
            capturedLength: Int(bytes.uint32(at: 12, order)), originalLength: Int(bytes.uint32(at: 16, order)))
        try checkRoom(block)
        try readOptions(block)
    }

    /// Packet Block, obsolete (draft-ietf-opsawg-pcapng, appendix A).
    ///
    /// ```
    ///  body:  0..1 interface   2..3 drops   4..7 time, high   8..11 time, low   12..15 captured   16..19 original   20.. packet
    /// ```
    init(obsolete block: borrowing BlockBody) throws(CaptureFileError) {
        try block.require(20)
        let (bytes, order) = (block.bytes, block.order)
        self.init(
            interface: Int(bytes.uint16(at: 0, order)),
            units: UInt64(bytes.uint32(at: 4, order)) << 32 | UInt64(bytes.uint32(at: 8, order)), position: 20,
            capturedLength: Int(bytes.uint32(at: 12, order)), originalLength: Int(bytes.uint32(at: 16, order)))
        // All bits set: the number isn't known.
        let dropped = Int(bytes.uint16(at: 2, order))
        self.dropped = dropped == 0xFFFF ? 0 : dropped
        try checkRoom(block)
        try readOptions(block)
    }

    /// Simple Packet Block (draft-ietf-opsawg-pcapng § 4.4): the section's first interface, no time, stored up to its snap length.
    ///
    /// ```
    ///  body:  0..3 original length   4.. packet
    /// ```
    init(simple block: borrowing BlockBody, snapLength: Int?) throws(CaptureFileError) {
        try block.require(4)
        let original = Int(block.bytes.uint32(at: 0, block.order))
        let captured = min(original, snapLength ?? original, block.bytes.byteCount - 4)
        self.init(interface: 0, units: nil, position: 4, capturedLength: captured, originalLength: original)
    }

    private func checkRoom(_ block: borrowing BlockBody) throws(CaptureFileError) {
        let room = block.bytes.byteCount - position
        if capturedLength > room {
            throw CaptureFileError(
                .packetBeyondBlock(packet: capturedLength, block: room), at: block.offset, in: block.file)
        }
    }

    /// Comment (1), flags (2) and, in an Enhanced Packet Block, drop count (4): § 3.5, § 4.3.1.
    private mutating func readOptions(_ block: borrowing BlockBody) throws(CaptureFileError) {
        let options = position + (capturedLength + 3) / 4 * 4
        guard block.bytes.byteCount >= options + 4 else { return }
        var flags: UInt32 = 0
        var lost = 0
        var app: Int32?
        try block.forEachOption(from: options) { code, range in
            switch (code, range.count) {
            case (1, 3...12): app = app ?? Self.app(block.text(range))
            case (2, 4): flags = block.bytes.uint32(at: range.lowerBound, block.order)
            case (4, 8): lost = Int(clamping: block.bytes.uint64(at: range.lowerBound, block.order))
            default: break
            }
        }
        // Bits 0 and 1: 01 inbound, 10 outbound.
        direction = flags & 3 == 1 ? .inbound : (flags & 3 == 2 ? .outbound : .unknown)
        dropped = max(dropped, lost)
        self.app = app
    }

    /// PCAPdroid's comment: `u-` and the app's number.
    private static func app(_ comment: String) -> Int32? {
        comment.hasPrefix("u-") ? Int32(comment.dropFirst(2)) : nil
    }
}
