/// A piece of the handshake: its offset in the whole, and where its bytes are.
struct QUICCryptoFrame {
    var offset: Int
    var range: Range<Int>
}

/// The frames of an opened Initial packet (RFC 9000 § 12.4, table 3), of which CRYPTO matters here.
struct QUICFrames: ~Escapable {
    private var cursor: ByteCursor

    /// The frames of a packet's plain bytes.
    @_lifetime(copy plain)
    init(_ plain: RawSpan) {
        cursor = ByteCursor(plain)
    }

    /// The next CRYPTO frame; `nil` at the end, or where the bytes are no frame that an Initial packet may have.
    @_lifetime(self: copy self)
    mutating func next() -> QUICCryptoFrame? {
        while let type = cursor.variableInteger() {
            switch type {
            case 0x00, 0x01: break  // PADDING, PING
            case 0x02, 0x03: guard skipAcknowledgement(counts: type == 0x03) else { return nil }
            case 0x06:
                guard let offset = cursor.variableInteger(), let length = cursor.variableInteger(),
                    let range = cursor.take(length)
                else { return nil }
                return QUICCryptoFrame(offset: offset, range: range)
            case 0x1C, 0x1D: guard skipClose(hasFrameType: type == 0x1C) else { return nil }
            default: return nil
            }
        }
        return nil
    }

    /// ACK (RFC 9000 § 19.3): largest, delay, number of ranges, first range; gap and length of each; three ECN counts or none.
    @_lifetime(self: copy self)
    private mutating func skipAcknowledgement(counts: Bool) -> Bool {
        guard cursor.variableInteger() != nil, cursor.variableInteger() != nil,
            var ranges = cursor.variableInteger(), cursor.variableInteger() != nil
        else { return false }
        while ranges > 0 {
            guard cursor.variableInteger() != nil, cursor.variableInteger() != nil else { return false }
            ranges -= 1
        }
        guard counts else { return true }
        return cursor.variableInteger() != nil && cursor.variableInteger() != nil && cursor.variableInteger() != nil
    }

    /// CONNECTION_CLOSE (RFC 9000 § 19.19): error, frame type unless of the application, reason <v>.
    @_lifetime(self: copy self)
    private mutating func skipClose(hasFrameType: Bool) -> Bool {
        guard cursor.variableInteger() != nil, !hasFrameType || cursor.variableInteger() != nil,
            let length = cursor.variableInteger()
        else { return false }
        return cursor.skip(length)
    }
}
