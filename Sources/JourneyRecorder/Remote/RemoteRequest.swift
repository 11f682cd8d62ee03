public import Documents

/// What a program asks a recording for: the path and query of an HTTP request, or of a datagram.
///
/// `/mark/STEP`, `/next`, `/end`, `/pause`, `/resume`, `/undo`, `/restart`, `/displayed`, `/note?text=TEXT`, each with `?at=TIME` if it
/// happened before (RFC 3339); and `/status`. Names are percent-encoded (RFC 3986 § 2.1).
public enum RemoteRequest: Hashable, Sendable {
    /// To mark something, at a moment that is over or now.
    case mark(MarkerRequest, at: Timestamp?)
    /// To say how it is doing.
    case status

    /// Why a target is no request.
    public enum Fault: Error, Hashable, Sendable {
        /// There is nothing of that name.
        case unknown
        /// The moment is none.
        case badTime(String)
        /// The text is missing, or no UTF-8.
        case badText
        /// The query has something else.
        case unknownKey(String)
    }

    /// A request from a target such as `/mark/search?at=2026-03-02T10:00:00Z`.
    ///
    /// - Parameters:
    ///   - target: path and query.
    ///   - body: the text of a note, unless the query has it.
    /// - Throws: `Fault` if it is none.
    public init(_ target: some StringProtocol, body: String? = nil) throws(Fault) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var query: [String: String] = [:]
        for pair in (parts.count > 1 ? String(parts[1]) : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let value = (sides.count > 1 ? String(sides[1]) : "").removingPercents else {
                throw .badText
            }
            guard ["at", "text"].contains(sides[0]) else { throw .unknownKey(String(sides[0])) }
            query[String(sides[0])] = value
        }
        var time: Timestamp?
        if let at = query["at"] {
            guard let moment = Timestamp(at) else { throw .badTime(at) }
            time = moment
        }
        let whole: Substring = Substring(parts.first ?? "")
        let path = whole.split(separator: "/").map(String.init(describing:))
        switch (path.first, path.count) {
        case ("status", 1): self = .status
        case ("mark", 2):
            guard let step = path[1].removingPercents, !step.isEmpty else { throw .badText }
            self = .mark(.step(step), at: time)
        case ("note", 1):
            guard let text = query["text"] ?? body, !text.isEmpty else { throw .badText }
            self = .mark(.note(text), at: time)
        case (let word?, 1):
            guard let request = MarkerRequest(word: word) else { throw .unknown }
            self = .mark(request, at: time)
        default: throw .unknown
        }
    }

    /// The target that asks for a marker.
    public static func target(_ request: MarkerRequest, at time: Timestamp? = nil) -> String {
        let path =
            switch request {
            case .next: "/next"
            case .step(let step): "/mark/\(step.addingPercents)"
            case .end: "/end"
            case .pause: "/pause"
            case .resume: "/resume"
            case .undo: "/undo"
            case .restart: "/restart"
            case .displayed: "/displayed"
            case .note(let text): "/note?text=\(text.addingPercents)"
            }
        guard let time else { return path }
        return "\(path)\(path.contains("?") ? "&" : "?")at=\(time)"
    }
}

extension RemoteRequest.Fault: CustomStringConvertible {
    /// What is wrong and what to send.
    public var description: String {
        switch self {
        case .unknown:
            "there is nothing of that name; known are /mark/STEP, /next, /end, /pause, /resume, /undo, /restart, /displayed, /note and /status"
        case .badTime(let text): "at=\(text) is no moment; write it as 2026-03-02T10:00:00.5Z"
        case .badText:
            "the name or text is missing, or isn't UTF-8 in percent-encoding; write /mark/STEP, or /note?text=TEXT"
        case .unknownKey(let key): "the query has '\(key)'; known are 'at' and 'text'"
        }
    }
}

extension StringProtocol {
    /// The text with percent-encoded bytes decoded (RFC 3986 § 2.1); `nil` if a `%` has no two digits after it, or it is no UTF-8.
    var removingPercents: String? {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.first != UInt8(ascii: "+"), rest.first != UInt8(ascii: "-")
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The text with all but letters, digits and `-._~` percent-encoded (RFC 3986 § 2.3).
    var addingPercents: String {
        utf8.reduce(into: "") { text, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.unicodeScalars.append(.init(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
