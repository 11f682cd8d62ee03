/// The server name of a TLS ClientHello, read from the first bytes of a stream.
enum TLSClientHello: Equatable {
    /// Longest ClientHello that is waited for, in bytes; those of browsers are 2 KiB, with post-quantum keys.
    static let longest = 16_384

    /// The bytes so far are the beginning of one.
    case incomplete
    /// The bytes are something else.
    case other
    /// A ClientHello; `nil` if it names no server.
    case complete(serverName: String?)

    /// Reads handshake records (RFC 8446 § 5.1) until the first message is whole.
    ///
    /// ```
    ///  record:     0 type (22)   1..2 version   3..4 length
    ///  handshake:  0 type (1)    1..3 length    4..5 version   6..37 random   session, ciphers, compression, extensions
    /// ```
    init(stream: [UInt8]) {
        var message: [UInt8] = []
        var position = 0
        while true {
            guard position < stream.count else { self = .incomplete; return }
            guard stream[position] == 22 else { self = .other; return }
            guard position + 5 <= stream.count else { self = .incomplete; return }
            guard stream[position + 1] == 3 else { self = .other; return }
            let length = Int(stream[position + 3]) << 8 | Int(stream[position + 4])
            guard length > 0, length <= Self.longest + 256 else { self = .other; return }
            let end = position + 5 + length
            message += stream[position + 5..<min(end, stream.count)]
            if let first = message.first, first != 1 { self = .other; return }
            if message.count >= 4 {
                let total = 4 + (Int(message[1]) << 16 | Int(message[2]) << 8 | Int(message[3]))
                guard total <= Self.longest else { self = .other; return }
                if message.count >= total {
                    self = .complete(serverName: Self.serverName(message[4..<total]))
                    return
                }
            }
            guard end <= stream.count else { self = .incomplete; return }
            position = end
        }
    }

    /// The `server_name` extension's host name (RFC 6066 § 3) in a ClientHello's body.
    private static func serverName(_ body: ArraySlice<UInt8>) -> String? {
        var rest = Cursor(rest: body)
        guard rest.skip(34), rest.vector(1) != nil, rest.vector(2) != nil, rest.vector(1) != nil,
            let extensions = rest.vector(2)
        else { return nil }
        var cursor = Cursor(rest: extensions)
        while let type = cursor.integer(2), let data = cursor.vector(2) {
            guard type == 0 else { continue }
            var list = Cursor(rest: data)
            guard let entries = list.vector(2) else { return nil }
            var entry = Cursor(rest: entries)
            while let kind = entry.integer(1), let name = entry.vector(2) {
                if kind == 0, !name.isEmpty, name.count <= 255 { return hostName(name) }
            }
        }
        return nil
    }

    /// Reads TLS's length-prefixed vectors (RFC 8446 § 3.4).
    private struct Cursor {
        var rest: ArraySlice<UInt8>

        mutating func skip(_ count: Int) -> Bool {
            guard rest.count >= count else { return false }
            rest = rest.dropFirst(count)
            return true
        }

        mutating func integer(_ bytes: Int) -> Int? {
            guard rest.count >= bytes else { return nil }
            defer { rest = rest.dropFirst(bytes) }
            return rest.prefix(bytes).reduce(0) { $0 << 8 | Int($1) }
        }

        mutating func vector(_ lengthBytes: Int) -> ArraySlice<UInt8>? {
            guard let length = integer(lengthBytes), rest.count >= length else { return nil }
            defer { rest = rest.dropFirst(length) }
            return rest.prefix(length)
        }
    }
}
