/// Google's own handshake message CHLO ("QUIC Crypto", Langley and Chang, 2016).
///
/// ```
///  0..3 "CHLO"   4..5 number of entries   6..7 0   8.. entries: tag <4 bytes>, end of its value (4)   values
/// ```
///
/// Numbers come lowest byte first; ends count from the first value.
enum GQUICHello {
    /// Most entries of a message.
    private static let mostEntries = 128

    /// Whether some bytes begin a message.
    static func begins(_ bytes: RawSpan) -> Bool {
        bytes.byteCount >= 4 && bytes.uint32(at: 0) == 0x4348_4C4F
    }

    /// Reads a message.
    ///
    /// - Parameters:
    ///   - message: the first bytes of the handshake.
    ///   - hello: becomes what the message says; empty unless it is complete.
    /// - Returns: what they are.
    static func read(_ message: RawSpan, into hello: inout ClientHello) -> TLSClientHello {
        hello.removeAll()
        for (index, byte) in zip(0..<message.byteCount, "CHLO".utf8) where message.byte(at: index) != byte {
            return .other
        }
        var cursor = ByteCursor(message)
        guard cursor.skip(4), let count = cursor.littleEndian(2), cursor.skip(2) else { return .incomplete }
        guard count <= mostEntries else { return .other }
        guard let entries = cursor.take(8 * count) else { return .incomplete }
        let values = cursor.position
        var entry = ByteCursor(message, entries)
        var (start, name) = (0, 0..<0)
        while let tag = entry.integer(4), let end = entry.littleEndian(4) {
            guard end >= start, values + end <= TLSClientHello.longest else { return .other }
            if tag == 0x534E_4900 { name = values + start..<values + end }  // SNI\0
            start = end
        }
        guard values + start <= message.byteCount else { return .incomplete }
        if name.count <= 255 { hello.setServerName(message, name) }
        return .complete
    }
}
