/// The frames of Google's own QUIC, of which those of the handshake matter here.
///
/// Layouts: "QUIC Wire Layout Specification" (Google, 2016), and Wireshark's packet-gquic.c for what changed after it.
struct GQUICFrames: ~Escapable {
    private var cursor: ByteCursor
    private let version: QUICVersion
    /// Length of this packet's number.
    private let numberLength: Int

    /// The frames in a part of a packet.
    @_lifetime(copy bytes)
    init(_ bytes: RawSpan, _ range: Range<Int>, _ version: QUICVersion, numberLength: Int) {
        cursor = ByteCursor(bytes, range)
        self.version = version
        self.numberLength = numberLength
    }

    /// From Q039 numbers come highest byte first.
    @_lifetime(self: copy self)
    private mutating func number(_ count: Int) -> Int? {
        (version.gquicNumber ?? 50) >= 39 ? cursor.integer(count) : cursor.littleEndian(count)
    }

    /// The next piece of the handshake; `nil` at the end, or where a frame can't be skipped.
    @_lifetime(self: copy self)
    mutating func next() -> QUICCryptoFrame? {
        while let type = cursor.integer(1) {
            switch type {
            case 0x00, 0x07: break  // padding, PING
            case 0x02:
                guard cursor.skip(4), let length = number(2), cursor.skip(length) else { return nil }
            case 0x06:
                // STOP_WAITING: entropy until Q033, least number not acknowledged.
                guard cursor.skip((hasEntropy ? 1 : 0) + numberLength) else { return nil }
            case 0x08:
                guard let offset = cursor.variableInteger(), let length = cursor.variableInteger(),
                    let range = cursor.take(length)
                else { return nil }
                return QUICCryptoFrame(offset: offset, range: range)
            case 0x40...0x7F: guard skipAcknowledgement(type) else { return nil }
            case 0x80...0xFF:
                guard let (stream, frame) = streamFrame(type) else { return nil }
                // The handshake has stream 1.
                if stream == 1 { return frame }
            default: return nil
            }
        }
        return nil
    }

    private var hasEntropy: Bool { version.gquicNumber.map { $0 < 34 } ?? false }

    /// STREAM: type `1fdooossB`: stream (s + 1 bytes), offset (none, or o + 1 bytes), length of data (if d; else all the rest).
    @_lifetime(self: copy self)
    private mutating func streamFrame(_ type: Int) -> (stream: Int, frame: QUICCryptoFrame)? {
        let offsetLength = type >> 2 & 7
        guard let stream = number((type & 3) + 1),
            let offset = number(offsetLength == 0 ? 0 : offsetLength + 1), offset >= 0,
            let length = type & 0x20 != 0 ? number(2) : cursor.range.count, let range = cursor.take(length)
        else { return nil }
        return (stream, QUICCryptoFrame(offset: offset, range: range))
    }

    /// ACK from Q034: type `01nullmmB`: largest (l), delay (2), blocks (1 if n), length of the first (m), of others gap (1) and
    /// length (m); timestamps (1), of the first 1 + 4, of others 1 + 2 bytes.
    @_lifetime(self: copy self)
    private mutating func skipAcknowledgement(_ type: Int) -> Bool {
        let lengths = [1, 2, 4, 6]
        let block = lengths[type & 3]
        guard !hasEntropy, cursor.skip(lengths[type >> 2 & 3] + 2) else { return false }
        var blocks = 0
        if type & 0x20 != 0 {
            guard let count = cursor.integer(1) else { return false }
            blocks = count
        }
        guard cursor.skip(block + blocks * (1 + block)), let times = cursor.integer(1) else { return false }
        return times == 0 || cursor.skip(5 + (times - 1) * 3)
    }
}
