/// What the first bytes of a stream are to the search for a TLS ClientHello.
enum TLSClientHello: Equatable {
    /// Longest ClientHello that is waited for, in bytes; those of browsers are 2 KiB, with post-quantum keys.
    static let longest = 16_384

    /// The beginning of one.
    case incomplete
    /// Something else.
    case other
    /// A ClientHello.
    case complete

    /// Reads handshake records (RFC 8446 § 5.1), as TCP carries them, until the first message is whole.
    ///
    /// ```
    ///  record:     0 type (22)   1..2 version   3..4 length
    ///  handshake:  0 type (1)    1..3 length    4.. body
    /// ```
    ///
    /// Allocates nothing if the message is whole in its first record.
    ///
    /// - Parameters:
    ///   - stream: the first bytes.
    ///   - hello: becomes what the message says; empty unless it is complete.
    /// - Returns: what they are.
    static func read(_ stream: RawSpan, into hello: inout ClientHello) -> TLSClientHello {
        hello.removeAll()
        guard let first = record(stream, at: 0) else { return stream.beginsRecord(at: 0) ? .incomplete : .other }
        if let verdict = verdict(stream, first.range) {
            if verdict == .complete { hello.read(body: stream, body(of: stream, at: first.range.lowerBound)) }
            if verdict != .incomplete || !first.isWhole { return verdict }
        }
        // The message goes on in further records.
        var message: [UInt8] = []
        var position = 0
        while let part = record(stream, at: position) {
            for index in part.range { message.append(stream.byte(at: index)) }
            let verdict = read(handshake: message.rawSpan, into: &hello)
            guard verdict == .incomplete, part.isWhole else { return verdict }
            position = part.range.upperBound
        }
        return stream.beginsRecord(at: position) ? .incomplete : .other
    }

    /// Reads a handshake message without records, as QUIC's CRYPTO frames carry it (RFC 9001 § 4.1.3).
    ///
    /// - Parameters:
    ///   - message: the first bytes.
    ///   - hello: becomes what the message says; empty unless it is complete.
    /// - Returns: what they are.
    static func read(handshake message: RawSpan, into hello: inout ClientHello) -> TLSClientHello {
        hello.removeAll()
        guard let verdict = verdict(message, 0..<message.byteCount) else { return .incomplete }
        if verdict == .complete { hello.read(body: message, body(of: message, at: 0)) }
        return verdict
    }

    /// How many bytes of a stream, from a segment on, greet again as the server asked for (HelloRetryRequest, RFC 8446 § 4.1.4).
    ///
    /// A dummy change_cipher_spec may be ahead of the second hello, or come alone (RFC 8446 § D.4).
    ///
    /// - Returns: `nil` if the segment begins otherwise.
    static func length(ofSecond segment: RawSpan) -> Int? {
        let hasDummy =
            segment.byteCount >= 6 && segment.byte(at: 0) == 20 && segment.byte(at: 1) == 3
            && segment.uint16(at: 3) == 1 && segment.byte(at: 5) == 1
        let start = hasDummy ? 6 : 0
        if hasDummy, segment.byteCount == start { return start }
        guard segment.byteCount >= start + 9, segment.beginsRecord(at: start), segment.byte(at: start + 5) == 1 else {
            return nil
        }
        let record = Int(segment.uint16(at: start + 3))
        let message = 4 + Int(segment.uint32(at: start + 5) & 0xFF_FFFF)
        // Encrypted messages may begin with any byte, but hardly with a length that fits.
        guard record <= message, message <= longest else { return nil }
        return start + message + 5 * ((message + record - 1) / record)
    }

    /// The content of the handshake record that begins at a position, as much as there is; `nil` if its header isn't there or is none.
    private static func record(_ stream: RawSpan, at position: Int) -> (range: Range<Int>, isWhole: Bool)? {
        guard position + 5 <= stream.byteCount, stream.beginsRecord(at: position) else { return nil }
        let length = Int(stream.uint16(at: position + 3))
        let end = min(position + 5 + length, stream.byteCount)
        return (position + 5..<end, end == position + 5 + length)
    }

    /// What a message is, as far as it is there; `nil` if nothing is.
    private static func verdict(_ bytes: RawSpan, _ range: Range<Int>) -> TLSClientHello? {
        guard range.count > 0 else { return nil }
        guard bytes.byte(at: range.lowerBound) == 1 else { return .other }
        guard range.count >= 4 else { return .incomplete }
        let end = body(of: bytes, at: range.lowerBound).upperBound
        guard end - range.lowerBound <= longest else { return .other }
        return range.upperBound >= end ? .complete : .incomplete
    }

    /// The body of the message at a position, which may end before its record does.
    private static func body(of bytes: RawSpan, at position: Int) -> Range<Int> {
        position + 4..<position + 4 + Int(bytes.uint32(at: position) & 0xFF_FFFF)
    }
}

extension RawSpan {
    /// Whether the bytes at a position, as many as there are, begin a handshake record.
    fileprivate func beginsRecord(at position: Int) -> Bool {
        let count = byteCount - position
        if count >= 5, uint16(at: position + 3) == 0 || Int(uint16(at: position + 3)) > TLSClientHello.longest + 256 {
            return false
        }
        return (count < 1 || byte(at: position) == 22) && (count < 5 || byte(at: position + 1) == 3)
    }
}
