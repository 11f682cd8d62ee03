/// Puts an HTTP/1.1 request together from what arrives of it (RFC 9112), within narrow limits: one request a connection.
public struct RemoteReader: Sendable {
    /// Most bytes of request line and header fields.
    public static let headLimit = 8192
    /// Most bytes of a body: a note.
    public static let bodyLimit = 4096

    /// A request as it was sent.
    public struct Message: Hashable, Sendable {
        /// Its method, such as `POST`.
        public var method: String
        /// Its target: path and query.
        public var target: String
        /// Its header fields by name in lower case; of several of one name, all, joined by commas.
        public var fields: [String: String]
        /// Its body.
        public var body: [UInt8]

        /// A request from its parts.
        public init(method: String, target: String, fields: [String: String] = [:], body: [UInt8] = []) {
            self.method = method
            self.target = target
            self.fields = fields
            self.body = body
        }
    }

    /// How far the request is.
    public enum Result: Hashable, Sendable {
        /// More must come.
        case incomplete
        /// It is whole.
        case message(Message)
        /// It is none, or too long; with the HTTP status that says so (RFC 9110 § 15.5).
        case refused(Int)
    }

    private var bytes: [UInt8] = []

    /// A reader that has read nothing.
    public init() {}

    /// Adds what arrived.
    ///
    /// - Returns: how far the request is now; what comes after it is dropped.
    public mutating func add(_ arrived: some Sequence<UInt8>) -> Result {
        bytes += arrived
        guard let head = endOfHead else { return bytes.count > Self.headLimit ? .refused(431) : .incomplete }
        guard head.end <= Self.headLimit else { return .refused(431) }
        guard var message = Self.head(bytes[..<head.end]) else { return .refused(400) }
        guard message.fields["transfer-encoding"] == nil else { return .refused(501) }
        guard let length = Self.length(message.fields["content-length"]) else { return .refused(400) }
        guard length <= Self.bodyLimit else { return .refused(413) }
        guard bytes.count - head.next >= length else { return .incomplete }
        message.body = Array(bytes[head.next..<head.next + length])
        return .message(message)
    }

    /// Where the head ends, and where the body begins: after the first empty line.
    private var endOfHead: (end: Int, next: Int)? {
        var index = 0
        while let feed = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
            if feed + 1 < bytes.count, bytes[feed + 1] == UInt8(ascii: "\n") { return (feed + 1, feed + 2) }
            if feed + 2 < bytes.count, bytes[feed + 1] == UInt8(ascii: "\r"), bytes[feed + 2] == UInt8(ascii: "\n") {
                return (feed + 1, feed + 3)
            }
            index = feed + 1
        }
        return nil
    }

    private static func head(_ bytes: ArraySlice<UInt8>) -> Message? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
            line.last == "\r" ? line.dropLast() : line
        }
        // Swift takes CR LF for one character, which no line feed alone divides.
        let all = lines.flatMap { $0.split(separator: "\r\n", omittingEmptySubsequences: true) }
        guard let first = all.first else { return nil }
        let words = first.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
        var fields: [String: String] = [:]
        for line in all.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
                !line[..<colon].contains(where: { $0 == " " || $0 == "\t" })
            else { return nil }
            let name = line[..<colon].lowercased()
            let value = String(line[line.index(after: colon)...]).trimmed
            fields[name] = fields[name].map { "\($0),\(value)" } ?? value
        }
        return Message(method: String(words[0]), target: String(words[1]), fields: fields, body: [])
    }

    /// A body's length in bytes; `nil` if the field is none.
    private static func length(_ field: String?) -> Int? {
        guard let field else { return 0 }
        guard !field.isEmpty, field.utf8.count < 10, field.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(field)
    }
}

extension String {
    /// The text without spaces and tabs around it.
    fileprivate var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }
}
