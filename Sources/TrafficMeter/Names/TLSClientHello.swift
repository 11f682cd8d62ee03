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

    /// Reads handshake records (RFC 8446 § 5.1) until the first message is whole.
    ///
    /// ```
    ///  record:     0 type (22)   1..2 version   3..4 length
    ///  handshake:  0 type (1)    1..3 length    4..5 version   6..37 random   session, ciphers, compression, extensions
    /// ```
    ///
    /// - Parameters:
    ///   - stream: the first bytes.
    ///   - name: becomes the server name; empty if none is named.
    /// - Returns: what they are.
    static func read(_ stream: RawSpan, name: inout HostName) -> TLSClientHello {
        name.removeAll()
        guard let first = record(stream, at: 0) else { return stream.beginsRecord(at: 0) ? .incomplete : .other }
        if let verdict = verdict(stream, first.range) {
            if verdict == .complete {
                readServerName(stream, body(of: stream, at: first.range.lowerBound), &name)
            }
            if verdict != .incomplete || !first.isWhole { return verdict }
        }
        // The message goes on in further records.
        var message: [UInt8] = []
        var position = 0
        while let part = record(stream, at: position) {
            message += stream.array(part.range)
            if let verdict = verdict(message.rawSpan, 0..<message.count), verdict != .incomplete {
                if verdict == .complete { readServerName(message.rawSpan, body(of: message.rawSpan, at: 0), &name) }
                return verdict
            }
            guard part.isWhole else { return .incomplete }
            position = part.range.upperBound
        }
        return stream.beginsRecord(at: position) ? .incomplete : .other
    }

    /// The content of the handshake record that begins at a position, as much as there is; `nil` if its header isn't there or is none.
    private static func record(_ stream: RawSpan, at position: Int) -> (range: Range<Int>, isWhole: Bool)? {
        guard position + 5 <= stream.byteCount, stream.beginsRecord(at: position) else { return nil }
        let length = Int(stream.uint16(at: position + 3))
        guard length > 0, length <= longest + 256 else { return nil }
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

    /// Reads the `server_name` extension's host name (RFC 6066 § 3) in a ClientHello's body.
    private static func readServerName(_ bytes: RawSpan, _ body: Range<Int>, _ name: inout HostName) {
        var rest = Cursor(bytes: bytes, range: body)
        guard rest.skip(34), rest.vector(1) != nil, rest.vector(2) != nil, rest.vector(1) != nil,
            let extensions = rest.vector(2)
        else { return }
        var cursor = Cursor(bytes: bytes, range: extensions)
        while let type = cursor.integer(2), let data = cursor.vector(2) {
            guard type == 0 else { continue }
            var list = Cursor(bytes: bytes, range: data)
            guard let entries = list.vector(2) else { return }
            var entry = Cursor(bytes: bytes, range: entries)
            while let kind = entry.integer(1), let range = entry.vector(2) {
                guard kind == 0, !range.isEmpty, range.count <= 255 else { continue }
                return name.append(bytes, range)
            }
        }
    }

    /// Reads TLS's length-prefixed vectors (RFC 8446 § 3.4).
    private struct Cursor: ~Escapable {
        let bytes: RawSpan
        var range: Range<Int>

        @_lifetime(copy bytes)
        init(bytes: RawSpan, range: Range<Int>) {
            self.bytes = bytes
            self.range = range
        }

        @_lifetime(self: copy self)
        mutating func skip(_ count: Int) -> Bool {
            guard range.count >= count else { return false }
            range = range.lowerBound + count..<range.upperBound
            return true
        }

        @_lifetime(self: copy self)
        mutating func integer(_ count: Int) -> Int? {
            guard range.count >= count else { return nil }
            var value = 0
            for index in range.prefix(count) { value = value << 8 | Int(bytes.byte(at: index)) }
            range = range.lowerBound + count..<range.upperBound
            return value
        }

        @_lifetime(self: copy self)
        mutating func vector(_ lengthBytes: Int) -> Range<Int>? {
            guard let length = integer(lengthBytes), range.count >= length else { return nil }
            let found = range.lowerBound..<range.lowerBound + length
            range = found.upperBound..<range.upperBound
            return found
        }
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
