/// A packet of Google's own QUIC up to Q046, whose handshake is in clear.
///
/// ```
///  Q024..Q043: 0 flags: 0x01 version, 0x08 connection ID, 0x30 length of number   1..8 connection ID   9..12 version
///              number (1, 2, 4 or 6)   hash (12)   until Q033 private flags (1)   frames
///  Q044..Q046: 0 form, type   1..4 version   5 lengths of IDs   IDs   number (4; Q046: as in RFC 9000)   hash (12)   frames
/// ```
struct GQUICPacket {
    let version: QUICVersion
    /// Length of its number.
    let numberLength: Int
    /// Where its frames are.
    let frames: Range<Int>

    /// A client's packet that may have a hello; `nil` for any other.
    init?(_ datagram: RawSpan) {
        guard datagram.byteCount >= 13 else { return nil }
        let first = datagram.byte(at: 0)
        var cursor: ByteCursor
        if first & 0x80 != 0 {
            // The client gives the server's ID and none of its own.
            guard let header = QUICLongHeader(datagram), header.version.layout == .googleLong, header.kind == .initial,
                header.destination.count > 0, header.source.count == 0
            else { return nil }
            version = header.version
            numberLength = version.gquicNumber == 46 ? Int(first & 3) + 1 : 4
            cursor = ByteCursor(datagram, header.clearStart..<datagram.byteCount)
        } else {
            version = QUICVersion(rawValue: datagram.uint32(at: 9))
            guard first & 0x09 == 0x09, version.isGooglePublic else { return nil }
            numberLength = [1, 2, 4, 6][Int(first >> 4 & 3)]
            cursor = ByteCursor(datagram, 13..<datagram.byteCount)
        }
        let privateFlags = version.gquicNumber.map { $0 < 34 ? 1 : 0 } ?? 0
        guard cursor.skip(numberLength + 12 + privateFlags) else { return nil }
        frames = cursor.range
    }
}
